/** The widest stretch of a line that is shown. */
const WIDTH = 120;
/** How much of a long line is shown before the place. */
const LEAD = 40;
const TAB = '    ';

export interface Frame {
  /** The line of the place, or what is around it in a long one. */
  readonly code: string;
  /** Blanks up to the place, and carets under it: at least one, and none past the line's end. */
  readonly indent: string;
  readonly carets: string;
}

/** The line at `start` of a text with carets under `start` to `end`, all in UTF-16 code units; `character` is `start` counted from the line's beginning. */
export function frameOf(text: string, start: number, end: number, character: number): Frame {
  const lineStart = start - character;
  const from = character > WIDTH - LEAD ? start - LEAD : lineStart;
  const window = text.slice(from, from + WIDTH + 1).split(/[\r\n]/, 1)[0] ?? '';
  const shown = window.slice(0, WIDTH);
  const head = from > lineStart ? '…' : '';
  const tail = window.length > WIDTH ? '…' : '';
  const place = start - from;
  return {
    code: head + printable(shown) + tail,
    indent: ' '.repeat(head.length + width(shown.slice(0, place))),
    carets: '^'.repeat(Math.max(1, width(shown.slice(place, end - from)))),
  };
}

/** Text as a terminal may print it: tabs as blanks, and a sign for every control character, so that no file can steer the terminal. */
export const printable = (text: string): string =>
  text.replaceAll('\t', TAB).replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');

/** Blanks stand for code points, which is right for all but wide and combining characters. */
const width = (text: string): number => [...printable(text)].length;
