import { expect, it } from 'vitest';
import { findingsIn, mendedBy } from '../../../../../test/stories/story.ts';

it.each([
  ['// a comment\nauthoritative;\n', '# a comment\nauthoritative;\n'],
  ['authoritative; // a comment\n', 'authoritative; # a comment\n'],
  ['-- a comment\nauthoritative;\n', '# a comment\nauthoritative;\n'],
  ['/* one */ authoritative;\n', '# one\nauthoritative;\n'],
  ['/*\n * one\n * two;\n */\nauthoritative;\n', '# one\n# two;\nauthoritative;\n'],
])('a comment as other languages have it is none for dhcpd: %j', async (before, after) => {
  expect((await findingsIn(before)).map(({ rule, severity }) => `${severity} ${rule}`)).toContain('error syntax');
  expect(await mendedBy('syntax', before)).toBe(after);
});

it('what only looks like one inside of a text is no comment', async () => {
  expect(await findingsIn('option root-path "//server/share /* */ -- x";\n')).toEqual([]);
});
