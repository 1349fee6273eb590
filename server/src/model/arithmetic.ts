import type { Arithmetic } from './expression.ts';

/** What a server calculates, not yet cut to the width that it counts in; undefined for a division by nought. */
export function calculate(operator: Arithmetic, left: bigint, right: bigint): bigint | undefined {
  switch (operator) {
    case 'add':
      return left + right;
    case 'subtract':
      return left - right;
    case 'multiply':
      return left * right;
    case 'divide':
      return right === 0n ? undefined : left / right;
    case 'remainder':
      return right === 0n ? undefined : left % right;
    case 'bit-and':
      return left & right;
    case 'bit-or':
      return left | right;
    case 'bit-xor':
      return left ^ right;
  }
}
