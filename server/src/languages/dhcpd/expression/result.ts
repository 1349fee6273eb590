import type { Expression, ExpressionResult } from '../../../model/expression.ts';

/**
 * What dhcpd takes an expression for when it reads one (common/tree.c, expression_context). Variables and calls of functions are
 * `any`: they fit everywhere, whatever they hold.
 */
export function resultOf(expression: Expression): ExpressionResult {
  switch (expression.kind) {
    case 'compare':
    case 'and':
    case 'or':
    case 'not':
    case 'exists':
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
    case 'bytes':
    case 'null':
    case 'option':
    case 'packet':
    case 'substring':
    case 'suffix':
    case 'lower-case':
    case 'upper-case':
    case 'concat':
    case 'first-present':
    case 'binary-to-ascii':
    case 'reverse':
    case 'encode-int':
    case 'lookup':
    case 'relayed':
      return 'data';
    case 'variable':
    case 'call':
    case 'unreadable':
      return 'any';
    default:
      // Another server's
      return 'any';
  }
}
