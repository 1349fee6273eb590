import type { Document } from '../../../syntax/document.ts';
import type { DocumentEdit } from '../../editor.ts';
import { joined, type PlannedStatement, placed } from '../../snippet-text.ts';
import type { BuiltScope } from '../built-scope.ts';
import type { PlacedStatement } from '../statement.ts';

const USUAL_INDENTATION = '  ';

/** How the statements of a file are indented inside of a block: as the first one that is. */
export function indentationOf(document: Document<PlacedStatement>): string {
  for (const { text } of document.pieces) {
    const found = /\{[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*([ \t]+)[^\s#}]/.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return USUAL_INDENTATION;
}

/** Adds statements at the end of a block, each on a line of its own unless the block is written on one line. */
export function blockInsertion(
  document: Document<PlacedStatement>,
  { statement }: BuiltScope,
  body: readonly PlannedStatement[],
  lineEnd: string,
): DocumentEdit | undefined {
  const block = statement?.block;
  if (!statement || !block) return undefined;
  const { anchor } = statement;
  const last = block.statements.at(-1);
  const at = last?.end ?? block.open + 1;
  const { text } = anchor;
  const lineStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const blankBefore = (offset: number): string | undefined =>
    /^[ \t]*$/.exec(text.slice(lineStart(offset), offset))?.[0];
  const lastIndent = last && blankBefore(last.start);
  const isOneLine = last ? lastIndent === undefined : /^[ \t]*\}/.test(text.slice(at));
  const headIndent = /^[ \t]*/.exec(text.slice(lineStart(statement.start)))?.[0] ?? '';
  const separator = isOneLine ? ' ' : lineEnd + (lastIndent ?? headIndent + indentationOf(document));
  // A comment behind the last statement stays with it.
  const behind = isOneLine ? 0 : (/^[ \t]*#[^\n\r]*/.exec(text.slice(at))?.[0].length ?? 0);
  const { plain, snippet } = joined(...body.map((planned) => placed(planned, separator, '')));
  const offset = anchor.offset + at + behind;
  return { start: offset, end: offset, newText: plain, snippet };
}
