import { joined, type SnippetText } from '../snippet-text.ts';

/** JSON that is to be written: a value on one line, or a map or list with parts. */
export type JsonText =
  | {
      readonly line: SnippetText | string;
      /** The tab stop at which it can be taken out, with the comma before it; without tab stops it is left out. */
      readonly removedAt?: number;
    }
  | {
      /** A bracket, with the key before it if there is one. */
      readonly open: string;
      readonly parts: readonly JsonPart[];
      readonly close: string;
    };

export type JsonPart = JsonText & {
  /** What stands above it, without the sign that begins a comment. */
  readonly comment?: string | undefined;
};

/** How a text is spread over lines: each line's end and the indentation of its own, and what a step further in adds to it. */
export type Layout =
  | { readonly kind: 'one line' }
  | { readonly kind: 'lines'; readonly lineEnd: string; readonly indent: string; readonly unit: string };

export const ONE_LINE: Layout = { kind: 'one line' };

/** What parts two neighbours, besides a comma. */
export const gapIn = (layout: Layout): string => (layout.kind === 'lines' ? layout.lineEnd + layout.indent : ' ');

const further = (layout: Layout): Layout =>
  layout.kind === 'lines' ? { ...layout, indent: layout.indent + layout.unit } : layout;

/** Parts with the commas between them; comments stand above the part that they belong to. */
export function writeParts(parts: readonly JsonPart[], layout: Layout): SnippetText {
  const gap = gapIn(layout);
  const texts = parts.map((part, i) => {
    const before = i === 0 ? '' : `,${gap}`;
    const comment =
      part.comment === undefined
        ? ''
        : layout.kind === 'lines'
          ? `// ${part.comment}${gap}`
          : `/* ${part.comment.replaceAll('*/', '* /')} */ `;
    const text = joined(before, comment, write(part, layout));
    return 'line' in part && part.removedAt !== undefined ? removable(text, part.removedAt) : text;
  });
  return joined(...texts);
}

function write(text: JsonText, layout: Layout): SnippetText | string {
  if ('line' in text) return text.line;
  const inside = further(layout);
  return joined(text.open, gapIn(inside), writeParts(text.parts, inside), gapIn(layout), text.close);
}

/** A part that only editors with tab stops show. */
const removable = (text: SnippetText, stop: number): SnippetText => ({
  plain: '',
  snippet: `\${${stop}:${text.snippet ?? text.plain.replace(/[\\$}]/g, '\\$&')}}`,
});
