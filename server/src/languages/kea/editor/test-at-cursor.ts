import { type Token, tokenize } from '../expression/lexer.ts';
import type { Item } from '../item.ts';
import { decodeString } from '../json-string.ts';

/** The test of a class with the place of an offset in it. */
export interface TestAtCursor {
  /** The tokens of the decoded text, without the end. */
  readonly tokens: readonly Token[];
  /** The token that the offset is in, or that it stands right behind. */
  readonly token: Token | undefined;
  /** How many tokens stand before the word that is being typed. */
  readonly before: number;
  readonly at: number;
  /** Where a stretch of the decoded text stands, counted from the item's anchor. */
  place(start: number, end: number): { readonly start: number; readonly end: number };
}

/** @param at counted from the item's anchor */
export function testAtCursor(item: Item, at: number): TestAtCursor | undefined {
  if (item.kind !== 'string' && item.kind !== 'broken') return undefined;
  const written = item.anchor.text.slice(item.start, item.end);
  const isClosed = item.kind === 'string' && written.length > 1 && written.endsWith('"');
  if (!written.startsWith('"') || at <= item.start || (isClosed && at >= item.end)) return undefined;
  const { text, offsets } = decodeString(written);
  // Blanks at the end of a text that nothing closes are no part of it.
  const inText = (offset: number): number => {
    const place = item.start + (offsets?.[offset] ?? offset + 1);
    return offset === text.length ? Math.max(place, at) : place;
  };
  let offset = 0;
  while (offset < text.length && inText(offset) < at) offset++;
  const tokens = tokenize(text).filter(({ kind }) => kind !== 'end');
  const token = tokens.find(
    ({ start, end }) => start <= offset && offset <= end && (start < offset || offset === start),
  );
  const behind = tokens.findLast(({ start, end }) => start < offset && offset <= end);
  const typed = behind && /[\w'-]$/.test(text.slice(behind.start, offset)) ? behind : undefined;
  return {
    tokens,
    token: token ?? behind,
    before: typed ? tokens.indexOf(typed) : tokens.filter(({ end }) => end <= offset).length,
    at: offset,
    place: (start, end) => ({ start: inText(start), end: inText(end) }),
  };
}
