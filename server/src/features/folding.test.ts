import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { foldings } from './folding.ts';

/** What can be folded, by its first and last line, counted from 1 as editors do. */
function folds(text: string): readonly string[] {
  const { unit, document } = dhcpdAt(text);
  return foldings(unit, document).map(({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1} ${kind}`);
}

test('blocks fold up to the line of their brace, which stays', () => {
  expect(folds('subnet 10.99.0.0 netmask 255.255.255.0 {\n  pool {\n    range 10.99.0.20;\n  }\n}\n')).toEqual([
    '1-4 block',
    '2-3 block',
  ]);
});

test('what stands on one line does not fold, nor a block that is empty', () => {
  expect(folds('group { host a { } }\ngroup {\n}\n')).toEqual([]);
});

test('comments of several lines fold', () => {
  expect(folds('# one\n# two\n\n# alone\nauthoritative; # behind\n')).toEqual(['1-2 comment']);
});

test('a block that nothing closes folds as far as it goes', () => {
  expect(folds('host a {\n  hardware ethernet 02:00:00:00:00:01;\nhost b {\n  dynamic;\n}\n')).toEqual([
    '1-2 block',
    '3-4 block',
  ]);
});

test('braces in texts and comments fold nothing', () => {
  expect(folds('# {\noption domain-name "{";\nauthoritative;\n')).toEqual([]);
});
