import {
  type Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ROLLOUT_CHANGED,
  ROLLOUT_SUMMARY,
  type RolloutParams,
  type RolloutSummaryResult,
  SHOW_ROLLOUT_COMMAND,
} from '../server/src/protocol/requests.ts';
import { type Findings, findingsOf, inWords } from './findings.ts';
import { isConfig } from './languages.ts';
import { rolloutInWords } from './rollout-in-words.ts';

type ServerState = 'starting' | 'running' | 'stopped';

/** Says, while a config is in front, whether IGEL OS gets a UMS by it, or else what is found in it. A click shows more. */
export class StatusItem implements Disposable {
  readonly #item = window.createStatusBarItem('igelRollout.status', StatusBarAlignment.Right, 100);
  readonly #listeners: readonly Disposable[];
  readonly #client: BaseLanguageClient;
  #server: ServerState = 'starting';
  /** What was last told of the config in front. */
  #summary: { readonly uri: string; readonly of: RolloutSummaryResult } | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#item.name = 'IGEL Rollout';
    const update = () => this.#update();
    const ask = () => void this.#ask();
    this.#listeners = [
      window.onDidChangeActiveTextEditor(ask),
      languages.onDidChangeDiagnostics(update),
      workspace.onDidOpenTextDocument(ask),
      client.onNotification(ROLLOUT_CHANGED, ask),
    ];
  }

  setServer(state: ServerState): void {
    this.#server = state;
    this.#summary = undefined;
    void this.#ask();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  /** Asks about the config in front, and shows what is known until then. */
  async #ask(): Promise<void> {
    this.#update();
    const document = window.activeTextEditor?.document;
    if (!document || !isConfig(document) || this.#server !== 'running') return;
    const uri = document.uri.toString();
    const params: RolloutParams = { uri: this.#client.code2ProtocolConverter.asUri(document.uri) };
    try {
      const summary = await this.#client.sendRequest<RolloutSummaryResult>(ROLLOUT_SUMMARY, params);
      this.#summary = { uri, of: summary };
    } catch (error) {
      this.#client.warn(`${ROLLOUT_SUMMARY}: ${error}`);
      this.#summary = undefined;
    }
    this.#update();
  }

  #update(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !isConfig(document)) {
      this.#item.hide();
      return;
    }
    this.#item.backgroundColor = undefined;
    switch (this.#server) {
      case 'starting':
        this.#say('$(loading~spin) IGEL', 'The language server is starting.', undefined);
        break;
      case 'stopped':
        this.#say(
          '$(debug-disconnect) IGEL',
          'The language server is off. Click to start it.',
          'igelRollout.restartServer',
        );
        this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
        break;
      case 'running':
        this.#sayHowItIs(document);
    }
    this.#item.show();
  }

  #sayHowItIs({ uri }: TextDocument): void {
    const findings = findingsOf(uri);
    const found = `${inWords(findings)} found in ${workspace.asRelativePath(uri)}`;
    const summary = this.#summary?.uri === uri.toString() ? this.#summary.of : undefined;
    if (summary) {
      const { sign, words, sentence } = rolloutInWords(summary);
      this.#say(`IGEL ${sign} ${words}`, `${sentence}\n\n${found}`, SHOW_ROLLOUT_COMMAND);
    } else {
      this.#say(`IGEL ${signs(findings)}`, found, 'workbench.actions.view.problems');
    }
  }

  #say(text: string, tooltip: string, command: string | undefined): void {
    this.#item.text = text;
    this.#item.tooltip = new MarkdownString(tooltip);
    this.#item.accessibilityInformation = { label: `IGEL Rollout: ${tooltip.replace(/\s+/g, ' ')}` };
    this.#item.command = command;
  }
}

function signs({ errors, warnings, others }: Findings): string {
  const signs = [
    errors > 0 && `$(error) ${errors}`,
    warnings > 0 && `$(warning) ${warnings}`,
    others > 0 && `$(info) ${others}`,
  ];
  return signs.filter(Boolean).join(' ') || '$(check)';
}
