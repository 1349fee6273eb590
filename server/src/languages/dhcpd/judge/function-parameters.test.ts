import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const define = (head: string): string => `define ${head} {\n  return "x";\n}\n`;

it.each([
  ['twice (part) . ', '.'],
  ['twice (one two)', 'two'],
  ['twice (subnet)', 'subnet'],
  ['twice ("part")', '"part"'],
  ['twice (1)', '1'],
  ['twice (,)', ','],
])('the head of the function %s is refused', async (head, words) => {
  expect(await foundBy('syntax', define(head))).toEqual([`error: ${words}`]);
});

it.each(['twice ()', 'twice (part)', 'twice (part, rest)', 'twice (part,)', 'twice (\n  part # the first\n)'])(
  'the head of the function %s is right',
  async (head) => {
    expect(await foundBy('syntax', define(head))).toEqual([]);
  },
);
