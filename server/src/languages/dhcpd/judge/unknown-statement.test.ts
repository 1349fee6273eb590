import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

it.each([
  ['my-parameter = ;\n', ['error: my-parameter']],
  ['my-parameter 1;\n', ['error: my-parameter']],
  // Taken for a variable that is worked out, which does nothing
  ['my-parameter;\n', ['warning: my-parameter']],
])('a word that dhcpd does not know: %j', async (text, found) => {
  expect(await foundBy('unknown-statement', text)).toEqual(found);
});
