import { expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'exclusive-outside-43';

it('exclusive as option 1 of the main space is the subnet mask', async () => {
  const text = 'option exclusive code 1 = unsigned integer 8;\noption exclusive 1;\n';
  expect(await foundBy(RULE, text)).toEqual(['error: exclusive']);
});

it('exclusive under another code of the main space does nothing', async () => {
  const text = 'option exclusive code 201 = unsigned integer 8;\noption exclusive 1;\n';
  expect(await foundBy(RULE, text)).toEqual(['warning: exclusive']);
});

it.each([
  'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\n',
  'option exclusive-lock code 201 = unsigned integer 8;\n',
  'option subnet-mask 255.255.255.0;\n',
])('nothing is said of %j', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});
