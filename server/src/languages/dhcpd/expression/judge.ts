import type { Expression } from '../../../model/expression.ts';
import type { Span } from '../../../model/span.ts';
import type { Refusal } from '../reader.ts';
import type { Expected } from './expected.ts';
import { ExpressionReader } from './expression-reader.ts';
import type { OptionLookup } from './option-lookup.ts';

export interface JudgedExpression {
  /** Read once more, as dhcpd reads it at its place: with the codes of its options, and bare numbers as numbers or as bytes. */
  readonly expression: Expression;
  /** Why dhcpd refuses it: at most one fault of its form, and every option that does not exist. */
  readonly refusals: readonly Refusal[];
}

/** Judges the text of an expression, readable or not, by what is wanted at its place and what is declared there. */
export function judgeExpression(
  { at }: { readonly at: Span },
  expected: Expected,
  lookup: OptionLookup,
): JudgedExpression {
  const reader = new ExpressionReader(at.anchor, at.start, at.end, expected, lookup);
  const expression = reader.read();
  return { expression, refusals: reader.refusals };
}
