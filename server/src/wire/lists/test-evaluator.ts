import type { Expression, Fact, VendorPart } from '../../model/expression.ts';
import { some } from '../../model/steps.ts';
import { bytesOfText, joinBytes, NO_BYTES, sameBytes, textOfBytes } from '../bytes.ts';
import { changeCase } from '../data-functions.ts';
import { ANY, type Data, FALSE, NEITHER, TRUE, type Truth, truthOf, UNKNOWN } from '../outcome.ts';

/** What tests look at. Null: the client did not send it. */
export interface Seen {
  sent(code: number): Data;
  /** As the server shows it to a person. */
  shown(code: number): Data;
  inner(path: readonly number[]): Data;
  vendor(side: 'options' | 'class', enterprise: number | undefined, part: VendorPart): Data;
  fact(fact: Fact): Data;
  member(name: string): Truth;
}

/**
 * Works class tests out as Kea does (lib/eval/token.cc): all values are bytes, what is not there is empty, and a value that fails makes the
 * whole test fail. Here a failure is null for bytes and NEITHER for tests.
 */
export class TestEvaluator {
  readonly #seen: Seen;
  readonly #shortCircuits: boolean;

  /** @param shortCircuits whether the right side of `and` and `or` is left alone where the left one decides */
  constructor(seen: Seen, shortCircuits: boolean) {
    this.#seen = seen;
    this.#shortCircuits = shortCircuits;
  }

  truth(expression: Expression): Truth {
    switch (expression.kind) {
      case 'and':
        return this.#both(expression.left, expression.right, FALSE);
      case 'or':
        return this.#both(expression.left, expression.right, TRUE);
      case 'not':
        return negated(this.truth(expression.of));
      case 'compare':
        return this.#compare(expression);
      case 'exists':
        return expression.code === undefined ? ANY : existence(this.#seen.sent(expression.code));
      case 'present':
        return existence(this.#raw(expression.value));
      case 'member':
        return this.#seen.member(expression.name);
      default:
        return ANY;
    }
  }

  data(expression: Expression): Data {
    switch (expression.kind) {
      case 'bytes':
        return expression.bytes;
      case 'option':
      case 'inner-option':
      case 'vendor':
        return this.#raw(expression) ?? NO_BYTES;
      case 'shown-option':
        return this.#shown(expression.option);
      case 'fact':
        return this.#seen.fact(expression.fact);
      case 'substring':
        return mapped(this.data(expression.of), (of) =>
          expression.offset.kind === 'number' && expression.length.kind === 'number'
            ? part(of, expression.offset.value, expression.length.value)
            : UNKNOWN,
        );
      case 'concat':
        return joined(expression.parts.map((one) => this.data(one)));
      case 'choice':
        return this.#choice(expression);
      case 'lower-case':
      case 'upper-case':
        return mapped(this.data(expression.of), (of) =>
          changeCase(of, expression.kind === 'lower-case' ? 'lower' : 'upper'),
        );
      case 'hex-text':
        return mapped(this.data(expression.of), (of) =>
          mapped(this.data(expression.separator), (separator) => hexText(of, separator)),
        );
      case 'number-text':
        return mapped(this.data(expression.of), (of) => numberText(of, expression.bits / 8, expression.signed));
      case 'address-text':
        return mapped(this.data(expression.of), addressText);
      case 'split':
        return mapped(this.data(expression.of), (of) =>
          mapped(this.data(expression.separators), (separators) => field(of, separators, expression.part)),
        );
      default:
        return UNKNOWN;
    }
  }

  /** What the client sent, null where it did not. */
  #raw(expression: Expression): Data {
    switch (expression.kind) {
      case 'option':
        return expression.code === undefined ? UNKNOWN : this.#seen.sent(expression.code);
      case 'inner-option':
        return this.#seen.inner(expression.path);
      case 'vendor':
        return this.#seen.vendor(expression.side, expression.enterprise, expression.part);
      default:
        return UNKNOWN;
    }
  }

  #shown(option: Expression): Data {
    if (option.kind === 'option' && option.code !== undefined) return this.#seen.shown(option.code) ?? NO_BYTES;
    return this.#raw(option) === null ? NO_BYTES : UNKNOWN;
  }

  #both(left: Expression, right: Expression, deciding: Truth): Truth {
    const first = this.truth(left);
    const other = deciding === TRUE ? FALSE : TRUE;
    const second = this.#shortCircuits && !(first & other) ? 0 : this.truth(right);
    let outcome = first & NEITHER;
    if (first & deciding) outcome |= this.#shortCircuits ? deciding : afterDecided(second, deciding);
    if (first & other) outcome |= second;
    return outcome;
  }

  #compare({ operator, left, right }: Extract<Expression, { kind: 'compare' }>): Truth {
    const one = this.data(left);
    const two = this.data(right);
    if (one === null || two === null) return NEITHER;
    if (one === UNKNOWN || two === UNKNOWN) {
      return [left, right].some((side) => this.#mayFail(side)) ? ANY : TRUE | FALSE;
    }
    if (operator === 'equal') return truthOf(sameBytes(one, two));
    if (operator !== 'matches-whole') return ANY;
    const pattern = wholePattern(textOfBytes(two));
    return pattern ? truthOf(pattern.test(textOfBytes(one))) : ANY;
  }

  /** Whether a value that is not known may be one that cannot be shown as a number or an address. */
  #mayFail(expression: Expression): boolean {
    return some(
      expression,
      (part) => (part.kind === 'number-text' || part.kind === 'address-text') && this.data(part.of) === UNKNOWN,
    );
  }

  #choice({ test, then, otherwise }: Extract<Expression, { kind: 'choice' }>): Data {
    const truth = this.truth(test);
    const one = this.data(then);
    const two = this.data(otherwise);
    if (one === null || two === null) return null;
    if (truth === TRUE) return one;
    if (truth === FALSE) return two;
    if (truth === NEITHER) return null;
    return one instanceof Uint8Array && two instanceof Uint8Array && sameBytes(one, two) ? one : UNKNOWN;
  }
}

const negated = (truth: Truth): Truth => (truth & TRUE ? FALSE : 0) | (truth & FALSE ? TRUE : 0) | (truth & NEITHER);

/** A side that fails makes the whole fail, also where the other one decides. */
const afterDecided = (second: Truth, deciding: Truth): Truth =>
  (second & (TRUE | FALSE) ? deciding : 0) | (second & NEITHER);

const existence = (data: Data): Truth => (data === UNKNOWN ? TRUE | FALSE : truthOf(data !== null));

const mapped = (data: Data, use: (bytes: Uint8Array) => Data): Data => (data instanceof Uint8Array ? use(data) : data);

function joined(parts: readonly Data[]): Data {
  if (parts.includes(null)) return null;
  if (parts.includes(UNKNOWN)) return UNKNOWN;
  return joinBytes(parts.filter((one) => one instanceof Uint8Array));
}

/** Offsets below zero count from the end, lengths below zero take what stands before the offset. */
function part(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset < -bytes.length || offset >= bytes.length) return NO_BYTES;
  const start = offset < 0 ? bytes.length + offset : offset;
  return length < 0 ? bytes.subarray(Math.max(0, start + length), start) : bytes.subarray(start, start + length);
}

function hexText(bytes: Uint8Array, separator: Uint8Array): Uint8Array {
  const between = textOfBytes(separator);
  return bytesOfText([...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(between));
}

function numberText(bytes: Uint8Array, width: number, signed: boolean): Data {
  if (bytes.length === 0) return bytes;
  if (bytes.length !== width) return null;
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return bytesOfText(String(signed ? BigInt.asIntN(width * 8, value) : value));
}

function addressText(bytes: Uint8Array): Data {
  if (bytes.length === 0) return bytes;
  if (bytes.length === 4) return bytesOfText(bytes.join('.'));
  return bytes.length === 16 ? UNKNOWN : null;
}

function field(bytes: Uint8Array, separators: Uint8Array, number: number): Uint8Array {
  if (bytes.length === 0 || separators.length === 0) return bytes;
  let start = 0;
  let count = 1;
  for (const [at, byte] of bytes.entries()) {
    if (!separators.includes(byte)) continue;
    if (count === number) return bytes.subarray(start, at);
    count++;
    start = at + 1;
  }
  return count === number ? bytes.subarray(start) : NO_BYTES;
}

function wholePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${source})$`, 's');
  } catch {
    return undefined;
  }
}
