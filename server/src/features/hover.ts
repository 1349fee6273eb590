import type { TextRange } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { markdownOf } from './help-text.ts';

export interface Hover extends TextRange {
  readonly markdown: string;
}

/** What is to be said of the token at an offset of one of the unit's documents. */
export function hoverAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): Hover | undefined {
  const described = unit.analysis.describeAt(document, offset);
  if (!described) return undefined;
  return { start: described.start, end: described.end, markdown: markdownOf(described.help) };
}
