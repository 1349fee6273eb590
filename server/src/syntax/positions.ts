import type { DocumentPiece } from './document-piece.ts';

/** A place as LSP has it: both count from 0, the character in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

type Pieces = readonly DocumentPiece<unknown>[];

/** The last index for which `below` holds, in a list where it holds up to some place; 0 if for none. */
function lastWhere<T>(list: readonly T[], below: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && below(item)) low = middle;
    else high = middle;
  }
  return low;
}

/** The index of the piece that holds an offset; of the later one at a border. */
export function indexAt(pieces: Pieces, offset: number): number {
  return lastWhere(pieces, (piece) => piece.offset <= offset);
}

export function positionAt(pieces: Pieces, offset: number): Position {
  const piece = pieces[indexAt(pieces, offset)];
  if (piece === undefined) return { line: 0, character: 0 };
  let at = Math.min(Math.max(0, offset - piece.offset), piece.text.length);
  if (piece.text.startsWith('\r\n', at - 1) && at > 0) at--; // no place inside of a line's end
  const { lineStarts: starts } = piece;
  const index = lastWhere(starts, (start) => start <= at);
  const start = starts[index];
  if (start === undefined || start > at) return { line: piece.line, character: piece.column + at };
  return { line: piece.line + index + 1, character: at - start };
}

/** Where a line begins; undefined if there is none. */
function lineStart(pieces: Pieces, line: number): number | undefined {
  if (line <= 0) return 0;
  const piece = pieces[lastWhere(pieces, (candidate) => candidate.line < line)];
  const start = piece?.lineStarts[line - piece.line - 1];
  return piece === undefined || start === undefined ? undefined : piece.offset + start;
}

export function offsetAt(pieces: Pieces, { line, character }: Position): number {
  const last = pieces.at(-1);
  const length = last === undefined ? 0 : last.offset + last.text.length;
  if (line < 0) return 0;
  const start = lineStart(pieces, line);
  if (start === undefined) return length;
  const end = lineStart(pieces, line + 1) ?? length;
  let offset = Math.min(start + Math.max(0, character), end);
  while (offset > start && endsLine(pieces, offset - 1)) offset--;
  return offset;
}

function endsLine(pieces: Pieces, offset: number): boolean {
  const piece = pieces[indexAt(pieces, offset)];
  const character = piece?.text.charAt(offset - piece.offset);
  return character === '\n' || character === '\r';
}
