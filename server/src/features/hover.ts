import type { Description, TextRange } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';

export interface Hover extends TextRange {
  readonly markdown: string;
}

/** What is to be said of the token at an offset of one of the unit's documents. */
export function hoverAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): Hover | undefined {
  const described = unit.analysis.describeAt(document, offset);
  if (!described) return undefined;
  return { start: described.start, end: described.end, markdown: helpOf(described) };
}

/** A token in the language's own words: what it is, how it is written, where it has effect. */
function helpOf({ title, traits, help, forms, notes }: Description): string {
  const parts = [[`**${title}**`, ...traits].join(' · ')];
  if (help !== '') parts.push(help);
  if (forms.length > 0) parts.push(['```', ...forms, '```'].join('\n'));
  if (notes.length > 0) parts.push(notes.map(({ about, text }) => `*${about}:* ${text}`).join('  \n'));
  return parts.join('\n\n');
}
