import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const KEY = 'key k { algorithm hmac-md5; secret ""; }\n';

it('a key with an empty secret is taken, and left out', async () => {
  expect(await foundBy('parameter-value', KEY)).toEqual(['warning: ""']);
  expect(await foundBy('unknown-reference', KEY)).toEqual([]);
});

it.each([[`${KEY}zone example.org. { primary 192.0.2.1; key k; }\n`], [`${KEY}omapi-key k;\n`]])(
  'whoever names it is refused: %j',
  async (text) => {
    expect(await foundBy('unknown-reference', text)).toEqual(['error: k']);
  },
);
