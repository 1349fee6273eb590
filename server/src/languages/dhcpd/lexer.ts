import { stringLineEnd } from '../../syntax/string-line.ts';

/** What dhcpd's own lexer tells apart (common/conflex.c): `word` never is a number, `hex-word` may be either. */
export type TokenKind = 'string' | 'unclosed-string' | 'number' | 'hex-word' | 'word' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the text, quotes included; empty for the end. */
  readonly text: string;
  /** Where it stands in the text that was read. */
  readonly start: number;
  readonly end: number;
  /** Whether white space or a comment stands before it. */
  readonly spaced: boolean;
}

/** dhcpd keeps a token in a buffer of this many bytes and refuses a longer one. */
export const TOKEN_LIMIT = 1499;

// Blanks that dhcpd does not take for blanks are told by themselves, and do not disturb what stands around them.
const SPACE = /[\s\u00ad\u0085\u200b-\u200f\u2060-\u2064\ufeff]+|#[^\n]*/y;
const WORD = /[A-Za-z][A-Za-z0-9_-]*/y;
const SIGN = /[\s\S]/uy;

/** The tokens of `text` between two offsets, as dhcpd reads them, and an `end` token behind them. */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  for (;;) {
    const space = endOfGap(text, at);
    const spaced = space > at;
    at = Math.min(space, to);
    if (at >= to) {
      tokens.push({ kind: 'end', text: '', start: to, end: to, spaced });
      return tokens;
    }
    const [kind, end] = read(text, at, to);
    tokens.push({ kind, text: text.slice(at, end), start: at, end, spaced });
    at = end;
  }
}

function read(text: string, at: number, to: number): [TokenKind, number] {
  const first = text.charCodeAt(at);
  if (first === 0x22) {
    const closing = closingQuote(text, at, to);
    return closing === undefined ? ['unclosed-string', stringLineEnd(text, at, to)] : ['string', closing + 1];
  }
  if (isDigit(first) || first === 0x2d) return readNumber(text, at, to);
  if (isLetter(first)) {
    const end = Math.min(endOf(WORD, text, at), to);
    // The first letter is not looked at: a word whose other letters are all hex digits may be a number.
    for (let i = at + 1; i < end; i++) if (!isHexDigit(text.charCodeAt(i))) return ['word', end];
    return ['hex-word', end];
  }
  return ['sign', endOf(SIGN, text, at)];
}

/** A number turns into a word when a letter shows that it is none, never back; `-` alone is a sign. */
function readNumber(text: string, at: number, to: number): [TokenKind, number] {
  let kind: TokenKind = 'number';
  let end = at + 1;
  for (; end < to; end++) {
    const c = text.charCodeAt(end);
    if (kind === 'number' && isDigit(c)) continue;
    if (kind !== 'word' && isHexDigit(c)) kind = 'hex-word';
    else if (end === at + 2 && isHexDigit(c) && /^0[xX]/.test(text.slice(at, end))) kind = 'hex-word';
    else if (c === 0x2d || c === 0x5f || isDigit(c) || isLetter(c)) kind = 'word';
    else break;
  }
  return end === at + 1 && text.charCodeAt(at) === 0x2d ? ['sign', end] : [kind, end];
}

/** Behind blanks and comments. */
function endOfGap(text: string, from: number): number {
  let at = from;
  for (let end = endOf(SPACE, text, at); end > at; end = endOf(SPACE, text, at)) at = end;
  return at;
}

// Loops: a regular expression with an alternative for escapes overflows its stack in a string of some million characters.

/** Where the quote is that closes the string which begins at `quote`, on whatever line; undefined if none does before `to`. */
function closingQuote(text: string, quote: number, to: number): number | undefined {
  for (let i = quote + 1; i < to; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22) return i;
    if (c === 0x5c) i++;
  }
  return undefined;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;
const isLetter = (c: number): boolean => (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
const isHexDigit = (c: number): boolean => isDigit(c) || (c >= 0x41 && c <= 0x46) || (c >= 0x61 && c <= 0x66);

export interface DecodedString {
  readonly bytes: Uint8Array;
  /** Where, in the token, an escape stands that dhcpd refuses, or that makes it miss the closing quote; undefined where there is none. */
  readonly badEscape: number | undefined;
  /** Where, in the token, too short an octal zero stands that costs the character behind it. */
  readonly costlyEscape: number | undefined;
}

const ENCODER = new TextEncoder();
const CONTROL: Readonly<Record<string, number>> = { t: 9, r: 13, n: 10, b: 8 };

/** The bytes of a string token: `\t \r \n \b`, `\x` and two hex digits, `\` and three octal digits; any other escaped character is itself. */
export function decodeString(token: string): DecodedString {
  let inner = token.endsWith('"') && token.length > 1 ? token.slice(1, -1) : token.slice(1);
  if (!inner.includes('\\')) {
    return { bytes: ENCODER.encode(inner), badEscape: undefined, costlyEscape: undefined };
  }
  const bytes: number[] = [];
  let badEscape: number | undefined;
  let costlyEscape: number | undefined;
  for (let i = 0; i < inner.length; ) {
    const coded = /^\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2}))/.exec(inner.slice(i, i + 4));
    if (coded) {
      bytes.push(coded[1] === undefined ? Number.parseInt(coded[2] ?? '', 8) : Number.parseInt(coded[1], 16));
      i += coded[0].length;
      continue;
    }
    if (inner[i] === '\\') {
      const next = inner[i + 1] ?? '';
      if (/^(?:[x1-3]|0[1-7])/.test(inner.slice(i + 1, i + 3))) badEscape ??= i + 1;
      const short = /^\\00?/.exec(inner.slice(i, i + 3))?.[0];
      if (short !== undefined && badEscape === undefined) {
        // Behind too short an octal zero dhcpd drops a character and takes the next one as escaped: both must be there
        const swallowed = i + short.length + 1;
        if (swallowed >= inner.length) badEscape = i + 1;
        else {
          costlyEscape ??= i + 1;
          inner = `${inner.slice(0, i)}\\${inner.slice(swallowed)}`;
          continue;
        }
      }
      const control = CONTROL[next];
      if (control !== undefined) {
        bytes.push(control);
        i += 2;
        continue;
      }
      i++;
    }
    const character = String.fromCodePoint(inner.codePointAt(i) ?? 0);
    bytes.push(...ENCODER.encode(character));
    i += character.length;
  }
  return { bytes: Uint8Array.from(bytes), badEscape, costlyEscape };
}
