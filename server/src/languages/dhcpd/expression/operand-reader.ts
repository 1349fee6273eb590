import type { Expression, ExpressionResult } from '../../../model/expression.ts';
import { decodeString, type Token } from '../lexer.ts';
import { MAIN_SPACE, readOptionName } from '../option-name.ts';
import { isName, Refusal } from '../reader.ts';
import type { ExpressionArgument, ExpressionWord } from '../vocabulary/expressions.ts';
import { RESERVED_WORDS } from '../vocabulary/reserved-words.ts';
import { badBits, noByte, swallowedColon } from './byte-complaints.ts';
import { GuardedReader } from './guarded-reader.ts';
import { notOfNoTest } from './kind-complaints.ts';
import { asInteger, hexByte } from './literals.ts';
import { noOperand } from './operand-complaints.ts';
import { codeOf, type OptionLookup } from './option-lookup.ts';
import {
  missingComma,
  noParentheses,
  noVariable,
  tooFewParts,
  tooManyParts,
  unknownCollection,
  unquoted,
} from './part-complaints.ts';
import { resultOf } from './result.ts';
import { functionOf, WORDS, wordOf } from './words.ts';

/** How dhcpd reads what comes next: a bare number is a number only where one is wanted, and bytes in hexadecimal elsewhere. */
export type Wanted = ExpressionResult | 'data-or-numeric';

/** Reads the operands of an expression (common/parse.c, parse_non_binary). */
export abstract class OperandReader extends GuardedReader {
  protected abstract readonly lookup: OptionLookup | undefined;
  /** Whether a colon ends the expression. */
  protected abstract readonly endsWithColon: boolean;

  /** Reads an expression with all its operators. */
  protected abstract expression(wanted: Wanted): Expression;
  /** Reads one of a kind; `place` names its place in a complaint. */
  protected abstract typed(expected: 'boolean' | 'data' | 'numeric', place: string): Expression;
  /** Where the comparison ends whose left side has just been read; undefined where none follows. */
  protected abstract comparisonEnd(left: Expression): number | undefined;

  protected operand(wanted: Wanted): Expression {
    return this.deeper(() => this.#operand(wanted));
  }

  #operand(wanted: Wanted): Expression {
    const token = this.peek();
    if (token.kind === 'string') return this.#string();
    if (this.open()) {
      const inner = this.expression(wanted);
      this.close();
      return { ...inner, at: this.since(token) };
    }
    if (isNumber(token) && (wanted === 'numeric' || wanted === 'data-or-numeric')) {
      this.next();
      return { at: this.since(token), kind: 'number', value: asInteger(token.text) };
    }
    if (!beginsOperand(token)) return this.stop(noOperand(token, this.reader.last, this.reader));
    if (token.kind === 'unclosed-string') {
      this.next();
      return { at: this.since(token), kind: 'unreadable' };
    }
    const word = isReserved(token) ? WORDS.get(token.text.toLowerCase()) : undefined;
    if (word) return this.#word(word);
    return token.kind === 'word' ? this.#variable() : this.#bytes();
  }

  #string(): Expression {
    const token = this.next();
    const { bytes } = decodeString(token.text);
    return { at: this.since(token), kind: 'bytes', bytes };
  }

  /** Bytes in hexadecimal with colons between them. */
  #bytes(): Expression {
    const first = this.peek();
    const bytes: number[] = [];
    do {
      const token = this.peek();
      if (!isNumber(token) && token.kind !== 'hex-word') {
        this.stop(noByte(token, first, this.reader));
        break;
      }
      this.next();
      const byte = isReserved(token) ? undefined : hexByte(token.text);
      if (byte === undefined) this.complain(noByte(token, first, this.reader));
      bytes.push(byte ?? 0);
    } while (this.takeSign(':'));
    if (this.endsWithColon && this.depth === 0 && this.peek().kind === 'end') {
      this.complain(swallowedColon(first, this.reader.last));
    }
    return { at: this.since(first), kind: 'bytes', bytes: Uint8Array.from(bytes) };
  }

  /** A variable, or a call of a function that the file defines: that takes one part at least. */
  #variable(): Expression {
    const token = this.next();
    if (!this.open()) return { at: this.since(token), kind: 'variable', name: token.text };
    const parts: Expression[] = [];
    do parts.push(this.expression('any'));
    while (this.takeSign(','));
    this.close();
    return { at: this.since(token), kind: 'call', name: token.text, parts };
  }

  #word(word: ExpressionWord): Expression {
    const token = this.next();
    if (word.kind === 'value') return wordOf(word.name, this.since(token));
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
    const of = this.operand('boolean');
    if (resultOf(of) !== 'boolean' && of.kind !== 'unreadable') this.complain(notOfNoTest(of, this.comparisonEnd(of)));
    return { at: this.since(token), kind: 'not', of };
  }

  #check(token: Token): Expression {
    const name = this.quoted('The name of a collection');
    if (name.kind === 'bytes' && new TextDecoder().decode(name.bytes) !== 'default')
      this.complain(unknownCollection(name.at));
    return { at: this.since(token), kind: 'in-collection', name: 'default' };
  }

  /** `option NAME`, `config-option NAME`, `exists NAME`. */
  #option(token: Token, word: string): Expression {
    let space = MAIN_SPACE;
    let name = '';
    let code: number | undefined;
    try {
      const found = readOptionName(this.reader);
      const meaning = this.lookup && codeOf(found, this.lookup);
      if (meaning instanceof Refusal) this.refusals.push(meaning);
      else code = meaning;
      space = found.spaceKey;
      name = found.nameKey;
    } catch (refusal) {
      this.halt(refusal);
    }
    const at = this.since(token);
    if (name === '') return { at, kind: 'unreadable' };
    if (word === 'exists') return { at, kind: 'exists', space, name, code };
    return { at, kind: 'option', side: word === 'option' ? 'sent' : 'reply', space, name, code };
  }

  #function(token: Token, word: ExpressionWord): Expression {
    if (!this.open()) return this.stop(noParentheses(token, word, this.peek()));
    const parts: Expression[] = [];
    for (const [index, argument] of word.arguments.entries()) {
      if (index > 0 && !this.takeSign(',')) {
        const found = this.peek();
        const last = this.reader.last ?? token;
        const few = found.kind === 'end' || found.text === ')';
        this.stop(few ? tooFewParts(word, index, found, last) : missingComma(last, found));
        break;
      }
      parts.push(this.#part(word, argument, index));
      while (argument.repeated && this.takeSign(',')) parts.push(this.#part(word, argument, index));
    }
    const behind = this.peek();
    if (behind.text === ',') this.stop(tooManyParts(word, behind));
    else this.close();
    return functionOf(word.name, this.since(token), parts);
  }

  #part(word: ExpressionWord, { name, kind }: ExpressionArgument, index: number): Expression {
    switch (kind) {
      case 'data':
      case 'numeric':
        if (index === 1 && (word.name === 'encode-int' || word.name === 'extract-int')) return this.#bits(word);
        return this.typed(kind, `${name} of ${word.name}`);
      case 'quoted':
        return this.quoted('The name of the host');
      default: {
        const token = this.next();
        if (!isName(token) || isReserved(token)) return this.stop(noVariable(token, this.reader.last));
        return { at: this.since(token), kind: 'variable', name: token.text };
      }
    }
  }

  /** The width of a number: a literal. */
  #bits(word: ExpressionWord): Expression {
    const token = this.next();
    const bits = token.kind === 'number' ? asInteger(token.text) : undefined;
    if (bits === 8 || bits === 16 || bits === 32) return { at: this.since(token), kind: 'number', value: bits };
    return this.stop(badBits(word, token, this.reader.last));
  }

  protected quoted(what: string): Expression {
    const token = this.peek();
    if (token.kind === 'string') return this.#string();
    if (token.kind === 'unclosed-string') this.next();
    return this.stop(unquoted(what, token, this.reader.last));
  }
}

/** Whether a value can begin with this token. */
export function beginsOperand(token: Token): boolean {
  if (token.kind === 'end') return false;
  if (token.kind === 'sign') return token.text === '(' || token.text === '-';
  const word = WORDS.get(token.text.toLowerCase());
  return !isReserved(token) || (word !== undefined && word.kind !== 'operator');
}

/** A minus sign alone is a number to dhcpd. */
const isNumber = (token: Token): boolean => token.kind === 'number' || (token.kind === 'sign' && token.text === '-');

const isReserved = (token: Token): boolean => isName(token) && RESERVED_WORDS.has(token.text.toLowerCase());
