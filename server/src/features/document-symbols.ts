import type { DocumentSymbol } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';

/** What one of the unit's documents declares, nested as it is written, in the order of the text. */
export const documentSymbols = <F>(unit: OpenUnit<F>, document: Document<F>): readonly DocumentSymbol[] =>
  unit.language.symbols(document);
