import { cut, type Part } from './cutter.ts';
import type { DocumentPiece } from './document-piece.ts';
import type { LanguageSyntax } from './language-syntax.ts';
import { LOOKAHEAD } from './outline.ts';
import { indexAt } from './positions.ts';
import type { Scanner } from './scanner.ts';

type Pieces = readonly DocumentPiece<unknown>[];

/** A replacement of the text between two offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

/** The parts that take the place of the pieces [first, last). */
export interface Recut {
  readonly first: number;
  readonly last: number;
  readonly parts: readonly Part[];
}

/**
 * Cuts anew what an edit touches, until the text is cut where it was cut before: from there on nothing changes. The result is that of
 * cutting the whole new text.
 */
export function recut(syntax: LanguageSyntax, scanner: Scanner, size: number, pieces: Pieces, edit: Edit): Recut {
  const { from, to, newText } = edit;
  let first = firstAffected(syntax, size, pieces, from);
  let last = Math.min(pieces.length, indexAt(pieces, to) + 2); // one more, to see that the last one still ends where it did
  let text = splice(pieces, first, last, edit);
  // A block comment that nothing closed may be closed now.
  if (syntax.blockComments && text.includes('*/')) {
    const opened = pieces.find((piece) => piece.outline.openComment);
    if (opened !== undefined && opened.offset < from) {
      first = firstAffected(syntax, size, pieces, opened.offset);
      text = splice(pieces, first, last, edit);
    }
  }
  // Each time twice as much as before, so that a text without an end is not read over and over.
  for (let more = 2; ; more *= 2) {
    const { parts, ending } = cut(syntax, scanner, text, size);
    if (last === pieces.length) return { first, last, parts };
    const closing = ending.openComment ? pieces.findIndex((piece, i) => i >= last && piece.text.includes('*/')) : -1;
    if (closing >= 0) {
      last = closing + 1;
    } else {
      const base = pieces[first]?.offset ?? 0;
      const met = ending.reach > 0 ? undefined : meeting(pieces, base, parts, edit);
      if (met !== undefined) return { first, last: met.index, parts: parts.slice(0, met.count) };
      last = Math.min(pieces.length, last + more);
    }
    text = splice(pieces, first, last, { from, to, newText });
  }
}

/** The text of the pieces [first, last) with the edit in it. */
function splice(pieces: Pieces, first: number, last: number, { from, to, newText }: Edit): string {
  let text = '';
  for (const piece of pieces.slice(first, last)) text += piece.text;
  const base = pieces[first]?.offset ?? 0;
  return text.slice(0, from - base) + newText + text.slice(to - base);
}

/** Where the new parts, which begin at `base`, first end behind the edit in a place where a piece began before. */
function meeting(pieces: Pieces, base: number, parts: readonly Part[], { from, to, newText }: Edit) {
  let end = base;
  for (const [i, part] of parts.entries()) {
    if (!part.settled) return undefined;
    end += part.text.length;
    const before = end - newText.length + (to - from);
    if (before < to) continue;
    const index = indexAt(pieces, before);
    if (pieces[index]?.offset === before) return { index, count: i + 1 };
  }
  return undefined;
}

/** The first piece that may end in another place when the text changes at an offset. */
function firstAffected(syntax: LanguageSyntax, size: number, pieces: Pieces, offset: number): number {
  let from = offset;
  let first = indexAt(pieces, offset - 1);
  // A string before it may end elsewhere, and so may a comment of its piece.
  if (syntax.stringReach > 0) from -= syntax.stringReach + 1;
  const own = pieces[first];
  if (syntax.blockComments && own?.text.slice(0, offset - own.offset).includes('/*')) from = Math.min(from, own.offset);
  // What stands behind a long gap may keep the text together before it.
  for (let i = indexAt(pieces, from - LOOKAHEAD); i <= first; i++) {
    const piece = pieces[i];
    for (const gap of piece?.outline.glued ?? []) {
      const begin = (piece?.offset ?? 0) + gap.from;
      if (begin <= offset && (piece?.offset ?? 0) + gap.to >= from) from = Math.min(from, begin);
    }
  }
  first = indexAt(pieces, from - 1);
  for (; first > 0; first--) {
    const before = pieces[first - 1];
    const piece = pieces[first];
    if (before === undefined || piece === undefined) break;
    const token = piece.offset + piece.lead;
    if (Math.max(token, before.offset + size) + LOOKAHEAD < from) break;
  }
  return first;
}
