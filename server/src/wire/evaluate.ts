import { calculate } from '../model/arithmetic.ts';
import type { Arithmetic, Expression, Fact } from '../model/expression.ts';
import { bigEndian, joinBytes, NO_BYTES, readBigEndian, sameBytes, textOfBytes } from './bytes.ts';
import { binaryToAscii, changeCase, reverse, substring, suffix } from './data-functions.ts';
import {
  ANY,
  type Bound,
  type Data,
  FALSE,
  NEITHER,
  type Numeric,
  TRUE,
  type Truth,
  truthOf,
  UNKNOWN,
  type Unknown,
} from './outcome.ts';
import { posixExpression } from './regular-expression.ts';
import { resultKind } from './result-kind.ts';

/** What expressions look at while a server answers a client. */
export interface Surroundings {
  /** An option that the client sent; null where it sent none. */
  sent(space: string, code: number): Data;
  /** An option as it would go out so far; null where it has no value. */
  reply(space: string, code: number): Data;
  fact(fact: Fact): Data;
  /** Bytes of the client's message, counted from its first field; null past its end. */
  packet(offset: bigint, length: bigint): Data;
  /** Undefined for a variable that is not set. */
  variable(name: string): Bound | Unknown | undefined;
  /** What a function of the file returns; undefined where it returns nothing or does not exist. */
  call(name: string, parts: readonly Expression[]): Bound | Unknown | undefined;
  /** Whether a host declaration fits the client, and whether the address is one of its own. */
  readonly known: Truth;
  readonly fixed: Truth;
  /** Looks all classes up again. */
  inCollection(): Truth;
  /** The code of an option in the end: a later definition of its name may have changed it. */
  finalCode(space: string, name: string, code: number): number;
}

/**
 * Works expressions out as dhcpd does (dhcp-eval(5), and its common/tree.c where the page is silent): a value may be missing, a test may be
 * neither true nor false, and what the client's data decide that are not known is unknown.
 */
export class Evaluator {
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  data(expression: Expression): Data {
    switch (expression.kind) {
      case 'bytes':
        return expression.bytes.length === 0 ? NO_BYTES : expression.bytes;
      case 'null':
        return null;
      case 'option':
        return this.#option(expression);
      case 'fact':
        return resultKind(expression) === 'data' ? this.#around.fact(expression.fact) : null;
      case 'packet':
        return whereKnown([this.numeric(expression.offset), this.numeric(expression.length)], ([offset, length]) =>
          this.#around.packet(offset, length),
        );
      case 'substring': {
        const of = this.data(expression.of);
        const ends = [this.numeric(expression.offset), this.numeric(expression.length)] as const;
        return withData(of, (bytes) => whereKnown(ends, ([offset, length]) => substring(bytes, offset, length)), ends);
      }
      case 'suffix': {
        const of = this.data(expression.of);
        const ends = [this.numeric(expression.length)] as const;
        return withData(of, (bytes) => whereKnown(ends, ([length]) => suffix(bytes, length)), ends);
      }
      case 'lower-case':
      case 'upper-case':
        return withData(this.data(expression.of), (bytes) =>
          changeCase(bytes, expression.kind === 'lower-case' ? 'lower' : 'upper'),
        );
      case 'concat':
        return joined(expression.parts.map((part) => this.data(part)));
      case 'first-present':
        return this.#firstPresent(expression.parts);
      case 'binary-to-ascii':
        return this.#binaryToAscii(expression);
      case 'reverse': {
        const numbers = [this.numeric(expression.width)] as const;
        const of = this.data(expression.of);
        return withData(of, (bytes) => whereKnown(numbers, ([width]) => orUnknown(reverse(bytes, width))), numbers);
      }
      case 'encode-int':
        return whereKnown([this.numeric(expression.of)], ([number]) => bigEndian(number, expression.bits / 8));
      case 'relayed':
        // A DHCPv4 client's options come in one packet, whatever relays it passed
        return whereKnown([this.numeric(expression.relay)], ([relay]) =>
          relay === 0n ? this.data(expression.of) : null,
        );
      case 'variable': {
        const bound = this.#around.variable(expression.name);
        if (bound === UNKNOWN) return UNKNOWN;
        return bound?.kind === 'data' ? bound.value : null;
      }
      case 'call':
        this.#around.call(expression.name, expression.parts);
        return null;
      case 'lookup':
      case 'unreadable':
        return UNKNOWN;
      default:
        return null;
    }
  }

  /**
   * What goes out for an expression that is an option's whole value: the server drops no bytes that a function left behind, although inside
   * another expression a call has no value.
   */
  wholeValue(expression: Expression): Data {
    if (expression.kind === 'call') {
      const bound = this.#around.call(expression.name, expression.parts);
      if (bound === UNKNOWN) return UNKNOWN;
      return bound?.kind === 'data' ? bound.value : null;
    }
    if (expression.kind !== 'first-present') return this.data(expression);
    let left: Data = null;
    for (const part of expression.parts) {
      const value = part.kind === 'call' ? null : this.data(part);
      if (value !== null) return value;
      left = (part.kind === 'call' ? this.wholeValue(part) : null) ?? left;
    }
    return left;
  }

  numeric(expression: Expression): Numeric {
    switch (expression.kind) {
      case 'number':
        return BigInt.asUintN(64, BigInt(Math.trunc(expression.value)));
      case 'extract-int': {
        const of = this.data(expression.of);
        if (of === null || of === UNKNOWN) return of;
        const width = expression.bits / 8;
        if (of.length >= width) return BigInt(readBigEndian(of, width));
        // For 8 bits of nothing the server reads what happens to lie in its memory
        return width === 1 ? UNKNOWN : null;
      }
      case 'arithmetic': {
        const left = this.numeric(expression.left);
        const right = this.numeric(expression.right);
        if (left === null || right === null) return null;
        if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN;
        return counted(expression.operator, left, right);
      }
      case 'fact':
        return this.#number(expression.fact);
      case 'variable': {
        const bound = this.#around.variable(expression.name);
        if (bound === UNKNOWN) return UNKNOWN;
        return bound?.kind === 'numeric' ? bound.value : null;
      }
      case 'call':
        this.#around.call(expression.name, expression.parts);
        return null;
      case 'unreadable':
        return UNKNOWN;
      default:
        return null;
    }
  }

  truth(expression: Expression): Truth {
    switch (expression.kind) {
      case 'compare':
        return this.#compare(expression);
      case 'and': {
        const left = this.truth(expression.left);
        const right = left & TRUE ? this.truth(expression.right) : 0;
        return right | (left & (FALSE | NEITHER) ? NEITHER : 0);
      }
      case 'or':
        return this.#or(expression.left, expression.right);
      case 'not': {
        const of = this.truth(expression.of);
        return (of & TRUE ? FALSE : 0) | (of & FALSE ? TRUE : 0) | (of & NEITHER);
      }
      case 'exists': {
        const sent = this.#option({ ...expression, side: 'sent' });
        return sent === UNKNOWN ? TRUE | FALSE : truthOf(sent !== null);
      }
      case 'known':
        return this.#around.known;
      case 'static':
        return this.#around.fixed;
      case 'defined': {
        const bound = this.#around.variable(expression.name);
        return bound === UNKNOWN ? TRUE | FALSE : truthOf(bound !== undefined);
      }
      case 'in-collection':
        return this.#around.inCollection();
      case 'variable': {
        const bound = this.#around.variable(expression.name);
        if (bound === UNKNOWN) return ANY;
        return bound?.kind === 'boolean' ? truthOf(bound.value) : NEITHER;
      }
      case 'call':
        this.#around.call(expression.name, expression.parts);
        return NEITHER;
      case 'unreadable':
        return ANY;
      default:
        return NEITHER;
    }
  }

  /** What `set` keeps and what "=" compares; undefined for no value. */
  value(expression: Expression): Bound | Unknown | undefined {
    if (expression.kind === 'variable') return this.#around.variable(expression.name);
    if (expression.kind === 'call') return this.#around.call(expression.name, expression.parts);
    switch (resultKind(expression)) {
      case 'boolean': {
        const truth = this.truth(expression);
        if (truth === NEITHER) return undefined;
        return truth === TRUE || truth === FALSE ? { kind: 'boolean', value: truth === TRUE } : UNKNOWN;
      }
      case 'numeric': {
        const value = this.numeric(expression);
        return value === null || value === UNKNOWN ? (value ?? undefined) : { kind: 'numeric', value };
      }
      case 'data': {
        const value = this.data(expression);
        return value === null || value === UNKNOWN ? (value ?? undefined) : { kind: 'data', value };
      }
      case 'any':
        return UNKNOWN;
    }
  }

  #option(option: {
    readonly side: 'sent' | 'reply';
    readonly space: string;
    readonly name: string;
    readonly code: number | undefined;
  }): Data {
    if (option.code === undefined) return UNKNOWN;
    const code = this.#around.finalCode(option.space, option.name, option.code);
    return option.side === 'sent' ? this.#around.sent(option.space, code) : this.#around.reply(option.space, code);
  }

  #firstPresent(parts: readonly Expression[]): Data {
    for (const part of parts) {
      const value = this.data(part);
      if (value !== null) return value;
    }
    return null;
  }

  #binaryToAscii(expression: Extract<Expression, { kind: 'binary-to-ascii' }>): Data {
    const numbers = [this.numeric(expression.base), this.numeric(expression.width)] as const;
    const separator = this.data(expression.separator);
    const of = this.data(expression.of);
    if (separator === null || of === null || numbers.includes(null)) return null;
    if (separator === UNKNOWN || of === UNKNOWN) return UNKNOWN;
    return whereKnown(numbers, ([base, width]) => orUnknown(binaryToAscii(base, width, separator, of)));
  }

  #number(fact: Fact): Numeric {
    if (fact !== 'lease-time' && fact !== 'client-state') return null;
    return this.#around.fact(fact) === UNKNOWN ? UNKNOWN : null;
  }

  #compare({ operator, left, right }: Extract<Expression, { kind: 'compare' }>): Truth {
    if (operator === 'equal' || operator === 'not-equal') {
      const same = equality(this.value(left), this.value(right));
      if (operator === 'equal') return same;
      return (same & TRUE ? FALSE : 0) | (same & FALSE ? TRUE : 0);
    }
    const text = this.data(left);
    const pattern = this.data(right);
    if (text === null || pattern === null) return NEITHER;
    if (text === UNKNOWN || pattern === UNKNOWN) return ANY;
    if (text === NO_BYTES) return NEITHER;
    if (pattern === NO_BYTES) return FALSE;
    const expression = posixExpression(upToNul(pattern), operator === 'matches-ignoring-case');
    return truthOf(expression?.test(upToNul(text)) ?? false);
  }

  /** A call's own truth is lost, but what it left behind counts as soon as the other side has a truth. */
  #or(left: Expression, right: Expression): Truth {
    const first = this.truth(left);
    let truth = first & TRUE;
    if (first & (FALSE | NEITHER)) {
      const leftBehind = this.#leftBehind(left);
      const second = this.truth(right);
      const rightBehind = this.#leftBehind(right);
      if (leftBehind === UNKNOWN || rightBehind === UNKNOWN) return ANY;
      if (first & FALSE) truth |= (second & (TRUE | FALSE)) | (second & NEITHER ? truthOf(rightBehind) : 0);
      if (first & NEITHER) truth |= leftBehind && second & (TRUE | FALSE) ? TRUE | (second & NEITHER) : second;
    }
    return truth;
  }

  #leftBehind(expression: Expression): boolean | Unknown {
    if (expression.kind !== 'call') return false;
    const bound = this.#around.call(expression.name, expression.parts);
    if (bound === UNKNOWN) return UNKNOWN;
    return bound?.kind === 'boolean' && bound.value;
  }
}

const orUnknown = (bytes: Uint8Array | null | undefined): Data => (bytes === undefined ? UNKNOWN : bytes);

function withData(data: Data, use: (bytes: Uint8Array) => Data, others: readonly Numeric[] = []): Data {
  if (data === null || others.includes(null)) return null;
  return data === UNKNOWN ? UNKNOWN : use(data);
}

/** Null where one of the numbers is missing, unknown where one is. */
function whereKnown<const T extends readonly Numeric[]>(
  numbers: T,
  use: (known: { readonly [K in keyof T]: bigint }) => Data,
): Data {
  if (numbers.includes(null)) return null;
  if (numbers.includes(UNKNOWN)) return UNKNOWN;
  return use(numbers as { readonly [K in keyof T]: bigint });
}

/** One after the other; null where one of them is missing. */
export function joined(parts: readonly Data[]): Data {
  if (parts.includes(null)) return null;
  if (parts.includes(UNKNOWN)) return UNKNOWN;
  return joinBytes(parts.filter((part): part is Uint8Array => part instanceof Uint8Array));
}

/** The server counts in 64 bits without sign. */
function counted(operator: Arithmetic, left: bigint, right: bigint): bigint | null {
  const result = calculate(operator, left, right);
  return result === undefined ? null : BigInt.asUintN(64, result);
}

/** Two missing values are equal; values of two kinds are not. */
function equality(left: Bound | Unknown | undefined, right: Bound | Unknown | undefined): Truth {
  if (left === UNKNOWN || right === UNKNOWN) return TRUE | FALSE;
  if (left === undefined || right === undefined) return truthOf(left === right);
  if (left.kind === 'data' && right.kind === 'data') return truthOf(sameBytes(left.value, right.value));
  if (left.kind === 'function' || right.kind === 'function') return truthOf(left === right);
  return truthOf(left.kind === right.kind && left.value === right.value);
}

const upToNul = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return textOfBytes(end === -1 ? bytes : bytes.subarray(0, end));
};
