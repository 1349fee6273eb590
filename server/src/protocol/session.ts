import {
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type CodeLens,
  CodeLensRefreshRequest,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type DidChangeTextDocumentParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InlayHint,
  type InlayHintParams,
  MessageType,
  ShowMessageNotification,
  type TextDocumentItem,
} from 'vscode-languageserver';
import { explainRule } from '../features/explain.ts';
import { moveTo } from '../features/move-to.ts';
import type { LanguageId } from '../languages/language.ts';
import type { Parser } from '../syntax/parser.ts';
import { languageOfName } from '../workspace/language-of-name.ts';
import { languageOfText } from '../workspace/language-of-text.ts';
import { languageById } from '../workspace/languages.ts';
import { type PlaceOfFile, Workspace } from '../workspace/workspace.ts';
import { type Abilities, optionsOf } from './abilities.ts';
import { AskedFiles } from './asked-files.ts';
import { CodeActions } from './code-actions.ts';
import { describe } from './guard.ts';
import { inlayHints } from './language-features.ts';
import { Files } from './remote-files.ts';
import { type Report, Reports } from './reports.ts';
import {
  type Complaint,
  EXPLAIN_COMMAND,
  type MoveResult,
  READ_FILE,
  type ReadFileResult,
  ROLLOUT_CHANGED,
  type RolloutChangedParams,
  type RolloutResult,
  type RolloutSummaryResult,
  SECTION,
  SHOW_ROLLOUT_COMMAND,
  WRONG_SETTINGS,
  type WrongSettingsParams,
} from './requests.ts';
import { RolloutAnswers } from './rollout-answers.ts';
import type { ServerRuntime } from './runtime.ts';
import { Scheduler } from './scheduler.ts';
import { readSettings } from './settings.ts';
import { TypedLine } from './typing.ts';
import { pathOf, uriOf } from './uri.ts';
import { Watching } from './watching.ts';

/** How long an editor waits for the simulator, in milliseconds, before it is told what is known without. */
const PATIENCE = 50;

interface OpenInEditor {
  readonly uri: string;
  version: number;
}

/** One editor with its open files. */
export class Session {
  readonly abilities: Abilities;
  readonly #connection: Connection;
  readonly #runtime: ServerRuntime;
  readonly #workspace: Workspace;
  readonly #scheduler: Scheduler;
  readonly #files: Files;
  readonly #typed: TypedLine;
  readonly #reports: Reports;
  readonly #actions: CodeActions;
  readonly #rollouts: RolloutAnswers;
  readonly #askedLenses: AskedFiles;
  readonly #askedHints: AskedFiles;
  readonly #toldRollouts: AskedFiles;
  readonly #watching: Watching;
  readonly #open = new Map<string, OpenInEditor>();
  /** Files of which the editor was told less than there is to tell. */
  readonly #owed = new Set<string>();
  /** The id of the report that was sent last, where reports are sent. */
  readonly #sent = new Map<string, string>();
  readonly #complained = new Set<string>();
  #codeLens: boolean;

  constructor(
    connection: Connection,
    runtime: ServerRuntime,
    parsers: ReadonlyMap<LanguageId, Parser>,
    params: InitializeParams,
    abilities: Abilities,
  ) {
    this.#connection = connection;
    this.#runtime = runtime;
    this.abilities = abilities;
    this.#files = new Files(runtime.read, this.abilities.readsFiles ? (path) => this.#ask(path) : undefined, (path) =>
      this.#reread([path]),
    );
    this.#files.folders = foldersOf(params);
    const { settings, codeLens, complaints } = readSettings(optionsOf(params.initializationOptions).settings);
    this.#codeLens = codeLens;
    if (complaints.length > 0) this.#complain(complaints);
    this.#workspace = new Workspace(this.#files, parsers, settings);
    this.#scheduler = new Scheduler(
      runtime,
      (until, now) => this.#workspace.work(until, now),
      (done) => this.#worked(done),
      connection.console,
    );
    this.#typed = new TypedLine(runtime.after, (path) => this.#tell([path]));
    const places = {
      document: (path: string) => this.#workspace.place(path)?.document,
      uri: (path: string) => this.#open.get(path)?.uri ?? uriOf(path),
      version: (path: string) => this.#open.get(path)?.version ?? null,
      showsRelated: this.abilities.relatedInformation,
    };
    this.#reports = new Reports(this.#workspace, this.#typed, places);
    this.#actions = new CodeActions(this.#workspace, places, this.abilities);
    this.#rollouts = new RolloutAnswers(this.#workspace, places);
    this.#askedLenses = new AskedFiles(this.#workspace);
    this.#askedHints = new AskedFiles(this.#workspace);
    this.#toldRollouts = new AskedFiles(this.#workspace);
    this.#watching = new Watching(connection, this.abilities);
  }

  /** What is done once the editor is ready. */
  async begin(): Promise<void> {
    if (this.abilities.registersConfiguration) {
      await this.#connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    await this.configure(undefined);
  }

  open({ uri, languageId, version, text }: TextDocumentItem): void {
    const path = pathOf(uri);
    const language = languageById(languageId)?.id ?? languageOfName(path) ?? languageOfText(text);
    if (language === undefined) return;
    this.#open.set(path, { uri, version });
    this.#workspace.open(path, language, text);
    this.#scheduler.wake();
  }

  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const path = pathOf(uri);
    const open = this.#open.get(path);
    if (!open) return;
    open.version = version;
    const changes = contentChanges.map((change) => ({
      text: change.text,
      range: 'range' in change ? change.range : undefined,
    }));
    this.#workspace.change(path, changes);
    this.#typed.edited(path, changes);
    this.#sent.delete(path);
    // Of a file that it changes itself an editor asks again by itself.
    this.#askedLenses.forget(path);
    this.#askedHints.forget(path);
    this.#scheduler.wake();
  }

  close(uri: string): void {
    const path = pathOf(uri);
    if (!this.#open.delete(path)) return;
    this.#workspace.close(path);
    this.#typed.closed(path);
    this.#reports.forget(path);
    this.#owed.delete(path);
    this.#sent.delete(path);
    this.#rollouts.forget(path);
    for (const asked of [this.#askedLenses, this.#askedHints, this.#toldRollouts]) asked.forget(path);
    if (!this.abilities.pulls) this.#sendDiagnostics(uri, []);
    this.#scheduler.wake();
  }

  filesChanged(uris: readonly string[]): void {
    this.#reread(this.#files.changed(uris.map(pathOf)));
  }

  /** Takes over the settings; `sent` are those that came with a notification. */
  async configure(sent: unknown): Promise<void> {
    const given = this.abilities.configuration
      ? ((await this.#connection.workspace.getConfiguration(SECTION)) as unknown)
      : sectionOf(sent);
    if (given === undefined || given === null) return;
    const { settings, codeLens, complaints } = readSettings(given);
    this.#complain(complaints);
    if (codeLens !== this.#codeLens) {
      this.#codeLens = codeLens;
      this.#refreshLenses();
    }
    if (JSON.stringify(settings) === JSON.stringify(this.#workspace.settings)) return;
    this.#workspace.configure(settings);
    this.#tell(this.#workspace.paths);
    this.#scheduler.wake();
  }

  /** What is found in a file; only that there is nothing new if the editor has the report `previousResultId`. */
  async diagnostics(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    cancellation: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const path = pathOf(uri);
    // An editor that can be told to ask again gets the beginning of a long file first.
    const early = () => this.abilities.refreshes && !this.#workspace.isWhole(path);
    // And it need not wait long for the simulator, whose answers of the last time are still there.
    const asked = this.#runtime.now();
    const patient = () => this.abilities.refreshes && this.#runtime.now() > asked + PATIENCE;
    await this.#scheduler.until(
      () => this.#workspace.isSettled(path) || early() || (this.#workspace.isRead(path) && patient()),
      cancellation,
    );
    if (!this.#open.has(path)) return { kind: 'full', items: [] };
    if (this.#workspace.isSettled(path)) this.#owed.delete(path);
    else this.#owed.add(path);
    const { id, diagnostics } = this.#report(path);
    if (id === previousResultId) return { kind: 'unchanged', resultId: id };
    return { kind: 'full', resultId: id, items: [...diagnostics] };
  }

  /** Answers a request about a file as it is now, or with `none` where it is not known. */
  async about<Answer>(
    uri: string,
    cancellation: CancellationToken,
    none: Answer,
    answer: (place: PlaceOfFile) => Answer,
  ): Promise<Answer> {
    const path = pathOf(uri);
    await this.#scheduler.until(() => this.#workspace.isRead(path), cancellation);
    const place = this.#open.has(path) ? this.#workspace.place(path) : undefined;
    return place ? answer(place) : none;
  }

  /** Answers a request about a file when the simulator is done with it, or with `none` where it is not known. */
  async #aboutSettled<Answer>(
    uri: string,
    cancellation: CancellationToken,
    none: Answer,
    answer: (path: string) => Answer,
  ): Promise<Answer> {
    const path = pathOf(uri);
    await this.#scheduler.until(() => this.#workspace.isSettled(path), cancellation);
    return this.#open.has(path) ? answer(path) : none;
  }

  async codeLenses(uri: string, cancellation: CancellationToken): Promise<CodeLens[]> {
    if (!this.#codeLens) return [];
    return this.#aboutSettled(uri, cancellation, [], (path) => {
      this.#askedLenses.answered(path);
      return this.#rollouts.lenses(path);
    });
  }

  resolveLens(lens: CodeLens): CodeLens {
    return this.#rollouts.resolve(lens);
  }

  async inlayHints({ textDocument: { uri }, range }: InlayHintParams, cancellation: CancellationToken) {
    return this.about<InlayHint[]>(uri, cancellation, [], (place) => {
      this.#askedHints.answered(place.document.file);
      return inlayHints(place, range);
    });
  }

  async rollout(uri: string, cancellation: CancellationToken): Promise<RolloutResult> {
    return this.#aboutSettled<RolloutResult>(uri, cancellation, null, (path) => {
      this.#toldRollouts.answered(path);
      return this.#rollouts.view(path);
    });
  }

  async rolloutSummary(uri: string, cancellation: CancellationToken): Promise<RolloutSummaryResult> {
    return this.#aboutSettled<RolloutSummaryResult>(uri, cancellation, null, (path) => {
      this.#toldRollouts.answered(path);
      return this.#rollouts.summary(path);
    });
  }

  async codeActions(params: CodeActionParams, cancellation: CancellationToken): Promise<CodeAction[]> {
    const { start, end } = params.range;
    this.#typed.seen(pathOf(params.textDocument.uri), start.line, end.line);
    const actions = await this.about(params.textDocument.uri, cancellation, [], ({ document }) =>
      this.#actions.at(document.file, params),
    );
    return actions;
  }

  /** What a file becomes for another server. */
  async move(uri: string, to: string, cancellation: CancellationToken): Promise<MoveResult> {
    const target = languageById(to);
    return this.about<MoveResult>(uri, cancellation, null, ({ unit }) => {
      if (!target) return { trouble: `no language is known by the name of ${to}` };
      return moveTo(unit, {
        to: target.id,
        settings: this.#workspace.settings,
        understand: (text) => this.#workspace.understand(unit.root.file, target.id, text),
        nameOf: (path) => path.slice(path.lastIndexOf('/') + 1),
      });
    });
  }

  resolve(action: CodeAction): CodeAction {
    return this.#actions.resolve(action, pathOf);
  }

  /** Shows the page of a rule, or who gets which UMS, for editors that do not do it themselves. */
  async execute(
    command: string,
    [argument]: readonly unknown[],
    cancellation: CancellationToken,
  ): Promise<string | null> {
    if (typeof argument !== 'string') return null;
    let text: string | undefined;
    if (command === EXPLAIN_COMMAND) text = explainRule(argument);
    if (command === SHOW_ROLLOUT_COMMAND) text = (await this.rollout(argument, cancellation))?.text;
    if (text !== undefined) this.#show(MessageType.Info, text);
    return text ?? null;
  }

  #worked(done: boolean): void {
    if (this.abilities.pulls) {
      if (done) this.#tell([...this.#owed, ...this.#stale()]);
    } else {
      for (const path of this.#open.keys())
        if (done || !this.#workspace.isWhole(path) || this.#workspace.isRead(path)) this.#publish(path);
    }
    if (!done) return;
    this.#watching.watch(this.#workspace.watched);
    if (this.#askedLenses.takeStale().length > 0) this.#refreshLenses();
    if (this.#askedHints.takeStale().length > 0 && this.abilities.refreshesHints) {
      this.#send('inlayHint/refresh', () => this.#connection.languages.inlayHint.refresh());
    }
    const changed = this.abilities.showsRollout ? this.#toldRollouts.takeStale() : [];
    if (changed.length > 0) {
      const params: RolloutChangedParams = { uris: changed.map((path) => this.#open.get(path)?.uri ?? uriOf(path)) };
      this.#send(ROLLOUT_CHANGED, () => this.#connection.sendNotification(ROLLOUT_CHANGED, params));
    }
  }

  #refreshLenses(): void {
    if (this.abilities.refreshesLenses) {
      this.#send('codeLens/refresh', () => this.#connection.sendRequest(CodeLensRefreshRequest.type));
    }
  }

  /** Files that the editor may not ask about by itself, since another one was changed. */
  #stale(): string[] {
    if (!this.abilities.refreshes) return [];
    const typing = [...this.#open.keys()].filter((path) => this.#typed.in(path) !== undefined);
    return [...this.#open.keys()].filter((path) => !typing.includes(path) && this.#reports.isStale(path, true));
  }

  /** Lets the editor know that there may be something new about these files. */
  #tell(paths: readonly string[]): void {
    if (paths.length === 0) return;
    for (const path of paths) this.#owed.delete(path);
    if (this.abilities.refreshes) {
      this.#send('refresh', () => this.#connection.languages.diagnostics.refresh());
    } else if (!this.abilities.pulls) {
      for (const path of paths) this.#publish(path);
    }
  }

  #publish(path: string): void {
    const open = this.#open.get(path);
    if (!open) return;
    const { id, diagnostics } = this.#report(path);
    if (this.#sent.get(path) === id) return;
    this.#sent.set(path, id);
    this.#sendDiagnostics(open.uri, diagnostics, open.version);
  }

  /** An editor that could not be told what follows is told all at once. */
  #report(path: string): Report {
    return this.#reports.of(path, this.abilities.refreshes || !this.abilities.pulls);
  }

  #sendDiagnostics(uri: string, diagnostics: readonly Diagnostic[], version?: number): void {
    const params = { uri, diagnostics: [...diagnostics], ...(version !== undefined && { version }) };
    this.#send('publishDiagnostics', () => this.#connection.sendDiagnostics(params));
  }

  /** Sends something; that it does not arrive is a line in the log. */
  #send(name: string, sending: () => Promise<unknown>): void {
    sending().catch((error: unknown) => this.#connection.console.error(`${name}: ${describe(error)}`));
  }

  #reread(paths: readonly string[]): void {
    this.#workspace.reread(paths);
    this.#scheduler.wake();
  }

  async #ask(path: string): Promise<string | undefined> {
    const answer = await this.#connection.sendRequest<ReadFileResult | undefined>(READ_FILE, { uri: uriOf(path) });
    return typeof answer?.text === 'string' ? answer.text : undefined;
  }

  #show(type: MessageType, message: string): void {
    this.#send('showMessage', () => this.#connection.sendNotification(ShowMessageNotification.type, { type, message }));
  }

  #complain(complaints: readonly Complaint[]): void {
    if (this.abilities.placesComplaints) {
      const params: WrongSettingsParams = { complaints };
      this.#send(WRONG_SETTINGS, () => this.#connection.sendNotification(WRONG_SETTINGS, params));
      return;
    }
    for (const { message } of complaints) {
      if (!this.#complained.has(message)) this.#show(MessageType.Warning, message);
      this.#complained.add(message);
    }
  }
}

/** The settings in a notification: under the section's name, or by themselves. */
function sectionOf(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return undefined;
  return SECTION in sent ? (sent as Record<string, unknown>)[SECTION] : undefined;
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  return uris.map((uri) => `${pathOf(uri).replace(/\/$/, '')}/`);
}
