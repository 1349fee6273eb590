import { setImmediate as eventLoopTurn } from 'node:timers/promises';
import type {
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  MessageConnection,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { InitializationOptions } from '../../server/src/protocol/requests.ts';

export type Capabilities = InitializeParams['capabilities'];

export interface EditorOptions {
  readonly capabilities?: Capabilities;
  readonly initializationOptions?: InitializationOptions;
  /** What the editor answers when it is asked for the settings. */
  readonly settings?: unknown;
  readonly folder?: string;
  /** Files that the editor reads for the server, by URI. */
  readonly files?: Readonly<Record<string, string>>;
}

/** An editor that asks for diagnostics and can be told to ask again, as VS Code. */
export const PULLING: Capabilities = {
  textDocument: {
    diagnostic: { relatedInformation: true },
    codeAction: { resolveSupport: { properties: ['edit'] } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
  },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

/** An editor that waits for what it is sent. */
export const PUSHED: Capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

interface OpenFile {
  text: string;
  version: number;
}

/** The side of an editor, as far as it is needed to tell stories. It keeps its own copy of each text. */
export class Editor {
  readonly connection: MessageConnection;
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly published: Published[] = [];
  /** What is wrong in the settings, each time that it was told. */
  readonly complaints: unknown[] = [];
  readonly watched: unknown[] = [];
  refreshes = 0;
  settingsAsked = 0;
  lensRefreshes = 0;
  hintRefreshes = 0;
  readonly rolloutChanges: unknown[] = [];
  capabilities: InitializeResult['capabilities'] = {};
  settings: unknown;
  readonly #options: EditorOptions;
  readonly #files = new Map<string, OpenFile>();
  #listeners: (() => void)[] = [];

  constructor(connection: MessageConnection, options: EditorOptions) {
    this.connection = connection;
    this.settings = options.settings;
    this.#options = options;
    const heard = () => {
      for (const listener of this.#listeners) listener();
    };
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      heard();
      return null;
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      heard();
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      heard();
      return null;
    });
    connection.onNotification('igelRollout/rolloutChanged', (params: unknown) => {
      this.rolloutChanges.push(params);
      heard();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      this.settingsAsked++;
      heard();
      return items.map(() => this.settings);
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: unknown[] }) => {
      this.watched.push(...registrations);
      heard();
      return null;
    });
    connection.onRequest('client/unregisterCapability', () => null);
    connection.onRequest('igelRollout/readFile', ({ uri }: { uri: string }) => {
      const text = this.#options.files?.[uri];
      return text === undefined ? null : { text };
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
      heard();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
      heard();
    });
    connection.onNotification('igelRollout/wrongSettings', (params: unknown) => {
      this.complaints.push(params);
      heard();
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: Published) => {
      this.published.push(params);
      heard();
    });
    connection.listen();
  }

  /** Goes through the greeting. */
  async start(): Promise<this> {
    const { folder, capabilities = PULLING, initializationOptions } = this.#options;
    const params: InitializeParams = {
      processId: null,
      rootUri: folder ?? null,
      workspaceFolders: folder === undefined ? null : [{ uri: folder, name: 'net' }],
      capabilities,
      initializationOptions,
    };
    const result = await this.connection.sendRequest<InitializeResult>('initialize', params);
    this.capabilities = result.capabilities;
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  /** Waits until something that was heard from the server makes it true. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened()) await new Promise<void>((heard) => this.#listeners.push(heard));
    this.#listeners = [];
  }

  /** Lets all that is on its way arrive. */
  async settle(): Promise<void> {
    await this.request('textDocument/foldingRange', { textDocument: { uri: 'file:///no/such/file' } });
    for (let i = 0; i < 5; i++) await eventLoopTurn();
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  text(uri: string): string {
    return this.#file(uri).text;
  }

  open(uri: string, text: string, languageId = 'dhcpd'): void {
    this.#files.set(uri, { text, version: 1 });
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  close(uri: string): void {
    this.#files.delete(uri);
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Replaces the text between two offsets. */
  edit(uri: string, start: number, end: number, text: string): void {
    const file = this.#file(uri);
    const range = { start: positionAt(file.text, start), end: positionAt(file.text, end) };
    file.text = file.text.slice(0, start) + text + file.text.slice(end);
    file.version++;
    this.notify('textDocument/didChange', {
      textDocument: { uri, version: file.version },
      contentChanges: [{ range, text }],
    });
  }

  /** Types a text, letter by letter, at an offset. */
  type(uri: string, at: number, text: string): void {
    for (const [i, letter] of [...text].entries()) this.edit(uri, at + i, at + i, letter);
  }

  replace(uri: string, before: string, after: string): void {
    const at = this.text(uri).indexOf(before);
    if (at < 0) throw new Error(`${uri} has no ${before}`);
    this.edit(uri, at, at + before.length, after);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Where each thing is found and by which rule, such as `2:1 syntax`; lines and columns from 1. */
  async found(uri: string): Promise<readonly string[]> {
    return (await this.diagnostics(uri)).map(briefly);
  }

  actions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<readonly CodeAction[]> {
    return this.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  /** Carries out a code action on the texts that are open. */
  async carryOut(action: CodeAction): Promise<void> {
    const resolved = action.edit ? action : await this.request<CodeAction>('codeAction/resolve', action);
    for (const [uri, edits] of editsOf(resolved.edit ?? {})) {
      const text = this.text(uri);
      const placed = edits.map(({ range, newText }) => ({
        start: offsetAt(text, range.start),
        end: offsetAt(text, range.end),
        newText,
      }));
      for (const { start, end, newText } of placed.sort((a, b) => b.start - a.start))
        this.edit(uri, start, end, newText);
    }
  }

  #file(uri: string): OpenFile {
    const file = this.#files.get(uri);
    if (!file) throw new Error(`${uri} is not open`);
    return file;
  }
}

export const briefly = ({ range, code, message }: Diagnostic): string =>
  `${range.start.line + 1}:${range.start.character + 1} ${code ?? message}`;

export const at = (line: number, character = 0): Range => ({ start: { line, character }, end: { line, character } });

function editsOf({ changes, documentChanges }: WorkspaceEdit): readonly (readonly [string, readonly TextEdit[]])[] {
  const versioned = (documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? [[change.textDocument.uri, change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []))] as const]
      : [],
  );
  return [...Object.entries(changes ?? {}), ...versioned];
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function offsetAt(text: string, { line, character }: Position): number {
  let start = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + character, end < 0 ? text.length : end);
}
