import { expect, test } from 'vitest';
import { editsBetween } from './mend-all.ts';

const applied = (text: string, edits: ReturnType<typeof editsBetween>): string =>
  edits.toReversed().reduce((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text);

test.each([
  ['', ''],
  ['a\n', 'a\n'],
  ['a\nb\nc\n', 'a\nB\nc\n'],
  ['a\nb\nc\n', 'x\na\nc\ny\n'],
  ['a\r\nb', 'a\r\nb\r\n'],
  ['a\nb\na\nb\n', 'b\na\nb\na\n'],
])('the edits between %j and %j lead from one to the other, and touch different places', (before, after) => {
  const edits = editsBetween(before, after);
  expect(applied(before, edits)).toBe(after);
  for (const [i, edit] of edits.slice(1).entries()) expect(edit.start).toBeGreaterThan(edits[i]?.end ?? 0);
});

test('only the lines that differ are touched', () => {
  expect(editsBetween('a\nb\nc\n', 'a\nB\nc\n')).toEqual([{ start: 2, end: 4, newText: 'B\n' }]);
});
