import {
  EventEmitter,
  LogLevel,
  type LogOutputChannel,
  type OutputChannel,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import { SECTION } from '../server/src/protocol/requests.ts';

const SETTING = `${SECTION}.trace.server`;

/**
 * Where the messages between client and server are written while `igelRollout.trace.server` asks for them. The library writes them
 * to a log channel at its lowest level, which only a person can choose, and not by a setting: so this is one whose level is the setting.
 */
export class TraceChannel implements LogOutputChannel {
  readonly name: string;
  readonly #levelChanged = new EventEmitter<LogLevel>();
  readonly #settings = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SETTING)) this.#levelChanged.fire(this.logLevel);
  });
  readonly onDidChangeLogLevel = this.#levelChanged.event;
  #shown: OutputChannel | undefined;

  constructor(name: string) {
    this.name = name;
  }

  get logLevel(): LogLevel {
    return workspace.getConfiguration().get<string>(SETTING) === 'off' ? LogLevel.Off : LogLevel.Trace;
  }

  trace(message: string): void {
    this.appendLine(message);
  }
  debug(message: string): void {
    this.appendLine(message);
  }
  info(message: string): void {
    this.appendLine(message);
  }
  warn(message: string): void {
    this.appendLine(message);
  }
  error(error: string | Error): void {
    this.appendLine(String(error));
  }

  append(text: string): void {
    this.#channel.append(text);
  }
  appendLine(text: string): void {
    this.#channel.appendLine(text);
  }
  replace(text: string): void {
    this.#channel.replace(text);
  }
  clear(): void {
    this.#shown?.clear();
  }
  show(column?: ViewColumn | boolean, preserveFocus?: boolean): void {
    this.#channel.show(typeof column === 'boolean' ? column : preserveFocus);
  }
  hide(): void {
    this.#shown?.hide();
  }
  dispose(): void {
    this.#settings.dispose();
    this.#levelChanged.dispose();
    this.#shown?.dispose();
  }

  /** An empty channel in everybody's list would be clutter. */
  get #channel(): OutputChannel {
    this.#shown ??= window.createOutputChannel(this.name);
    return this.#shown;
  }
}
