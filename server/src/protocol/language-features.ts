import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  InsertTextFormat,
  MarkupKind,
  type Range,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import { completionsAt } from '../features/completion.ts';
import { documentSymbols } from '../features/document-symbols.ts';
import { foldings } from '../features/folding.ts';
import { hoverAt } from '../features/hover.ts';
import { vendorHints } from '../features/vendor-hints.ts';
import type * as editor from '../languages/editor.ts';
import { endOf } from '../model/span.ts';
import type { Position } from '../syntax/document.ts';
import type { AnyDocument, PlaceOfFile } from '../workspace/workspace.ts';
import type { Abilities } from './abilities.ts';
import { rangeOf } from './diagnostics.ts';

export function hover({ unit, document }: PlaceOfFile, position: Position, { markdown }: Abilities): Hover | null {
  const found = hoverAt(unit, document, document.offsetAt(position));
  if (!found) return null;
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: found.markdown }, range: rangeOf(document, found) };
}

const COMPLETION_KINDS: Readonly<Record<editor.CompletionKind, CompletionItemKind>> = {
  declaration: CompletionItemKind.Struct,
  statement: CompletionItemKind.Keyword,
  option: CompletionItemKind.Property,
  type: CompletionItemKind.TypeParameter,
  class: CompletionItemKind.Class,
  space: CompletionItemKind.Module,
  value: CompletionItemKind.Value,
  function: CompletionItemKind.Function,
  operator: CompletionItemKind.Operator,
  name: CompletionItemKind.Variable,
};

export function completion(
  { unit, document }: PlaceOfFile,
  position: Position,
  { snippetCompletions }: Abilities,
): CompletionList | null {
  const found = completionsAt(unit, document, document.offsetAt(position));
  if (!found) return null;
  const range = rangeOf(document, found.range);
  const digits = `${found.items.length}`.length;
  const items = found.items.map(({ label, kind, detail, documentation, newText, snippet }, i): CompletionItem => {
    const asSnippet = snippetCompletions && snippet !== undefined;
    return {
      label,
      kind: COMPLETION_KINDS[kind],
      detail,
      documentation: { kind: MarkupKind.Markdown, value: documentation },
      textEdit: { range, newText: asSnippet ? snippet : newText },
      // Editors compare what stands in the range with it: a quote before the word counts.
      ...(newText.startsWith('"') && { filterText: newText }),
      insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // Editors sort by this: the likeliest first, as the list is.
      sortText: `${i}`.padStart(digits, '0'),
    };
  });
  return { isIncomplete: false, items };
}

const SYMBOL_KINDS: Readonly<Record<editor.SymbolKind, SymbolKind>> = {
  network: SymbolKind.Namespace,
  pool: SymbolKind.Array,
  group: SymbolKind.Package,
  host: SymbolKind.Object,
  class: SymbolKind.Class,
  option: SymbolKind.Property,
  space: SymbolKind.Module,
  key: SymbolKind.Key,
  zone: SymbolKind.Namespace,
  peer: SymbolKind.Interface,
  condition: SymbolKind.Operator,
  function: SymbolKind.Function,
  include: SymbolKind.File,
};

export function symbols(
  { unit, document }: PlaceOfFile,
  uri: string,
  { nestedSymbols }: Abilities,
): DocumentSymbol[] | SymbolInformation[] {
  const found = documentSymbols(unit, document);
  return nestedSymbols ? found.map((symbol) => nested(document, symbol)) : [...flat(document, uri, found, undefined)];
}

function nested(document: AnyDocument, symbol: editor.DocumentSymbol): DocumentSymbol {
  return {
    name: nameOf(symbol),
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.kind],
    range: rangeOf(document, symbol.range),
    selectionRange: rangeOf(document, symbol.nameRange),
    children: symbol.children.map((child) => nested(document, child)),
  };
}

function* flat(
  document: AnyDocument,
  uri: string,
  found: readonly editor.DocumentSymbol[],
  containerName: string | undefined,
): Generator<SymbolInformation> {
  for (const symbol of found) {
    const name = nameOf(symbol);
    const location = { uri, range: rangeOf(document, symbol.range) };
    yield { name, kind: SYMBOL_KINDS[symbol.kind], location, ...(containerName !== undefined && { containerName }) };
    yield* flat(document, uri, symbol.children, name);
  }
}

/** Editors refuse a list of symbols in which one has no name. */
const nameOf = ({ name, detail }: editor.DocumentSymbol): string => name || detail || '?';

export function folds({ unit, document }: PlaceOfFile): FoldingRange[] {
  return foldings(unit, document).map(({ startLine, endLine, kind }) => ({
    startLine,
    endLine,
    ...(kind === 'comment' && { kind }),
  }));
}

/** What hexadecimal digits say, behind them, in the part of the file that is seen. */
export function inlayHints({ unit, document }: PlaceOfFile, { start, end }: Range): InlayHint[] {
  const part = { start: document.offsetAt(start), end: document.offsetAt(end) };
  return vendorHints(unit, document.file, part).map(({ at, label, details }) => ({
    position: document.positionAt(endOf(at)),
    label,
    tooltip: { kind: MarkupKind.Markdown, value: details },
    paddingLeft: true,
  }));
}
