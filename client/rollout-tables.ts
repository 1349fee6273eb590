import {
  commands,
  type DecorationOptions,
  type Disposable,
  DocumentLink,
  type DocumentLinkProvider,
  EventEmitter,
  languages,
  Range,
  TabInputText,
  type TextDocument,
  type TextDocumentContentProvider,
  TextEditorLineNumbersStyle,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  ROLLOUT,
  ROLLOUT_CHANGED,
  type RolloutChangedParams,
  type RolloutMark,
  type RolloutParams,
  type RolloutResult,
  type RolloutView,
} from '../server/src/protocol/requests.ts';

const SCHEME = 'igel-rollout-table';

const COLOURS: Readonly<Record<RolloutMark['role'], Parameters<typeof window.createTextEditorDecorationType>[0]>> = {
  heading: { fontWeight: 'bold' },
  way: { color: new ThemeColor('descriptionForeground') },
  doubtful: { color: new ThemeColor('editorWarning.foreground') },
  none: { color: new ThemeColor('editorError.foreground') },
  unknown: { color: new ThemeColor('editorWarning.foreground') },
};

/**
 * Who gets which UMS by a config, as a text that follows what is typed. A text can be copied, read aloud and walked through
 * with the keyboard, and it needs nothing that a browser or an untrusted folder would not allow.
 */
export class RolloutTables implements TextDocumentContentProvider, DocumentLinkProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  /** What each table that is open was made of, by its own address. */
  readonly #views = new Map<string, RolloutView>();
  readonly #colours = Object.entries(COLOURS).map(
    ([role, options]) => [role, window.createTextEditorDecorationType(options)] as const,
  );
  readonly #disposables: readonly Disposable[];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#disposables = [
      this.#changed,
      ...this.#colours.map(([, type]) => type),
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      languages.registerDocumentLinkProvider({ scheme: SCHEME }, this),
      client.onNotification(ROLLOUT_CHANGED, ({ uris }: RolloutChangedParams) => this.#update(new Set(uris))),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#update(undefined);
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.#colour(document)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#views.delete(uri.toString())),
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const { document } of editors) this.#colour(document);
      }),
    ];
  }

  /** Shows the table of a config below it: it is wide, and not long. */
  async show(config: Uri): Promise<void> {
    const uri = tableOf(config);
    const document = await workspace.openTextDocument(uri);
    const shown = window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
    );
    if (!shown) await commands.executeCommand('workbench.action.newGroupBelow');
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn ?? ViewColumn.Active });
    editor.options = { lineNumbers: TextEditorLineNumbersStyle.Off };
  }

  /** The table of a config, or of the one that a table in front belongs to, as text; undefined where there is none. */
  async text(config: Uri): Promise<string | undefined> {
    return (await this.#ask(config.scheme === SCHEME ? configOf(config) : config))?.text;
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const config = configOf(uri);
    try {
      const view = await this.#ask(config);
      if (!view) return `${workspace.asRelativePath(config)} is no config that is known here.\n`;
      this.#views.set(uri.toString(), view);
      return view.text;
    } catch (error) {
      this.#client.warn(`${config.toString(true)}: ${error}`);
      return 'The language server does not answer. This fills again when it is back.\n';
    }
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    return (this.#views.get(uri.toString())?.links ?? []).map(({ line, start, end, uri: file, target }) => {
      const place = Uri.parse(file, true).with({ fragment: `L${target.line + 1},${target.character + 1}` });
      const link = new DocumentLink(new Range(line, start, line, end), place);
      link.tooltip = `Line ${target.line + 1} of ${workspace.asRelativePath(Uri.parse(file, true))}`;
      return link;
    });
  }

  dispose(): void {
    for (const one of this.#disposables) one.dispose();
  }

  async #ask(config: Uri): Promise<RolloutResult> {
    // The server knows what is open.
    const { uri } = await workspace.openTextDocument(config);
    const params: RolloutParams = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return this.#client.sendRequest<RolloutResult>(ROLLOUT, params);
  }

  /** @param configs the addresses that the server knows them by; all where left out */
  #update(configs: ReadonlySet<string> | undefined): void {
    for (const { uri } of workspace.textDocuments) {
      if (uri.scheme !== SCHEME) continue;
      if (!configs || configs.has(this.#client.code2ProtocolConverter.asUri(configOf(uri)))) this.#changed.fire(uri);
    }
  }

  #colour({ uri }: TextDocument): void {
    if (uri.scheme !== SCHEME) return;
    const marks = this.#views.get(uri.toString())?.marks ?? [];
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() !== uri.toString()) continue;
      for (const [wanted, type] of this.#colours) {
        const ranges = marks.flatMap(({ role, line, start, end }): DecorationOptions[] =>
          role === wanted ? [{ range: new Range(line, start, line, end) }] : [],
        );
        editor.setDecorations(type, ranges);
      }
    }
  }
}

const tableOf = (config: Uri): Uri =>
  Uri.from({
    scheme: SCHEME,
    path: `/Who gets which UMS (${config.path.slice(config.path.lastIndexOf('/') + 1)})`,
    query: config.toString(),
  });

const configOf = ({ query }: Uri): Uri => Uri.parse(query, true);
