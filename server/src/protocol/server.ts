import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { version } from '../../../package.json';
import { explainRule } from '../features/explain.ts';
import { COMPLETION_TRIGGERS, loadParsers } from '../workspace/languages.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { CODE_ACTION_KINDS } from './code-actions.ts';
import { SOURCE } from './diagnostics.ts';
import { answering, heeding } from './guard.ts';
import { completion, folds, hover, symbols } from './language-features.ts';
import {
  EXPLAIN,
  EXPLAIN_COMMAND,
  type ExplainParams,
  type ExplainResult,
  MOVE,
  type MoveParams,
  type MoveResult,
  ROLLOUT,
  ROLLOUT_SUMMARY,
  type RolloutParams,
  SHOW_ROLLOUT_COMMAND,
} from './requests.ts';
import type { ServerRuntime } from './runtime.ts';
import { Session } from './session.ts';

/** Serves one editor over a connection. */
export function startServer(connection: Connection, runtime: ServerRuntime): void {
  const log = connection.console;
  let opened: Promise<Session> | undefined;
  const current = async (): Promise<Session> => {
    if (!opened) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the first message is initialize');
    return opened;
  }; // The parsers start while the editor still says what it can do.
  const parsers = loadParsers(runtime.grammars);
  parsers.catch(() => {});

  connection.onInitialize(
    answering(log, 'initialize', (params: InitializeParams): InitializeResult => {
      const abilities = abilitiesOf(params);
      // An editor that starts waits for this answer alone; what is asked before the parsers are there waits for them, in its order.
      opened = parsers.then((loaded) => new Session(connection, runtime, loaded, params, abilities));
      opened.catch(() => {});
      return { capabilities: capabilitiesFor(abilities), serverInfo: { name: SOURCE, version } };
    }),
  );
  connection.onInitialized(heeding(log, 'initialized', async () => (await current()).begin()));

  connection.onDidOpenTextDocument(
    heeding(log, 'didOpen', async ({ textDocument }) => (await current()).open(textDocument)),
  );
  connection.onDidChangeTextDocument(heeding(log, 'didChange', async (params) => (await current()).change(params)));
  connection.onDidCloseTextDocument(
    heeding(log, 'didClose', async ({ textDocument }) => (await current()).close(textDocument.uri)),
  );
  connection.onDidChangeWatchedFiles(
    heeding(log, 'didChangeWatchedFiles', async ({ changes }) =>
      (await current()).filesChanged(changes.map(({ uri }) => uri)),
    ),
  );
  connection.onDidChangeConfiguration(
    heeding(log, 'didChangeConfiguration', async ({ settings }: { settings: unknown }) =>
      (await current()).configure(settings),
    ),
  );

  connection.languages.diagnostics.on(
    answering(log, 'diagnostic', async (params, token) => (await current()).diagnostics(params, token)),
  );
  connection.onHover(
    answering(log, 'hover', async ({ textDocument, position }, token) => {
      const session = await current();
      return session.about(textDocument.uri, token, null, (place) => hover(place, position, session.abilities));
    }),
  );
  connection.onCompletion(
    answering(log, 'completion', async ({ textDocument, position }, token) => {
      const session = await current();
      return session.about(textDocument.uri, token, null, (place) => completion(place, position, session.abilities));
    }),
  );
  connection.onDocumentSymbol(
    answering(log, 'documentSymbol', async ({ textDocument: { uri } }, token) => {
      const session = await current();
      return session.about(uri, token, null, (place) => symbols(place, uri, session.abilities));
    }),
  );
  connection.onFoldingRanges(
    answering(log, 'foldingRange', async ({ textDocument }, token) =>
      (await current()).about(textDocument.uri, token, null, folds),
    ),
  );
  connection.onCodeAction(
    answering(log, 'codeAction', async (params, token) => (await current()).codeActions(params, token)),
  );
  connection.onCodeActionResolve(
    answering(log, 'codeAction/resolve', async (action) => (await current()).resolve(action)),
  );
  connection.onCodeLens(
    answering(log, 'codeLens', async ({ textDocument }, token) =>
      (await current()).codeLenses(textDocument.uri, token),
    ),
  );
  connection.onCodeLensResolve(answering(log, 'codeLens/resolve', async (lens) => (await current()).resolveLens(lens)));
  connection.languages.inlayHint.on(
    answering(log, 'inlayHint', async (params, token) => (await current()).inlayHints(params, token)),
  );
  connection.onExecuteCommand(
    answering(log, 'executeCommand', async ({ command, arguments: args = [] }, token) =>
      (await current()).execute(command, args as unknown[], token),
    ),
  );
  connection.onRequest(
    ROLLOUT,
    answering(log, ROLLOUT, async ({ uri }: RolloutParams, token: CancellationToken) =>
      (await current()).rollout(uri, token),
    ),
  );
  connection.onRequest(
    EXPLAIN,
    answering(log, EXPLAIN, ({ rule }: ExplainParams): ExplainResult => {
      const markdown = explainRule(rule);
      return markdown === undefined ? null : { markdown };
    }),
  );
  connection.onRequest(
    MOVE,
    answering(
      log,
      MOVE,
      async ({ uri, to }: MoveParams, token: CancellationToken): Promise<MoveResult> =>
        (await current()).move(uri, to, token),
    ),
  );
  connection.onRequest(
    ROLLOUT_SUMMARY,
    answering(log, ROLLOUT_SUMMARY, async ({ uri }: RolloutParams, token: CancellationToken) =>
      (await current()).rolloutSummary(uri, token),
    ),
  );
  connection.listen();
}

function capabilitiesFor({
  pulls,
  resolvesEdits,
  explains,
  showsRollout,
}: Abilities): InitializeResult['capabilities'] {
  const commands = [...(explains ? [] : [EXPLAIN_COMMAND]), ...(showsRollout ? [] : [SHOW_ROLLOUT_COMMAND])];
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(pulls && {
      diagnosticProvider: { identifier: SOURCE, interFileDependencies: true, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: [...COMPLETION_TRIGGERS] },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: resolvesEdits },
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    ...(commands.length > 0 && { executeCommandProvider: { commands } }),
  };
}
