import { blockRanges } from '../syntax/block-ranges.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';

/** Lines that can be folded into the first one; counted from 0, both belong to it. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'block' | 'comment';
}

/** Blocks whose closing bracket is on a later line, and comments of several lines, in the order of the text. */
export function foldings<F>({ language: { syntax } }: OpenUnit<F>, document: Document<F>): readonly Fold[] {
  const blocks = blockRanges(document, syntax).flatMap(({ open, end, closed }) =>
    fold(document.positionAt(open).line, document.positionAt(end - 1).line - (closed ? 1 : 0), 'block'),
  );
  return [...blocks, ...comments(document, syntax.lineComments)].sort((a, b) => a.startLine - b.startLine);
}

/** The line of a closing bracket stays visible. */
const fold = (startLine: number, endLine: number, kind: Fold['kind']): readonly Fold[] =>
  endLine > startLine ? [{ startLine, endLine, kind }] : [];

function comments<F>(document: Document<F>, signs: readonly string[]): readonly Fold[] {
  const folds: Fold[] = [];
  let first = -1;
  let last = -2;
  for (const line of commentLines(document, signs)) {
    if (line !== last + 1) {
      folds.push(...fold(first, last, 'comment'));
      first = line;
    }
    last = line;
  }
  return [...folds, ...fold(first, last, 'comment')];
}

/** The lines that hold a comment and nothing else. */
function* commentLines<F>(document: Document<F>, signs: readonly string[]): Generator<number> {
  for (const { text, line, column } of document.pieces) {
    if (!signs.some((sign) => text.includes(sign))) continue;
    for (const [index, part] of text.split('\n').entries()) {
      const inner = part.trimStart();
      if ((index > 0 || column === 0) && signs.some((sign) => inner.startsWith(sign))) yield line + index;
    }
  }
}
