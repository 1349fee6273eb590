import type { Expression } from '../../../model/expression.ts';
import type { Anchor } from '../../../model/span.ts';
import { ExpressionReader } from './expression-reader.ts';
import type { SyntaxNode } from './node.ts';

/**
 * The expression of a node, before it is known what is declared at its place: options have no codes yet. A part that cannot be read
 * is unreadable; why, tells whoever judges it. `at` leads from an offset in the parsed text to one in the anchor's.
 */
export const lowerExpression = (node: SyntaxNode, anchor: Anchor, at: (index: number) => number): Expression =>
  new ExpressionReader(anchor, at(node.startIndex), at(node.endIndex), 'any').read();
