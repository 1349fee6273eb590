import type { Completion, TextRange } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
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
  if (!found || found.items.length === 0) return undefined;
  const items = found.items.map(({ help, ...item }) => ({ ...item, documentation: markdownOf(help) }));
  return { range: found.range, items };
}
