import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const subnet = (range: string): string => `subnet 192.0.2.0 netmask 255.255.255.1 {\n  range ${range};\n}\n`;

it('an address lies in a subnet whose mask has holes by the bits of the mask', async () => {
  expect(await foundBy('address-range', subnet('192.0.2.2 192.0.2.4'))).toEqual([]);
  expect(await foundBy('address-range', subnet('192.0.2.2 192.0.2.5'))).toEqual(['error: 192.0.2.5']);
});
