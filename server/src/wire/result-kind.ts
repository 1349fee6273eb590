import type { Expression, ExpressionResult } from '../model/expression.ts';

/** What an expression yields as far as its form tells; `any` for variables and calls, which hold what they hold. */
export function resultKind(expression: Expression): ExpressionResult {
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
    case 'exists':
    case 'present':
    case 'member':
    case 'known':
    case 'static':
    case 'defined':
    case 'in-collection':
      return 'boolean';
    case 'number':
    case 'extract-int':
    case 'arithmetic':
      return 'numeric';
    case 'fact':
      return expression.fact === 'lease-time' || expression.fact === 'client-state' ? 'numeric' : 'data';
    case 'variable':
    case 'call':
    case 'unreadable':
      return 'any';
    default:
      return 'data';
  }
}
