import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './requests.ts';

/** What the editor can do, as far as it makes a difference here. */
export interface Abilities {
  /** It asks for diagnostics; otherwise they are sent. */
  readonly pulls: boolean;
  /** It can be told to ask again. */
  readonly refreshes: boolean;
  /** It can be told to ask again for code lenses, and for inlay hints. */
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  readonly relatedInformation: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly watchesFolders: boolean;
  readonly resolvesEdits: boolean;
  readonly snippetEdits: boolean;
  readonly snippetCompletions: boolean;
  readonly markdown: boolean;
  readonly nestedSymbols: boolean;
  readonly readsFiles: boolean;
  readonly explains: boolean;
  readonly showsRollout: boolean;
  readonly placesComplaints: boolean;
}

export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { workspace, textDocument } = capabilities;
  const options = optionsOf(initializationOptions);
  const pulls = textDocument?.diagnostic !== undefined;
  return {
    pulls,
    refreshes: pulls && workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') !== false,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    readsFiles: options.readsFiles === true,
    explains: options.explains === true,
    showsRollout: options.showsRollout === true,
    placesComplaints: options.placesComplaints === true,
  };
}

export const optionsOf = (given: unknown): InitializationOptions =>
  typeof given === 'object' && given !== null ? given : {};
