import type { Expression, Fact, VendorPart } from '../../../model/expression.ts';
import type { Span } from '../../../model/span.ts';
import { addressBytes, parseAddress } from '../address.ts';
import { plainHexBytes, utf8 } from '../bytes.ts';
import { isOlder } from '../vocabulary/version.ts';
import { type Token, tokenize, WORDS_SINCE } from './lexer.ts';

/** Why Kea refuses a test. Offsets are those of the decoded text. */
export class TestRefusal {
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly remedy: string;
  readonly rule: 'syntax' | 'unknown-option' | 'unknown-reference' | 'server-version' | 'parameter-value';
  /** A text to put in its place. */
  readonly newText: string | undefined;

  constructor(
    { start, end }: { readonly start: number; readonly end: number },
    what: string,
    remedy: string,
    rule: TestRefusal['rule'] = 'syntax',
    newText?: string,
  ) {
    this.start = start;
    this.end = end;
    this.what = what;
    this.remedy = remedy;
    this.rule = rule;
    this.newText = newText;
  }
}

/** What a test may refer to. */
export interface TestSurroundings {
  readonly family: 4 | 6;
  readonly version: string;
  /** The code of an option of DHCP's own space. */
  codeOf(name: string): number | undefined;
  nameOf(code: number): string | undefined;
  /** Whether an option of DHCP's own space holds a text and nothing else. */
  isText(code: number): boolean;
  nearestOption(name: string): string | undefined;
  /** Whether a class stands above, or is built in. */
  hasClass(name: string): boolean;
  /** What puts clients into a class, where that is known. */
  testOf(name: string): Expression | undefined;
  /** Where a stretch of the decoded text stands in the file. */
  place(start: number, end: number): Span;
}

type Typed = {
  readonly type: 'boolean' | 'string';
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
};

/** Sub-options that a client names behind an enterprise number. */
type VendorOption = Pick<Extract<Expression, { kind: 'vendor' }>, 'side' | 'enterprise' | 'part'>;

const FIELDS: Readonly<Record<string, Fact>> = {
  iface: 'interface',
  src: 'source-address',
  dst: 'destination-address',
  len: 'message-length',
};

const FIELDS6: Readonly<Record<string, Fact>> = { msgtype: 'message-type', transid: 'transaction' };

const FIELDS4: Readonly<Record<string, Fact>> = {
  ...FIELDS6,
  mac: 'hardware-address',
  hlen: 'hardware-length',
  htype: 'hardware-type',
  ciaddr: 'client-address',
  giaddr: 'relay-address',
  yiaddr: 'given-address',
  siaddr: 'boot-server-address',
};

const TO_TEXT: Readonly<Record<string, 8 | 16 | 32 | 'address'>> = {
  addrtotext: 'address',
  int8totext: 8,
  int16totext: 16,
  int32totext: 32,
  uint8totext: 8,
  uint16totext: 16,
  uint32totext: 32,
};

const VENDOR = 43;
/** Codes for private use (RFC 3942). */
const FIRST_PRIVATE = 224;
const LAST_PRIVATE = 254;

/** The option that relay agents add (RFC 3046). */
const AGENT = 82;

/** Tests nested deeper, or joined of more parts, are not read. */
const DEEPEST = 250;
const MOST_JOINS = 1000;

/** Reads a class test token by token as Kea's own parser does (lib/eval/parser.yy), and stops where that stops. */
export class ExpressionReader {
  readonly #around: TestSurroundings;
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, around: TestSurroundings) {
    this.#around = around;
    this.#text = text;
    this.#tokens = tokenize(text);
  }

  /** A whole test; throws a TestRefusal. */
  readTest(): Expression {
    return this.#whole('boolean');
  }

  /** A whole value, as in `template-test`. */
  readValue(): Expression {
    return this.#whole('string');
  }

  #whole(type: 'boolean' | 'string'): Expression {
    const first = this.#peek();
    if (first.kind === 'end') {
      throw new TestRefusal(first, 'The test is empty.', 'Write a test, or leave the key out.');
    }
    if (this.#isTooDeep())
      return { kind: 'unreadable', at: this.#around.place(first.start, this.#peek(Number.POSITIVE_INFINITY).end) };
    const read = this.#or();
    const rest = this.#peek();
    if (rest.kind !== 'end') throw this.#unexpected(rest, 'the end, "and" or "or"');
    return this.#as(type, read);
  }

  /** Whether whatever walks the test could run out of its stack: Kea reads it, and here it is not looked into. */
  #isTooDeep(): boolean {
    let depth = 0;
    let negations = 0;
    let joins = 0;
    for (const { kind, text } of this.#tokens) {
      if (kind !== 'sign' && kind !== 'word') continue;
      if (text === '(') depth++;
      else if (text === ')') depth--;
      else if (text === 'and' || text === 'or' || text === '+') joins++;
      negations = text === 'not' ? negations + 1 : 0;
      if (Math.max(depth, negations) > DEEPEST || joins > MOST_JOINS) return true;
    }
    return false;
  }

  #peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    if (!token) throw new RangeError('a test has at least its end token');
    return token;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind === 'bad') throw this.#unexpected(token, 'something else');
    if (token.kind !== 'end') this.#next++;
    return token;
  }

  #is(text: string, ahead = 0): boolean {
    const token = this.#peek(ahead);
    return (token.kind === 'sign' || token.kind === 'word') && token.text === text;
  }

  #expect(text: string): Token {
    if (!this.#is(text)) throw this.#unexpected(this.#peek(), `"${text}"`);
    return this.#take();
  }

  #unexpected(token: Token, wanted: string): TestRefusal {
    const { text } = token;
    if (token.kind === 'end') {
      return new TestRefusal(token, `The test ends too early: ${wanted} belongs here.`, 'Complete it.');
    }
    if (text === '=' || text === '===') {
      return new TestRefusal(token, 'One "=" compares nothing in a class test.', 'Write "==".', 'syntax', '==');
    }
    if (text.startsWith('"')) {
      return new TestRefusal(
        token,
        'A text inside a test stands in single quotes.',
        "Write it as 'text'.",
        'syntax',
        `'${text.replace(/"/g, '')}'`,
      );
    }
    if (text === '!=' || text === '<>') {
      return new TestRefusal(token, `There is no "${text}" in a class test.`, 'Write not (… == …).');
    }
    if (text === '&&' || text === '||') {
      const word = text === '&&' ? 'and' : 'or';
      return new TestRefusal(token, `There is no "${text}" in a class test.`, `Write "${word}".`, 'syntax', word);
    }
    if (text === "'") {
      return new TestRefusal(token, 'The quote that begins here is never closed.', 'Close it.');
    }
    return new TestRefusal(token, `"${text}" stands where ${wanted} belongs.`, 'Correct the test.');
  }

  #as(type: 'boolean' | 'string', read: Typed): Expression {
    if (read.type === type) return read.expression;
    throw new TestRefusal(
      read,
      type === 'boolean'
        ? 'This is a value, and a test needs something that is true or false.'
        : 'This is true or false, and a value is needed here.',
      type === 'boolean' ? 'Compare it with "==", or ask with ".exists".' : 'Take the comparison away.',
    );
  }

  #or(): Typed {
    let left = this.#and();
    while (this.#is('or') || this.#is('sor')) {
      this.#version(this.#take());
      left = this.#joined('or', left, this.#and());
    }
    return left;
  }

  #and(): Typed {
    let left = this.#not();
    while (this.#is('and') || this.#is('sand')) {
      this.#version(this.#take());
      left = this.#joined('and', left, this.#not());
    }
    return left;
  }

  #joined(kind: 'and' | 'or', left: Typed, right: Typed): Typed {
    const at = this.#at(left.start, right.end);
    const expression: Expression = { kind, left: this.#as('boolean', left), right: this.#as('boolean', right), at };
    return { type: 'boolean', expression, start: left.start, end: right.end };
  }

  #not(): Typed {
    if (!this.#is('not')) return this.#comparison();
    const { start } = this.#take();
    const inner = this.#not();
    const expression: Expression = { kind: 'not', of: this.#as('boolean', inner), at: this.#at(start, inner.end) };
    return { type: 'boolean', expression, start, end: inner.end };
  }

  #comparison(): Typed {
    const left = this.#sum();
    if (!this.#is('==')) return left;
    this.#take();
    const right = this.#sum();
    const at = this.#at(left.start, right.end);
    const expression: Expression = {
      kind: 'compare',
      operator: 'equal',
      left: this.#as('string', left),
      right: this.#as('string', right),
      at,
    };
    return { type: 'boolean', expression, start: left.start, end: right.end };
  }

  #sum(): Typed {
    let left = this.#primary();
    while (this.#is('+')) {
      this.#take();
      const right = this.#primary();
      const parts = [this.#as('string', left), this.#as('string', right)];
      left = this.#value({ kind: 'concat', parts, at: this.#at(left.start, right.end) }, left.start, right.end);
    }
    return left;
  }

  #primary(): Typed {
    const token = this.#take();
    const { start, end, text } = token;
    switch (token.kind) {
      case 'string':
        return this.#bytes(utf8(text.slice(1, -1)), start, end);
      case 'hex': {
        const digits = text.slice(2);
        return this.#bytes(
          plainHexBytes(digits.length % 2 === 1 ? `0${digits}` : digits) ?? new Uint8Array(),
          start,
          end,
        );
      }
      case 'address': {
        const address = parseAddress(text);
        if (!address) throw new TestRefusal(token, `${text} is no address.`, 'Correct it.', 'parameter-value');
        return this.#bytes(addressBytes(address), start, end);
      }
      case 'integer': {
        const number = this.#number(token, 0, 4_294_967_295);
        return this.#bytes(
          Uint8Array.of(number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255),
          start,
          end,
        );
      }
      case 'sign':
        if (text === '(') {
          const inner = this.#or();
          this.#expect(')');
          return { ...inner, start, end: this.#behind };
        }
        break;
      case 'word': {
        this.#version(token);
        const read = this.#word(token);
        if (read) return read;
        break;
      }
      case 'option-name':
      case 'bad':
      case 'end':
        break;
    }
    throw this.#unexpected(token, 'a value or a test');
  }

  #word(token: Token): Typed | undefined {
    const { text, start } = token;
    const path: number[] = [];
    switch (text) {
      case 'option':
        return this.#option(start);
      case 'relay4':
        this.#onlyIn(4, token);
        this.#expect('[');
        path.push(AGENT, this.#optionCode(false));
        this.#expect(']');
        return this.#representation(start, { path });
      case 'relay6': {
        this.#onlyIn(6, token);
        this.#expect('[');
        this.#number(this.#integerToken(), -32, 31);
        this.#expect(']');
        this.#expect('.');
        if (this.#is('peeraddr') || this.#is('linkaddr')) {
          this.#take();
          return this.#opaque(start);
        }
        this.#expect('option');
        this.#expect('[');
        this.#optionCode(false);
        this.#expect(']');
        return this.#representation(start, undefined);
      }
      case 'pkt':
        return this.#field(token, FIELDS);
      case 'pkt4':
        this.#onlyIn(4, token);
        return this.#field(token, FIELDS4);
      case 'pkt6':
        this.#onlyIn(6, token);
        return this.#field(token, FIELDS6);
      case 'vendor':
      case 'vendor-class':
        return this.#vendor(token);
      case 'member': {
        this.#expect('(');
        const name = this.#take();
        if (name.kind !== 'string') throw this.#unexpected(name, 'the name of a class in single quotes');
        this.#expect(')');
        const called = name.text.slice(1, -1);
        if (!this.#around.hasClass(called)) {
          throw new TestRefusal(
            name,
            `No class "${called}" stands above this one.`,
            'Name a class that is declared above, or move that one up.',
            'unknown-reference',
          );
        }
        const at = this.#at(start, this.#behind);
        return this.#test({ kind: 'member', name: called, test: this.#around.testOf(called), at }, start);
      }
      case 'match': {
        this.#expect('(');
        const pattern = this.#take();
        if (pattern.kind !== 'string') throw this.#unexpected(pattern, 'a regular expression in single quotes');
        this.#expect(',');
        const left = this.#string();
        this.#expect(')');
        const at = this.#at(start, this.#behind);
        const right: Expression = { kind: 'bytes', bytes: utf8(pattern.text.slice(1, -1)), at };
        return this.#test({ kind: 'compare', operator: 'matches-whole', left, right, at }, start);
      }
      case 'substring': {
        this.#expect('(');
        const of = this.#string();
        this.#expect(',');
        const offset = this.#numeric(this.#integerToken());
        this.#expect(',');
        const length = this.#is('all') ? this.#all() : this.#numeric(this.#integerToken());
        this.#expect(')');
        const end = this.#behind;
        return this.#value({ kind: 'substring', of, offset, length, at: this.#at(start, end) }, start, end);
      }
      case 'split': {
        this.#expect('(');
        const of = this.#string();
        this.#expect(',');
        const separators = this.#string();
        this.#expect(',');
        const part = Number(this.#integerToken().text);
        this.#expect(')');
        const end = this.#behind;
        return this.#value({ kind: 'split', of, separators, part, at: this.#at(start, end) }, start, end);
      }
      case 'concat':
      case 'hexstring': {
        const parts = this.#arguments(2);
        const end = this.#behind;
        const [of, separator] = parts;
        if (text === 'hexstring' && of && separator) {
          return this.#value({ kind: 'hex-text', of, separator, at: this.#at(start, end) }, start, end);
        }
        return this.#value({ kind: 'concat', parts, at: this.#at(start, end) }, start, end);
      }
      case 'ifelse':
      case 'sifelse': {
        this.#expect('(');
        const test = this.#as('boolean', this.#or());
        this.#expect(',');
        const then = this.#string();
        this.#expect(',');
        const otherwise = this.#string();
        this.#expect(')');
        const end = this.#behind;
        return this.#value({ kind: 'choice', test, then, otherwise, at: this.#at(start, end) }, start, end);
      }
      case 'lcase':
      case 'ucase': {
        const [of] = this.#arguments(1);
        const end = this.#behind;
        if (!of) return undefined;
        const kind = text === 'lcase' ? 'lower-case' : 'upper-case';
        return this.#value({ kind, of, at: this.#at(start, end) }, start, end);
      }
      default:
        return this.#toText(text, start);
    }
  }

  #toText(text: string, start: number): Typed | undefined {
    const bits = TO_TEXT[text];
    if (bits === undefined) return undefined;
    const [of] = this.#arguments(1);
    if (!of) return undefined;
    const end = this.#behind;
    const at = this.#at(start, end);
    if (bits === 'address') return this.#value({ kind: 'address-text', of, at }, start, end);
    return this.#value({ kind: 'number-text', of, bits, signed: !text.startsWith('u'), at }, start, end);
  }

  #option(start: number): Typed {
    this.#expect('[');
    const code = this.#optionCode(true);
    const path = [code];
    this.#expect(']');
    while (this.#is('.') && this.#is('option', 1)) {
      this.#take();
      const again = this.#take();
      this.#expect('[');
      path.push(this.#optionCode(false));
      this.#expect(']');
      if (path.length > 2) this.#since(again, '3.3.0', 'A sub-option of a sub-option');
    }
    return this.#representation(start, path.length === 1 ? { code } : { path });
  }

  /** `.text`, `.hex` or `.exists` behind an option, or one inside of others; of what is not given nothing is known. */
  #representation(
    start: number,
    option: { readonly code: number } | { readonly path: readonly number[] } | VendorOption | undefined,
  ): Typed {
    if (!this.#is('.')) {
      const written = { start, end: this.#behind };
      const isCompared = this.#is('==') || this.#peek().text.startsWith('=');
      throw new TestRefusal(
        written,
        'It is not said in which form the option is wanted.',
        'Write .hex behind it; .text for options that hold a text, .exists to ask whether it is there.',
        'syntax',
        isCompared ? `${this.#text.slice(written.start, written.end)}.hex` : undefined,
      );
    }
    this.#take();
    const form = this.#take();
    const end = form.end;
    const at = this.#at(start, end);
    if (form.text !== 'exists' && form.text !== 'text' && form.text !== 'hex') {
      throw this.#unexpected(form, '"text", "hex" or "exists"');
    }
    const value = option && this.#valueOf(option, at);
    if (form.text === 'exists') return this.#test(value ? existence(value) : this.#unknown(start), start);
    if (!value) return this.#opaque(start);
    const plain = form.text === 'hex' || (value.kind === 'option' && this.#isPlainText(value.code ?? 0));
    return this.#value(plain ? value : { kind: 'shown-option', option: value, at }, start, end);
  }

  /** Whether Kea shows an option as the text that it is. What a class may define anew it does not know yet when it tests. */
  #isPlainText(code: number): boolean {
    const isLate = code === VENDOR || (code >= FIRST_PRIVATE && code <= LAST_PRIVATE);
    return !isLate && this.#around.isText(code);
  }

  #valueOf(
    option: { readonly code: number } | { readonly path: readonly number[] } | VendorOption,
    at: Span,
  ): Expression {
    if ('path' in option) return { kind: 'inner-option', path: option.path, at };
    if ('side' in option) return { kind: 'vendor', ...option, at };
    const { code } = option;
    const name = this.#around.nameOf(code) ?? String(code);
    return { kind: 'option', side: 'sent', space: `dhcp${this.#around.family}`, name, code, at };
  }

  #vendor(token: Token): Typed {
    const { text, start } = token;
    const side = text === 'vendor' ? 'options' : 'class';
    const part = (enterprise: number | undefined, what: VendorPart): Typed => {
      const end = this.#behind;
      return this.#value({ kind: 'vendor', side, enterprise, part: what, at: this.#at(start, end) }, start, end);
    };
    if (this.#is('.')) {
      this.#take();
      this.#expect('enterprise');
      return part(undefined, { kind: 'enterprise' });
    }
    this.#expect('[');
    let enterprise: number | undefined;
    if (this.#is('*')) this.#take();
    else enterprise = this.#number(this.#integerToken(), 0, 4_294_967_295) || undefined;
    this.#expect(']');
    this.#expect('.');
    if (this.#is('exists')) {
      this.#take();
      const at = this.#at(start, this.#behind);
      const value: Expression = { kind: 'vendor', side, enterprise, part: { kind: 'enterprise' }, at };
      return this.#test({ kind: 'present', value, at }, start);
    }
    if (side === 'class') {
      this.#expect('data');
      let index = 0;
      if (this.#is('[')) {
        this.#take();
        index = this.#number(this.#integerToken(), 0, 255);
        this.#expect(']');
      }
      return part(enterprise, { kind: 'data', index });
    }
    this.#expect('option');
    this.#expect('[');
    const code = this.#optionCode(false);
    this.#expect(']');
    return this.#representation(start, { side, enterprise, part: { kind: 'option', code } });
  }

  #field(token: Token, fields: Readonly<Record<string, Fact>>): Typed {
    this.#expect('.');
    const field = this.#take();
    const fact = field.kind === 'word' ? fields[field.text] : undefined;
    if (!fact) throw this.#unexpected(field, `one of ${Object.keys(fields).join(', ')}`);
    return this.#value({ kind: 'fact', fact, at: this.#at(token.start, field.end) }, token.start, field.end);
  }

  #optionCode(byName: boolean): number {
    const token = this.#take();
    if (token.kind === 'integer') return this.#number(token, 0, this.#around.family === 4 ? 255 : 65_535);
    if (token.kind !== 'option-name') throw this.#unexpected(token, 'the code or name of an option');
    if (!byName) throw new TestRefusal(token, 'A sub-option is named by its code here.', 'Write its number.');
    const code = this.#around.codeOf(token.text);
    if (code !== undefined) return code;
    const nearest = this.#around.nearestOption(token.text);
    throw new TestRefusal(
      token,
      `Kea knows no option "${token.text}".`,
      nearest === undefined ? 'Write its code, or define it.' : `Is "${nearest}" meant?`,
      'unknown-option',
      nearest,
    );
  }

  #arguments(count: number): Expression[] {
    this.#expect('(');
    const parts = [this.#string()];
    while (parts.length < count) {
      this.#expect(',');
      parts.push(this.#string());
    }
    this.#expect(')');
    return parts;
  }

  #string(): Expression {
    return this.#as('string', this.#or());
  }

  #integerToken(): Token {
    const token = this.#take();
    if (token.kind !== 'integer') throw this.#unexpected(token, 'a whole number');
    return token;
  }

  #number(token: Token, low: number, high: number): number {
    const number = Number(token.text);
    if (number < low || number > high) {
      throw new TestRefusal(
        token,
        `${token.text} is out of range.`,
        `Write a number from ${low} to ${high}.`,
        'parameter-value',
      );
    }
    return number;
  }

  #numeric(token: Token): Expression {
    return { kind: 'number', value: Number(token.text), at: this.#at(token.start, token.end) };
  }

  /** `all`, which takes what is left. */
  #all(): Expression {
    const { start, end } = this.#take();
    return { kind: 'number', value: 65_535, at: this.#at(start, end) };
  }

  #bytes(bytes: Uint8Array, start: number, end: number): Typed {
    return this.#value({ kind: 'bytes', bytes, at: this.#at(start, end) }, start, end);
  }

  /** What only a running Kea can tell. */
  #unknown(start: number): Expression {
    return { kind: 'unreadable', at: this.#at(start, this.#behind) };
  }

  #opaque(start: number): Typed {
    return this.#value(this.#unknown(start), start, this.#behind);
  }

  #value(expression: Expression, start: number, end: number): Typed {
    return { type: 'string', expression, start, end };
  }

  #test(expression: Expression, start: number): Typed {
    return { type: 'boolean', expression, start, end: this.#behind };
  }

  #onlyIn(family: 4 | 6, token: Token): void {
    if (this.#around.family === family) return;
    throw new TestRefusal(
      token,
      `${token.text} is for DHCPv${family}; this file is for DHCPv${this.#around.family}.`,
      'Take it out.',
    );
  }

  #version(token: Token): void {
    const since = WORDS_SINCE[token.text];
    if (since !== undefined) this.#since(token, since, `"${token.text}"`);
  }

  #since(token: Token, since: string, what: string): void {
    if (!isOlder(this.#around.version, since)) return;
    throw new TestRefusal(
      token,
      `${what} exists since Kea ${since}; this file is for ${this.#around.version}.`,
      'Write the test without it, or use a newer Kea.',
      'server-version',
    );
  }

  /** Behind the token taken last. */
  get #behind(): number {
    return this.#tokens[this.#next - 1]?.end ?? 0;
  }

  #at(start: number, end: number): Span {
    return this.#around.place(start, end);
  }
}

/** The test whether an option is there. */
function existence(value: Expression): Expression {
  if (value.kind !== 'option') return { kind: 'present', value, at: value.at };
  const { space, name, code, at } = value;
  return { kind: 'exists', space, name, code, at };
}
