import type { BuiltScope } from '../built-scope.ts';
import type { LocalEdit, LocalMend } from '../reader.ts';
import type { Statement } from '../statement.ts';
import { indentationAt } from './indentation.ts';

/**
 * Moves the ranges of a subnet and its permits into a pool, in the order in which they stand: dhcpd reads permits in pools alone
 * (dhcpd.conf(5), "ALLOW AND DENY WITHIN POOL DECLARATIONS"). Not safe: who may have addresses changes from what the server did before.
 * @param isPermit tells permits from the switches that `allow` and `deny` set outside of pools
 */
export function movedIntoPool(
  permit: Statement,
  scope: BuiltScope,
  isPermit: (statement: Statement) => boolean,
): readonly LocalMend[] {
  if (scope.place !== 'subnet' || !isPermit(permit)) return [];
  const ranges = scope.all('range');
  const [first] = ranges;
  if (!first) return [];
  const moved = [...ranges, ...[...scope.all('allow'), ...scope.all('deny')].filter(isPermit)];
  // Edits of one mend stay in one piece of a long file, and what has a fault of its own is mended first.
  if (moved.some(({ anchor, faults }) => anchor !== permit.anchor || faults.length > 0)) return [];
  moved.sort((one, other) => one.start - other.start);
  const { text } = permit.anchor;
  const indent = indentationAt(text, first.start);
  const lines = moved.map(({ start, end }) => `${indent}  ${text.slice(start, end)}\n`).join('');
  const pool = `pool {\n${lines}${indent}}`;
  const edits = moved.map((statement) =>
    statement === first ? { start: first.start, end: first.end, newText: pool } : removed(text, statement),
  );
  return [{ title: 'Move the range and its permits into a pool', safe: false, edits }];
}

/** A line that holds nothing else goes as a whole. */
function removed(text: string, { start, end }: Statement): LocalEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const alone = lineEnd !== -1 && text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return alone ? { start: lineStart, end: lineEnd + 1, newText: '' } : { start, end, newText: '' };
}
