import { VENDOR_CLASS } from '../igel/sub-options.ts';
import type { Completion, Completions, TextRange } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
import { VENDOR_CLASS as VENDOR_CLASS_CODE } from '../wire/option-codes.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { markdownOf } from './help-text.ts';

export interface CompletionItem extends Omit<Completion, 'help'> {
  /** Markdown. */
  readonly documentation: string;
}

/** What may be typed at a place, the likeliest first. */
export interface CompletionList {
  /** What a chosen item replaces. */
  readonly range: TextRange;
  readonly items: readonly CompletionItem[];
}

/** What may be typed at an offset of one of the unit's documents; undefined where nothing is known. */
export function completionsAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): CompletionList | undefined {
  const found = unit.analysis.completionsAt(document, offset);
  if (!found) return undefined;
  const known = found.items.map(({ help, ...item }) => ({
    ...item,
    documentation: markdownOf(help, unit.language.id),
  }));
  const items = [...vendorClass(unit, found), ...known];
  return items.length > 0 ? { range: found.range, items } : undefined;
}

/** What IGEL OS says of itself, where a client's vendor class is compared. */
function vendorClass<F>({ analysis, language }: OpenUnit<F>, { compared }: Completions): readonly CompletionItem[] {
  if (compared?.space !== analysis.model.mainSpace || compared.code !== VENDOR_CLASS_CODE) return [];
  const text = compared.inQuotes ? VENDOR_CLASS : language.write.testText(VENDOR_CLASS);
  return [
    {
      label: text,
      kind: 'value',
      detail: 'IGEL OS 11.04.100 or higher',
      documentation: 'What IGEL OS 11.04.100 and higher sends as its vendor class. Upper and lower case matter.',
      newText: text,
      snippet: undefined,
    },
  ];
}
