import { type ExtensionContext, Uri, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  vsdiag,
} from 'vscode-languageclient';
import {
  type InitializationOptions,
  READ_FILE,
  type ReadFileParams,
  SECTION,
  WRONG_SETTINGS,
  type WrongSettingsParams,
} from '../server/src/protocol/requests.ts';
import { ClosedFiles } from './closed-files.ts';
import { registerCommands } from './commands.ts';
import { SELECTOR } from './languages.ts';
import { Restarts } from './restarts.ts';
import { RolloutTables } from './rollout-tables.ts';
import { RulePages } from './rule-pages.ts';
import { StatusItem } from './status-item.ts';
import { TraceChannel } from './trace-channel.ts';
import { WrongSettings } from './wrong-settings.ts';

const NAME = 'IGEL Rollout';

/** A running client. */
export interface Client {
  stop(): Promise<void>;
}

type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Starts the server, and all that shows what it knows. `create` makes a client for the place that this runs in. */
export async function start(context: ExtensionContext, create: CreateClient): Promise<Client> {
  const log = window.createOutputChannel(NAME, { log: true });
  const trace = new TraceChannel(`${NAME}: Messages`);
  const restarts = new Restarts(log, () => client.start());
  const options: InitializationOptions = {
    readsFiles: true,
    explains: true,
    showsRollout: true,
    placesComplaints: true,
  };
  // The id is the section of the settings: the library looks for `trace.server` below it.
  const client = create(SECTION, NAME, {
    documentSelector: SELECTOR,
    initializationOptions: options,
    outputChannel: log,
    traceOutputChannel: trace,
    // A request that failed is a line in the log: nobody is helped by a window about it.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: restarts,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: true },
    middleware: {
      // The old side of a comparison is nobody's to mend.
      provideDiagnostics: (document, previous, token, next) =>
        isOldVersion(document instanceof Uri ? document : document.uri) ? NOTHING : next(document, previous, token),
    },
    markdown: { isTrusted: { enabledCommands: ['igelRollout.explainRule'] } },
  });
  client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri)));
  const wrong = new WrongSettings(context.globalStorageUri, log);
  client.onNotification(WRONG_SETTINGS, ({ complaints }: WrongSettingsParams) => wrong.show(complaints));
  const status = new StatusItem(client);
  client.onDidChangeState(({ newState }) => status.setServer(SERVER_STATES[newState]));
  const pages = new RulePages(client);
  const tables = new RolloutTables(client);
  const closed = new ClosedFiles(client);
  context.subscriptions.push(log, trace, wrong, status, pages, tables, closed);
  context.subscriptions.push(...registerCommands(client, pages, closed, tables));
  await client.start();
  return { stop: () => client.dispose() };
}

const NOTHING: vsdiag.DocumentDiagnosticReport = { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };

/** Whether a file is one that an extension only shows, such as what version control has of it. */
const isOldVersion = ({ scheme }: Uri): boolean =>
  workspace.fs.isWritableFileSystem(scheme) === false &&
  workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) !== true;

const SERVER_STATES = {
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
  [State.Starting]: 'starting',
  [State.Running]: 'running',
} as const;

async function readFile(uri: Uri) {
  try {
    return { text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return null;
  }
}
