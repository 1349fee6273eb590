import { expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';

it.each([
  ['group {\n  [ parameters ]\n  [ declarations ]\n}\n', '[ parameters ]\n  [ declarations ]'],
  ['authoritative;\n.ce 1\nFigure 2\n', '.ce 1\nFigure 2'],
  ['authoritative;\n224\n', '224'],
])('of what begins no statement it is not said that its semicolon is missing: %j', async (text, words) => {
  const found = await findingsIn(text);
  expect(found.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`)).toEqual([`syntax: ${words}`]);
});
