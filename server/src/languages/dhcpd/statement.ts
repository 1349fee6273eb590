import type { Expression } from '../../model/expression.ts';
import type { Anchor } from '../../model/span.ts';
import { type Span, span } from '../../model/span.ts';
import type { Refusal } from './reader.ts';
import { statement as statementOf } from './vocabulary/vocabulary.ts';

/**
 * A statement as the grammar sees it, before anything is made of its words: its keyword, the words behind it, its expression, its
 * block. All offsets count from the anchor's beginning.
 */
export interface Statement {
  /** The grammar's name for it, such as `option_definition`. */
  readonly kind: string;
  readonly anchor: Anchor;
  /** The first word in small letters; two for `not authoritative`. */
  readonly keyword: string;
  readonly start: number;
  readonly keywordEnd: number;
  /** Where the words behind the keyword end: before `;`, `=` or `{`. */
  readonly wordsEnd: number;
  /** Behind the whole statement, its semicolon or block included. */
  readonly end: number;
  /** What stands behind `=`, `if`, `match`, `log (` …; undefined where there is none. */
  readonly expression: Expression | undefined;
  /** Whether `=` introduces the expression. */
  readonly assigns: boolean;
  readonly block: StatementBlock | undefined;
  /** `elsif` and `else` parts, in order. */
  readonly alternatives: readonly Statement[];
  /** What the grammar alone shows to be wrong. */
  readonly faults: readonly Refusal[];
}

export interface StatementBlock {
  /** The offset of its `{`. */
  readonly open: number;
  /** Behind its `}`; undefined where another piece holds it. */
  readonly close: number | undefined;
  readonly statements: readonly Statement[];
}

/** A statement and the block that it stands in: an offset in its piece, or -1, -2, … counted outwards; undefined at the top. */
export interface PlacedStatement {
  readonly parent: number;
  readonly statement: Statement;
}

/** How many statements of it dhcpd does not know or cannot read, or say nothing. */
export function faultsIn({ kind, keyword, faults, block, alternatives }: Statement): number {
  const unknown = kind === 'unknown_statement' || (kind === 'parameter' && !statementOf(keyword));
  let count = unknown || block?.statements.length === 0 ? 1 : faults.length;
  for (const inner of block?.statements ?? []) count += faultsIn(inner);
  for (const alternative of alternatives) count += faultsIn(alternative);
  return count;
}

export const keywordSpan = (statement: Statement): Span =>
  span(statement.anchor, statement.start, statement.keywordEnd);

/** The statement without its block: what a message about the whole of it points at. */
export const headSpan = (statement: Statement): Span =>
  span(statement.anchor, statement.start, Math.max(statement.keywordEnd, lastWordEnd(statement)));

function lastWordEnd({ anchor, keywordEnd, wordsEnd, expression }: Statement): number {
  if (expression) return expression.at.end;
  let end = wordsEnd;
  while (end > keywordEnd && /\s/.test(anchor.text[end - 1] ?? '')) end--;
  return end;
}
