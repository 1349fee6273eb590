import type { Arithmetic, Comparison, Expression } from '../../../model/expression.ts';
import { span } from '../../../model/span.ts';

export type Operator = { readonly text: string } & (
  | { readonly kind: 'compare'; readonly operator: Comparison }
  | { readonly kind: 'arithmetic'; readonly operator: Arithmetic }
  | { readonly kind: 'and' | 'or' }
);

const compare = (text: string, operator: Comparison): Operator => ({ text, kind: 'compare', operator });
const arithmetic = (text: string, operator: Arithmetic): Operator => ({ text, kind: 'arithmetic', operator });

/** By their text. There is no minus: dhcpd's lexer makes it the beginning of a number wherever it stands. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    compare('=', 'equal'),
    compare('!=', 'not-equal'),
    compare('~=', 'matches'),
    compare('~~', 'matches-ignoring-case'),
    arithmetic('+', 'add'),
    arithmetic('*', 'multiply'),
    arithmetic('/', 'divide'),
    arithmetic('%', 'remainder'),
    arithmetic('&', 'bit-and'),
    arithmetic('|', 'bit-or'),
    arithmetic('^', 'bit-xor'),
    { text: 'and', kind: 'and' } as const,
    { text: 'or', kind: 'or' } as const,
  ].map((operator) => [operator.text, operator]),
);

/** How tight an operator binds (common/tree.c, op_val): sums tighter than products, bits tighter than comparisons. */
export function tightness(operator: Operator): number {
  switch (operator.kind) {
    case 'compare':
      return 4;
    case 'and':
    case 'or':
      return 3;
    case 'arithmetic':
      switch (operator.operator) {
        case 'multiply':
        case 'divide':
        case 'remainder':
          return 1;
        case 'add':
        case 'subtract':
          return 2;
        case 'bit-and':
        case 'bit-or':
        case 'bit-xor':
          return 5;
      }
  }
}

export function join(operator: Operator, left: Expression, right: Expression): Expression {
  const at = span(left.at.anchor, left.at.start, right.at.end);
  switch (operator.kind) {
    case 'compare':
      return { at, kind: 'compare', operator: operator.operator, left, right };
    case 'arithmetic':
      return { at, kind: 'arithmetic', operator: operator.operator, left, right };
    case 'and':
    case 'or':
      return { at, kind: operator.kind, left, right };
  }
}
