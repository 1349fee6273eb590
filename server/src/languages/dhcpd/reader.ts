import { decodeString, TOKEN_LIMIT, type Token, tokenize } from './lexer.ts';

/** A replacement inside the piece of text that a statement stands in. */
export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface LocalMend {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly LocalEdit[];
}

export type DhcpdRule =
  | 'syntax'
  | 'unknown-statement'
  | 'unknown-option'
  | 'option-value-type'
  | 'option-definition'
  | 'unknown-reference'
  | 'duplicate'
  | 'address-range'
  | 'parameter-value'
  | 'incomplete-declaration'
  | 'misplaced-declaration'
  | 'server-version';

/** What dhcpd would refuse in one statement: thrown by readers, caught where the statement is judged. */
export class Refusal {
  readonly rule: DhcpdRule;
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly remedy: string;
  /** The first is the preferred one. */
  readonly mends: readonly LocalMend[];

  constructor(
    rule: DhcpdRule,
    at: { readonly start: number; readonly end: number },
    what: string,
    remedy: string,
    mends: readonly LocalMend[] = [],
  ) {
    this.rule = rule;
    this.start = at.start;
    this.end = at.end;
    this.what = what;
    this.remedy = remedy;
    this.mends = mends;
  }
}

/** Something accepted that still deserves a word, such as a number that is read as octal. */
export interface Doubt {
  readonly rule: DhcpdRule;
  readonly severity: 'warning' | 'information';
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly hurts: string;
  readonly remedy: string;
  readonly mends: readonly LocalMend[];
}

/** The tokens of one statement behind its keyword, read from left to right as dhcpd's parser does. */
export class Reader {
  readonly text: string;
  readonly doubts: Doubt[] = [];
  readonly #tokens: readonly Token[];
  #next = 0;

  /** Reads `text` from one offset to another; the end stands for the semicolon. */
  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.#tokens = tokenize(text, from, to);
  }

  /** The token `ahead` places on, without taking it; the end for ever after the last one. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    if (!token) throw new RangeError('a reader has at least its end token');
    return token;
  }

  /** Takes the next token; the end again and again once it is reached. A quote that is never closed is refused here. */
  next(): Token {
    const token = this.peek();
    if (token.kind === 'unclosed-string') throw unclosedQuote(token);
    if (token.kind === 'string') this.#lookAt(token);
    if (token.kind !== 'end') this.#next++;
    return token;
  }

  /** What dhcpd's lexer makes of a string that is more than its characters. */
  #lookAt(token: Token): void {
    if (token.end - token.start > TOKEN_LIMIT) throw tooLong(token);
    if (!token.text.includes('\\')) return;
    const { badEscape, costlyEscape } = decodeString(token.text);
    if (badEscape !== undefined) throw incompleteEscape(token, badEscape);
    if (costlyEscape !== undefined) this.doubt(costlyZero(token, costlyEscape));
  }

  /** The token before the next one; undefined at the beginning. */
  get last(): Token | undefined {
    return this.#tokens[this.#next - 1];
  }

  get atEnd(): boolean {
    return this.peek().kind === 'end';
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'sign' && token.text === sign;
  }

  /** Takes the next token if it is this sign. */
  takeSign(sign: string): boolean {
    const found = this.isSign(sign);
    if (found) this.next();
    return found;
  }

  /** Whether the next token is this keyword; dhcpd does not tell capitals apart. */
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return isName(token) && token.text.toLowerCase() === word;
  }

  takeWord(word: string): boolean {
    const found = this.isWord(word);
    if (found) this.next();
    return found;
  }

  /** Whether a line break stands between the last token and the next one. */
  get onNewLine(): boolean {
    const last = this.last;
    return last !== undefined && this.text.slice(last.end, this.peek().start).includes('\n');
  }

  /** The text from one token to the one just read. */
  textFrom(first: Token): string {
    return this.text.slice(first.start, this.last?.end ?? first.start);
  }

  /** From a token to the end of the statement's text. */
  restFrom(first: Token): { readonly start: number; readonly end: number } {
    let end = first.end;
    for (const token of this.#tokens) if (token.kind !== 'end' && token.end > end) end = token.end;
    return { start: first.start, end };
  }

  doubt(doubt: Doubt): void {
    this.doubts.push(doubt);
  }
}

function unclosedQuote(token: Token): Refusal {
  // A semicolon that the open quote swallowed belongs behind it.
  let length = token.text.length;
  while (' \t\r;{}'.includes(token.text.charAt(length - 1))) length--;
  const close = token.start + length;
  return new Refusal('syntax', token, 'The quote that begins here is never closed.', 'Close it with another quote.', [
    { title: 'Close the quote', safe: true, edits: [{ start: close, end: close, newText: '"' }] },
  ]);
}

const incompleteEscape = (token: Token, at: number): Refusal =>
  new Refusal(
    'syntax',
    { start: token.start + at, end: token.start + at + 2 },
    'After this backslash dhcpd expects a whole escape: \\x and two hexadecimal digits, or three octal digits.',
    'Complete it, or double the backslash.',
  );

/** `\0` and `\00`: dhcpd looks for three octal digits, gives up, and drops the character that it has read last (common/conflex.c). */
function costlyZero(token: Token, at: number): Doubt {
  const start = token.start + at;
  const end = start + (token.text[at + 2] === '0' ? 3 : 2);
  return {
    rule: 'option-value-type',
    severity: 'warning',
    start,
    end,
    what: 'This is no whole escape: dhcpd drops it, and the character behind it.',
    hurts: 'What is meant by the text is not what clients get.',
    remedy: 'Write three octal digits: \\000 is the byte 0.',
    mends: [{ title: 'Write \\000', safe: false, edits: [{ start, end, newText: '\\000' }] }],
  };
}

const tooLong = (token: Token): Refusal =>
  new Refusal(
    'syntax',
    token,
    `This text is ${token.end - token.start} characters long; dhcpd reads ${TOKEN_LIMIT - 1} at most.`,
    'Shorten it.',
  );

/** What dhcpd takes for an identifier: any word, its own keywords included (dhctoken.h, is_identifier). */
export const isName = (token: Token): boolean => token.kind === 'word' || token.kind === 'hex-word';

/** A token as a message shows it. */
export function show(token: Token): string {
  if (token.kind === 'end') return 'the end of the statement';
  const text = token.text.length > 40 ? `${token.text.slice(0, 37)}…` : token.text;
  return token.kind === 'string' || token.kind === 'unclosed-string' ? text : `"${text}"`;
}
