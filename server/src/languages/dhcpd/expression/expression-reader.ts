import type { Expression, ExpressionResult } from '../../../model/expression.ts';
import { type Anchor, type Span, span } from '../../../model/span.ts';
import { decodeString, type Token } from '../lexer.ts';
import { MAIN_SPACE, readOptionName } from '../option-name.ts';
import { isName, type LocalEdit, type LocalMend, Reader, Refusal } from '../reader.ts';
import type { ExpressionArgument, ExpressionWord } from '../vocabulary/expressions.ts';
import { RESERVED_WORDS } from '../vocabulary/reserved-words.ts';
import { badBits, noByte, swallowedColon } from './byte-complaints.ts';
import { hexByte } from './bytes.ts';
import type { Complaint, Fix } from './complaint.ts';
import type { Expected } from './expected.ts';
import { misjoined, notOfNoTest, wrongKind } from './kind-complaints.ts';
import { noOperand, noOperator, placeOf } from './operand-complaints.ts';
import { join, OPERATORS, type Operator, tightness } from './operators.ts';
import { codeOf, type OptionLookup } from './option-lookup.ts';
import {
  missingComma,
  missingParenthesis,
  noParentheses,
  tooFewParts,
  tooManyParts,
  unwrapped,
} from './part-complaints.ts';
import { resultOf } from './result.ts';
import { functionOf, WORDS, wordOf } from './words.ts';

/** How dhcpd reads what comes next: a bare number is a number only where one is wanted, and bytes in hexadecimal elsewhere. */
type Wanted = ExpressionResult | 'data-or-numeric';

/**
 * Reads one expression as dhcpd does (common/parse.c, parse_expression), token by token from left to right, and stops at the first
 * token that dhcpd cannot get past; what is missing then is unreadable. Of faults that do not stop it, only the first is told.
 */
export class ExpressionReader {
  readonly refusals: Refusal[] = [];
  readonly #anchor: Anchor;
  readonly #from: number;
  readonly #to: number;
  readonly #expected: Expected;
  readonly #lookup: OptionLookup | undefined;
  readonly #reader: Reader;
  /** Whether a text is only being tried. */
  readonly #trying: boolean;
  #stopped = false;
  #told = false;
  /** Parentheses that are open. */
  #depth = 0;

  /** Reads the anchor's text between two offsets. Without a lookup every option counts as known. */
  constructor(anchor: Anchor, from: number, to: number, expected: Expected, lookup?: OptionLookup, trying = false) {
    this.#anchor = anchor;
    this.#from = from;
    this.#to = to;
    this.#expected = expected;
    this.#lookup = lookup;
    this.#trying = trying;
    this.#reader = new Reader(anchor.text, from, to);
  }

  read(): Expression {
    const expression = this.#whole();
    if (!this.#stopped && !this.#reader.atEnd) this.#stop(this.#behind(expression));
    return { ...expression, at: span(this.#anchor, this.#from, this.#to) };
  }

  #whole(): Expression {
    switch (this.#expected) {
      case 'if': {
        const parenthesis = this.#takeParenthesis();
        const test = this.#typed('boolean', 'What is asked here');
        if (parenthesis) this.#close();
        return test;
      }
      case 'boolean':
        return this.#typed('boolean', 'What is asked here');
      case 'match':
        return this.#typed('data', 'What a class sorts its clients by');
      case 'data':
        return this.#typed('data', 'What is set here');
      case 'any':
        return this.#expression('any');
      case 'switch': {
        if (!this.#takeParenthesis()) return this.#stop(unwrapped('switch', this.#from, this.#to));
        const value = this.#expression('data-or-numeric');
        this.#close();
        return value;
      }
      case 'case-of-data':
        return this.#expression('data');
      case 'case-of-number':
        return this.#expression('numeric');
      case 'log': {
        if (!this.#takeParenthesis()) return this.#stop(unwrapped('log', this.#from, this.#to));
        const priority = this.#reader.peek();
        if (isName(priority) && /^(?:fatal|error|info|debug)$/i.test(priority.text)) {
          this.#next();
          if (!this.#takeSign(',')) return this.#stop(missingComma(this.#reader.last ?? priority, this.#peek()));
        }
        const line = this.#typed('data', 'What is written to the log');
        this.#close();
        return line;
      }
      case 'execute':
        return this.#execute();
    }
  }

  #execute(): Expression {
    const at = this.#reader.peek();
    if (!this.#takeParenthesis()) return this.#stop(unwrapped('execute', this.#from, this.#to));
    const parts = [this.#quoted('The command')];
    while (this.#takeSign(',')) parts.push(this.#typed('data', 'What a command is given'));
    this.#close();
    return { at: this.#from_(at), kind: 'call', name: 'execute', parts };
  }

  /** An expression, or the rest of one whose left side and operator are read. */
  #expression(wantedFirst: Wanted, leftSide?: Expression, leftOperator?: Operator): Expression {
    let left = leftSide;
    let operator = leftOperator;
    let wanted = wantedFirst;
    for (;;) {
      let right = this.#operand(wanted);
      let next = this.#operator();
      if (next) wanted = resultOf(right);
      if (!left || !operator) {
        if (!next) return right;
        left = right;
        operator = next;
        continue;
      }
      if (next && tightness(operator) < tightness(next)) {
        right = this.#expression(wantedBy(next), right, next);
        next = undefined;
      }
      this.#complain(misjoined(operator, left, right));
      left = join(operator, left, right);
      if (!next) return left;
      operator = next;
    }
  }

  #operator(): Operator | undefined {
    const token = this.#peek();
    const small = token.text.toLowerCase();
    if (isName(token) ? small === 'and' || small === 'or' : token.kind === 'sign' && OPERATORS.has(small)) {
      this.#next();
      return OPERATORS.get(small);
    }
    if (token.kind !== 'sign' || (token.text !== '!' && token.text !== '~')) return undefined;
    this.#next();
    const second = this.#peek();
    const operator = second.kind === 'sign' ? OPERATORS.get(token.text + second.text) : undefined;
    if (operator) this.#next();
    else {
      const known = token.text === '!' ? '"!="' : '"~=" and "~~"';
      this.#stop({ at: token, what: `"${token.text}" alone is no operator.`, remedy: `dhcpd knows ${known}.` });
    }
    return operator;
  }

  /** An expression without operators around it (common/parse.c, parse_non_binary). */
  #operand(wanted: Wanted): Expression {
    const token = this.#peek();
    if (token.kind === 'string') return this.#string();
    if (this.#takeParenthesis()) {
      const inner = this.#expression(wanted);
      this.#close();
      return { ...inner, at: this.#from_(token) };
    }
    const isNumber = token.kind === 'number' || (token.kind === 'sign' && token.text === '-');
    if (isNumber && (wanted === 'numeric' || wanted === 'data-or-numeric')) {
      this.#next();
      return { at: this.#from_(token), kind: 'number', value: asInteger(token.text) };
    }
    const small = token.text.toLowerCase();
    if (isName(token) && RESERVED_WORDS.has(small)) {
      const word = WORDS.get(small);
      if (word && word.kind !== 'operator') return this.#word(word);
    } else if (isNumber || token.kind === 'hex-word') {
      return this.#bytes();
    } else if (token.kind === 'word') {
      return this.#variable();
    }
    if (token.kind === 'unclosed-string') this.#next();
    return this.#stop(noOperand(token, this.#reader.last, this.#reader));
  }

  #string(): Expression {
    const token = this.#next();
    const { bytes, badEscape } = decodeString(token.text);
    if (badEscape !== undefined) {
      this.#complain({
        at: { start: token.start + badEscape, end: token.start + badEscape + 1 },
        what: 'After this backslash dhcpd expects a whole escape: \\x and two hexadecimal digits, or three octal digits.',
        remedy: 'Complete it, or double the backslash.',
      });
    }
    return { at: this.#from_(token), kind: 'bytes', bytes };
  }

  /** Bytes in hexadecimal with colons between them. */
  #bytes(): Expression {
    const first = this.#peek();
    const bytes: number[] = [];
    do {
      const token = this.#peek();
      if (token.kind !== 'number' && token.kind !== 'hex-word' && token.text !== '-') {
        this.#stop(
          this.#reader.atEnd && this.#isCase
            ? swallowedColon(first, this.#reader.last)
            : noByte(token, first, this.#reader),
        );
        break;
      }
      this.#next();
      const byte = isReserved(token) ? undefined : hexByte(token.text);
      if (byte === undefined) this.#complain(noByte(token, first, this.#reader));
      bytes.push(byte ?? 0);
    } while (this.#takeSign(':'));
    // The colon of a case goes on with the bytes
    if (this.#isCase && this.#depth === 0 && this.#peek().kind === 'end' && !this.#stopped) {
      this.#complain(swallowedColon(first, this.#reader.last));
    }
    return { at: this.#from_(first), kind: 'bytes', bytes: Uint8Array.from(bytes) };
  }

  /** A colon ends the value of a `case`. */
  get #isCase(): boolean {
    return this.#expected === 'case-of-data' || this.#expected === 'case-of-number';
  }

  /** A variable, or a call of a function that the file defines: that takes one part at least. */
  #variable(): Expression {
    const token = this.#next();
    if (!this.#takeParenthesis()) return { at: this.#from_(token), kind: 'variable', name: token.text };
    const parts: Expression[] = [];
    do parts.push(this.#expression('any'));
    while (this.#takeSign(','));
    this.#close();
    return { at: this.#from_(token), kind: 'call', name: token.text, parts };
  }

  #word(word: ExpressionWord): Expression {
    const token = this.#next();
    if (word.kind === 'value') return wordOf(word.name, this.#from_(token));
    if (word.kind === 'function') return this.#function(token, word);
    switch (word.name) {
      case 'not':
        return this.#not(token);
      case 'check':
        return this.#check(token);
      default:
        return this.#option(token, word.name);
    }
  }

  #not(token: Token): Expression {
    const of = this.#operand('boolean');
    if (resultOf(of) !== 'boolean' && of.kind !== 'unreadable')
      this.#complain(notOfNoTest(of, this.#comparisonEnd(of)));
    return { at: this.#from_(token), kind: 'not', of };
  }

  /** Where the comparison ends whose left side has just been read; undefined where none follows. */
  #comparisonEnd(left: Expression): number | undefined {
    const ahead = new ExpressionReader(this.#anchor, left.at.end, this.#to, 'any', undefined, true);
    if (ahead.#operator()?.kind !== 'compare') return undefined;
    const right = ahead.#operand(resultOf(left));
    return ahead.refusals.length === 0 ? right.at.end : undefined;
  }

  #check(token: Token): Expression {
    const name = this.#quoted('The name of a collection');
    if (name.kind === 'bytes' && new TextDecoder().decode(name.bytes) !== 'default') {
      this.#complain({
        at: name.at,
        what: 'dhcpd has only one collection of classes, "default".',
        remedy: 'Write check "default", or ask for the option that you mean.',
      });
    }
    return { at: this.#from_(token), kind: 'in-collection', name: 'default' };
  }

  /** `option NAME`, `config-option NAME`, `exists NAME`. */
  #option(token: Token, word: string): Expression {
    let space = MAIN_SPACE;
    let name = '';
    let code: number | undefined;
    try {
      const found = readOptionName(this.#reader);
      const meaning = this.#lookup && codeOf(found, this.#lookup);
      if (meaning instanceof Refusal) this.refusals.push(meaning);
      else code = meaning;
      space = found.spaceKey;
      name = found.nameKey;
    } catch (refusal) {
      this.#halt(refusal);
    }
    const at = this.#from_(token);
    if (name === '') return { at, kind: 'unreadable' };
    if (word === 'exists') return { at, kind: 'exists', space, name, code };
    return { at, kind: 'option', side: word === 'option' ? 'sent' : 'reply', space, name, code };
  }

  #function(token: Token, word: ExpressionWord): Expression {
    if (!this.#takeParenthesis()) {
      const begins = this.#peek();
      return this.#stop(noParentheses(token, word, begins));
    }
    const parts: Expression[] = [];
    for (const [index, argument] of word.arguments.entries()) {
      if (index > 0 && !this.#takeSign(',')) {
        if (argument.repeated && word.name !== 'concat') break;
        const found = this.#peek();
        const few = found.kind === 'end' || found.text === ')';
        const last = this.#reader.last ?? token;
        this.#stop(few ? tooFewParts(word, index, found, last) : missingComma(last, found));
        break;
      }
      parts.push(this.#part(word, argument, index));
      while (argument.repeated && this.#takeSign(',')) parts.push(this.#part(word, argument, index));
    }
    const more = this.#peek();
    if (more.text === ',' && more.kind === 'sign') this.#stop(tooManyParts(word, more));
    else this.#close();
    return functionOf(word.name, this.#from_(token), parts);
  }

  #part(word: ExpressionWord, { name, kind }: ExpressionArgument, index: number): Expression {
    switch (kind) {
      case 'data':
      case 'numeric':
        if (index === 1 && (word.name === 'encode-int' || word.name === 'extract-int')) return this.#bits(word);
        return this.#typed(kind, `${name} of ${word.name}`);
      case 'quoted':
        return this.#quoted('The name of the host');
      default: {
        const token = this.#next();
        const small = token.text.toLowerCase();
        if (isName(token) && !RESERVED_WORDS.has(small))
          return { at: this.#from_(token), kind: 'variable', name: token.text };
        return this.#stop({
          at: placeOf(token, this.#reader.last),
          what: `"${token.text}" cannot be the name of a variable.`,
          remedy: 'Write the name that "set" gives it.',
        });
      }
    }
  }

  /** The width of a number: a literal. */
  #bits(word: ExpressionWord): Expression {
    const token = this.#next();
    const bits = token.kind === 'number' ? asInteger(token.text) : undefined;
    if (bits === 8 || bits === 16 || bits === 32) return { at: this.#from_(token), kind: 'number', value: bits };
    return this.#stop(badBits(word, token, placeOf(token, this.#reader.last)));
  }

  #quoted(what: string): Expression {
    const token = this.#peek();
    if (token.kind === 'string') return this.#string();
    if (token.kind === 'unclosed-string') this.#next();
    const quotable = isName(token);
    return this.#stop({
      at: placeOf(token, this.#reader.last),
      what: `${what} stands in quotes.`,
      remedy: 'Write it in quotes.',
      fix: quotable
        ? {
            title: 'Put it into quotes',
            edits: [{ start: token.start, end: token.end, newText: `"${token.text}"` }],
            evident: true,
          }
        : undefined,
    });
  }

  /** An expression of one kind; variables and calls pass for any. */
  #typed(expected: 'boolean' | 'data' | 'numeric', place: string): Expression {
    const expression = this.#expression(expected);
    const found = resultOf(expression);
    if (found !== expected && found !== 'any') {
      const complaint = wrongKind(place, expected, expression);
      const test = this.#expected === 'match' && found === 'boolean' && this.#depth === 0;
      const fix = {
        title: 'Write match if',
        edits: [{ start: this.#from, end: this.#from, newText: 'if ' }],
        evident: true,
      };
      this.#complain(test ? { ...complaint, fix } : complaint);
    }
    return expression;
  }

  #behind(expression: Expression): Complaint {
    const found = this.#peek();
    const complaint = noOperator(found, this.#reader.last ?? found);
    if (this.#expected !== 'if' || this.#anchor.text[this.#from] !== '(' || !this.#operator()) return complaint;
    return {
      at: expression.at,
      what: 'The parenthesis right behind "if" must span the whole test, and this one closes before its end.',
      remedy: 'Put the whole test into parentheses.',
      fix: {
        title: 'Put the whole test into parentheses',
        edits: [
          { start: this.#from, end: this.#from, newText: '(' },
          { start: this.#to, end: this.#to, newText: ')' },
        ],
        evident: true,
      },
    };
  }

  #takeParenthesis(): boolean {
    const taken = this.#takeSign('(');
    if (taken) this.#depth++;
    return taken;
  }

  #close(): void {
    if (this.#takeSign(')')) this.#depth--;
    else this.#stop(missingParenthesis(this.#reader.last, this.#peek(), this.#depth));
  }

  #peek(): Token {
    const token = this.#reader.peek();
    return this.#stopped ? { ...token, kind: 'end', text: '' } : token;
  }

  #next(): Token {
    try {
      if (!this.#stopped) return this.#reader.next();
    } catch (refusal) {
      this.#halt(refusal);
    }
    return this.#peek();
  }

  #takeSign(sign: string): boolean {
    return !this.#stopped && this.#reader.takeSign(sign);
  }

  /** From a token to the one just read. */
  #from_(token: Token): Span {
    return span(this.#anchor, token.start, Math.max(token.start, this.#reader.last?.end ?? token.start));
  }

  #halt(refusal: unknown): void {
    if (!(refusal instanceof Refusal)) throw refusal;
    this.#tell(refusal);
    this.#stopped = true;
  }

  #stop(complaint: Complaint): Expression {
    this.#complain(complaint);
    this.#stopped = true;
    const at = this.#reader.peek().start;
    return { at: span(this.#anchor, at, at), kind: 'unreadable' };
  }

  #complain(complaint: Complaint | undefined): void {
    if (!complaint || this.#stopped || this.#told) return;
    const { at, what, remedy, fix } = complaint;
    this.#tell(new Refusal('syntax', at, what, remedy, this.#mends(fix)));
  }

  #tell(refusal: Refusal): void {
    if (this.#stopped || this.#told) return;
    this.#told = true;
    this.refusals.push(refusal);
  }

  /** A fix is safe where nothing else can be meant and dhcpd then accepts the expression. */
  #mends(fix: Fix | undefined): LocalMend[] {
    if (!fix || this.#trying) return [];
    return [{ title: fix.title, safe: fix.evident && this.#readsWellWith(fix.edits), edits: fix.edits }];
  }

  #readsWellWith(edits: readonly LocalEdit[]): boolean {
    let text = '';
    let at = this.#from;
    for (const { start, end, newText } of edits) {
      text += this.#anchor.text.slice(at, start) + newText;
      at = end;
    }
    text += this.#anchor.text.slice(at, this.#to);
    const attempt = new ExpressionReader({ ...this.#anchor, text }, 0, text.length, this.#expected, undefined, true);
    attempt.read();
    return attempt.refusals.length === 0;
  }
}

const isReserved = (token: Token): boolean => RESERVED_WORDS.has(token.text.toLowerCase());

function wantedBy(operator: Operator): Wanted {
  switch (operator.kind) {
    case 'compare':
      return 'data';
    case 'arithmetic':
      return 'numeric';
    case 'and':
    case 'or':
      return 'boolean';
  }
}

/** As C's atoi: decimal, cut to 32 bits. */
function asInteger(text: string): number {
  const exact = BigInt.asIntN(64, BigInt(text === '-' ? 0 : text));
  return Number(BigInt.asIntN(32, exact));
}
