import type { Expression } from '../../../model/expression.ts';

/** The expression and all that it is made of, outer parts before inner ones. */
export function* partsOf(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of directParts(expression)) yield* partsOf(part);
}

function directParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'packet':
      return [expression.offset, expression.length];
    case 'substring':
      return [expression.of, expression.offset, expression.length];
    case 'suffix':
      return [expression.of, expression.length];
    case 'lower-case':
    case 'upper-case':
    case 'encode-int':
    case 'extract-int':
    case 'not':
      return [expression.of];
    case 'concat':
    case 'first-present':
    case 'call':
      return expression.parts;
    case 'binary-to-ascii':
      return [expression.base, expression.width, expression.separator, expression.of];
    case 'reverse':
      return [expression.width, expression.of];
    case 'relayed':
      return [expression.relay, expression.of];
    case 'compare':
    case 'arithmetic':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    default:
      return [];
  }
}
