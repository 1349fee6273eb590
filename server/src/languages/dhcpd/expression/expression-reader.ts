import type { Expression } from '../../../model/expression.ts';
import { type Anchor, span } from '../../../model/span.ts';
import { isName } from '../reader.ts';
import { expectEnd } from '../value.ts';
import type { Expected } from './expected.ts';
import { MATCH_IF, misjoined, testAsKey, wrongKind } from './kind-complaints.ts';
import { noOperator, parenthesisTooShort } from './operand-complaints.ts';
import { beginsOperand, OperandReader, type Wanted } from './operand-reader.ts';
import { join, OPERATORS, type Operator, tightness } from './operators.ts';
import type { OptionLookup } from './option-lookup.ts';
import { missingComma, unwrapped } from './part-complaints.ts';
import { resultOf } from './result.ts';
import { WORDS } from './words.ts';

/** Where a semicolon ends the statement right behind the expression. */
const STATEMENTS: ReadonlySet<Expected> = new Set(['boolean', 'data', 'any', 'match']);

/** Reads one expression as dhcpd does, token by token from left to right (common/parse.c, parse_expression). */
export class ExpressionReader extends OperandReader {
  protected readonly lookup: OptionLookup | undefined;
  protected readonly endsWithColon: boolean;
  readonly #expected: Expected;
  /** Whether a parenthesis stands right behind `if`. */
  #wraps = false;

  /** Reads the anchor's text between two offsets. Without a lookup every option counts as known. */
  constructor(anchor: Anchor, from: number, to: number, expected: Expected, lookup?: OptionLookup, trying = false) {
    super(anchor, from, to, trying);
    this.#expected = expected;
    this.lookup = lookup;
    this.endsWithColon = expected === 'case-of-data' || expected === 'case-of-number';
  }

  read(): Expression {
    const expression = this.#whole();
    if (!this.stopped && !this.reader.atEnd) this.#refuseRest();
    return { ...expression, at: span(this.anchor, this.from, this.to) };
  }

  #whole(): Expression {
    switch (this.#expected) {
      case 'boolean':
        return this.typed('boolean', 'What is asked here');
      case 'if': {
        this.#wraps = this.open();
        const test = this.typed('boolean', 'What is asked here');
        if (this.#wraps) this.close();
        return test;
      }
      case 'data':
        return this.typed('data', 'What is set here');
      case 'match':
        return this.typed('data', 'What a class sorts its clients by');
      case 'any':
        return this.expression('any');
      case 'switch':
        return this.#wrapped('switch', () => this.expression('data-or-numeric'));
      case 'case-of-data':
        return this.expression('data');
      case 'case-of-number':
        return this.expression('numeric');
      case 'logged':
        return this.#logged();
      case 'log':
        return this.#wrapped('log', () => {
          this.#priority();
          return this.#logged();
        });
      case 'execute':
        return this.#wrapped('execute', () => {
          const parts = [this.quoted('The command')];
          while (this.takeSign(',')) parts.push(this.typed('data', 'What a command is given'));
          return { at: span(this.anchor, this.from, this.to), kind: 'call', name: 'execute', parts };
        });
    }
  }

  #wrapped(word: string, read: () => Expression): Expression {
    if (!this.open()) return this.stop(unwrapped(word, this.from, this.to));
    const expression = read();
    this.close();
    return expression;
  }

  #priority(): void {
    const priority = this.peek();
    if (!isName(priority) || !/^(?:fatal|error|info|debug)$/i.test(priority.text)) return;
    this.next();
    if (!this.takeSign(',')) this.stop(missingComma(priority, this.peek()));
  }

  /** Where nothing begins that could be written, dhcpd drops the whole statement without a word. */
  #logged(): Expression {
    if (!this.stopped && !beginsOperand(this.peek())) this.silent = true;
    return this.typed('data', 'What is written to the log');
  }

  protected expression(wanted: Wanted): Expression {
    const left = this.operand(wanted);
    const operator = this.#operator();
    return operator ? this.#joined(resultOf(left), left, operator) : left;
  }

  /** Reads on behind a left side and its operator. */
  #joined(wantedFirst: Wanted, leftmost: Expression, firstOperator: Operator): Expression {
    let left = leftmost;
    let operator = firstOperator;
    for (let wanted = wantedFirst; ; ) {
      this.countJoin();
      let right = this.operand(wanted);
      const next = this.#operator();
      const binds = next && tightness(operator) < tightness(next);
      // Whatever follows a tighter operator becomes part of the right side
      if (binds) right = this.#joined(wantedBehind(next), right, next);
      else if (next) wanted = resultOf(right);
      this.complain(misjoined(operator, left, right));
      left = join(operator, left, right);
      if (!next || binds) return left;
      operator = next;
    }
  }

  #operator(): Operator | undefined {
    const token = this.peek();
    const text = token.text.toLowerCase();
    if (isName(token) ? text === 'and' || text === 'or' : token.kind === 'sign' && OPERATORS.has(text)) {
      this.next();
      return OPERATORS.get(text);
    }
    if (token.kind !== 'sign' || (text !== '!' && text !== '~')) return undefined;
    this.next();
    const second = this.peek();
    const operator = second.kind === 'sign' ? OPERATORS.get(text + second.text) : undefined;
    if (operator) this.next();
    else {
      const known = text === '!' ? '"!="' : '"~=" and "~~"';
      this.stop({ at: token, what: `"${text}" alone is no operator.`, remedy: `dhcpd knows ${known}.` });
    }
    return operator;
  }

  protected typed(expected: 'boolean' | 'data' | 'numeric', place: string): Expression {
    const expression = this.expression(expected);
    const found = resultOf(expression);
    if (found === expected || found === 'any') return expression;
    if (!this.#endsHere()) {
      this.#refuseRest();
      return expression;
    }
    const complaint = wrongKind(place, expected, expression);
    const isKey = this.#expected === 'match' && this.depth === 0;
    this.complain(isKey && found === 'boolean' ? testAsKey(complaint, this.from) : complaint);
    return expression;
  }

  protected comparisonEnd(left: Expression): number | undefined {
    const ahead = new ExpressionReader(this.anchor, left.at.end, this.to, 'any', undefined, true);
    if (ahead.#operator()?.kind !== 'compare') return undefined;
    const right = ahead.operand(resultOf(left));
    return ahead.refusals.length === 0 ? right.at.end : undefined;
  }

  /** Whether what follows may stand behind a complete expression. */
  #endsHere(): boolean {
    const { kind, text } = this.peek();
    if (kind === 'end' || this.#beginsStatement()) return true;
    return this.depth > 0 && kind === 'sign' && (text === ')' || text === ',');
  }

  /** Whether the next statement has begun, without a semicolon before it. */
  #beginsStatement(): boolean {
    const token = this.peek();
    if (!STATEMENTS.has(this.#expected) || this.depth > 0 || !this.reader.onNewLine || !isName(token)) return false;
    const word = WORDS.get(token.text.toLowerCase())?.kind;
    return word === undefined || word === 'value' || /^option$/i.test(token.text);
  }

  /** Something stands behind a complete expression. */
  #refuseRest(): void {
    if (this.#beginsStatement()) {
      try {
        expectEnd(this.reader);
      } catch (missingSemicolon) {
        this.halt(missingSemicolon);
      }
      return;
    }
    const found = this.peek();
    const tooShort = this.#wraps && this.#operator() !== undefined;
    this.stop(tooShort ? parenthesisTooShort(found, this.from, this.to) : noOperator(found, this.reader.last ?? found));
  }

  protected accepts(text: string): boolean {
    const anchor = { file: '', offset: 0, text };
    const becameTest = this.#expected === 'match' && text.startsWith(MATCH_IF);
    const attempt = new ExpressionReader(
      anchor,
      becameTest ? MATCH_IF.length : 0,
      text.length,
      becameTest ? 'boolean' : this.#expected,
      undefined,
      true,
    );
    attempt.read();
    return attempt.refusals.length === 0;
  }
}

function wantedBehind(operator: Operator): Wanted {
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
