import type { Token } from '../lexer.ts';
import { isName, type LocalMend, Reader, Refusal } from '../reader.ts';
import type { Expected } from './expected.ts';
import { ExpressionReader } from './expression-reader.ts';
import type { SyntaxNode } from './node.ts';

/**
 * Why dhcpd refuses the expression of a statement whose tree has errors; undefined where the fault lies elsewhere, or in a part that
 * the tree shows as the statement's expression: then it is told where that is judged. `at` leads from an offset in the parsed text to
 * one in the piece that it stands for.
 */
export function expressionFault(node: SyntaxNode, text: string, at: (index: number) => number): Refusal | undefined {
  const refusal = statementFault(text, node.startIndex, node.endIndex);
  if (!refusal) return undefined;
  const part = ['condition', 'value', 'expression'].map((name) => node.childForFieldName(name)).find((child) => child);
  if (part && part.startIndex <= refusal.start && refusal.end <= part.endIndex) return undefined;
  const place = ({ start, end }: { readonly start: number; readonly end: number }) => ({
    start: at(start),
    end: at(end),
  });
  const mends = refusal.mends.map(
    ({ edits, ...mend }): LocalMend => ({
      ...mend,
      edits: edits.map((edit) => ({ ...place(edit), newText: edit.newText })),
    }),
  );
  return new Refusal(refusal.rule, place(refusal), refusal.what, refusal.remedy, mends);
}

/** Why dhcpd refuses the expression of the statement that stands between two offsets; undefined where it has none or accepts it. */
export function statementFault(text: string, start: number, end: number): Refusal | undefined {
  const reader = new Reader(text, start, end);
  const expected = readUpToExpression(reader);
  if (expected === undefined) return undefined;
  const from = reader.peek().start;
  const isCase = expected === 'case-of-number';
  while (!endsExpression(reader, isCase)) reader.next();
  const anchor = { file: '', offset: 0, text };
  const last = reader.last;
  const expression = new ExpressionReader(anchor, from, last && last.end > from ? last.end : from, expected);
  expression.read();
  return expression.refusals[0];
}

/** Reads all that stands before a statement's expression. */
function readUpToExpression(reader: Reader): Expected | undefined {
  const keyword = reader.next();
  switch (keyword.text.toLowerCase()) {
    case 'if':
    case 'elsif':
      return 'if';
    case 'else':
      return reader.takeWord('if') ? 'if' : undefined;
    case 'match':
      return reader.takeWord('if') ? 'boolean' : 'match';
    case 'spawn':
      return reader.takeWord('with') ? 'data' : undefined;
    case 'switch':
      return 'switch';
    case 'case':
      return 'case-of-number';
    case 'log':
      return 'log';
    case 'execute':
      return 'execute';
    case 'eval':
    case 'return':
      return 'any';
    case 'set':
    case 'define':
      return readUpToEqual(reader) ? 'any' : undefined;
    default:
      return isName(keyword) && readUpToEqual(reader) ? 'data' : undefined;
  }
}

/** A name, perhaps with its space, and the equals sign. */
function readUpToEqual(reader: Reader): boolean {
  while (isName(reader.peek()) || reader.isSign('.')) {
    if (reader.isWord('code')) return false;
    reader.next();
  }
  return reader.takeSign('=');
}

function endsExpression(reader: Reader, isCase: boolean): boolean {
  const token = reader.peek();
  if (token.kind === 'end' || token.kind === 'unclosed-string') return true;
  if (token.kind !== 'sign') return false;
  return /[;{}]/.test(token.text) || (isCase && token.text === ':' && !isBetweenBytes(reader, token));
}

const isBetweenBytes = (reader: Reader, colon: Token): boolean => {
  const next = reader.peek(1);
  return !colon.spaced && !next.spaced && (next.kind === 'number' || next.kind === 'hex-word');
};
