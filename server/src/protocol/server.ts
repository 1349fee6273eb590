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
import type { Abilities } from './abilities.ts';
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
  let session: Session | undefined;
  const current = (): Session => {
    if (!session) throw new ResponseError(ErrorCodes.ServerNotInitialized, 'the first message is initialize');
    return session;
  };
  // The parsers start while the editor still says what it can do.
  const parsers = loadParsers(runtime.grammars);
  parsers.catch(() => {});

  connection.onInitialize(
    answering(log, 'initialize', async (params: InitializeParams): Promise<InitializeResult> => {
      session = new Session(connection, runtime, await parsers, params);
      return { capabilities: capabilitiesFor(session.abilities), serverInfo: { name: SOURCE, version } };
    }),
  );
  connection.onInitialized(heeding(log, 'initialized', () => current().begin()));

  connection.onDidOpenTextDocument(heeding(log, 'didOpen', ({ textDocument }) => current().open(textDocument)));
  connection.onDidChangeTextDocument(heeding(log, 'didChange', (params) => current().change(params)));
  connection.onDidCloseTextDocument(heeding(log, 'didClose', ({ textDocument }) => current().close(textDocument.uri)));
  connection.onDidChangeWatchedFiles(
    heeding(log, 'didChangeWatchedFiles', ({ changes }) => current().filesChanged(changes.map(({ uri }) => uri))),
  );
  connection.onDidChangeConfiguration(
    heeding(log, 'didChangeConfiguration', ({ settings }: { settings: unknown }) => current().configure(settings)),
  );

  connection.languages.diagnostics.on(
    answering(log, 'diagnostic', (params, token) => current().diagnostics(params, token)),
  );
  connection.onHover(
    answering(log, 'hover', ({ textDocument, position }, token) =>
      current().about(textDocument.uri, token, null, (place) => hover(place, position, current().abilities)),
    ),
  );
  connection.onCompletion(
    answering(log, 'completion', ({ textDocument, position }, token) =>
      current().about(textDocument.uri, token, null, (place) => completion(place, position, current().abilities)),
    ),
  );
  connection.onDocumentSymbol(
    answering(log, 'documentSymbol', ({ textDocument: { uri } }, token) =>
      current().about(uri, token, null, (place) => symbols(place, uri, current().abilities)),
    ),
  );
  connection.onFoldingRanges(
    answering(log, 'foldingRange', ({ textDocument }, token) => current().about(textDocument.uri, token, null, folds)),
  );
  connection.onCodeAction(answering(log, 'codeAction', (params, token) => current().codeActions(params, token)));
  connection.onCodeActionResolve(answering(log, 'codeAction/resolve', (action) => current().resolve(action)));
  connection.onCodeLens(
    answering(log, 'codeLens', ({ textDocument }, token) => current().codeLenses(textDocument.uri, token)),
  );
  connection.onCodeLensResolve(answering(log, 'codeLens/resolve', (lens) => current().resolveLens(lens)));
  connection.languages.inlayHint.on(
    answering(log, 'inlayHint', (params, token) => current().inlayHints(params, token)),
  );
  connection.onExecuteCommand(
    answering(log, 'executeCommand', ({ command, arguments: args = [] }, token) =>
      current().execute(command, args as unknown[], token),
    ),
  );
  connection.onRequest(
    ROLLOUT,
    answering(log, ROLLOUT, ({ uri }: RolloutParams, token: CancellationToken) => current().rollout(uri, token)),
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
      ({ uri, to }: MoveParams, token: CancellationToken): Promise<MoveResult> => current().move(uri, to, token),
    ),
  );
  connection.onRequest(
    ROLLOUT_SUMMARY,
    answering(log, ROLLOUT_SUMMARY, ({ uri }: RolloutParams, token: CancellationToken) =>
      current().rolloutSummary(uri, token),
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
