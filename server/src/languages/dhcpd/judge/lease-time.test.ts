import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

it.each(['-5', '-3600'])('a lease time of %s is another number for dhcpd', async (time) => {
  expect(await foundBy('parameter-value', `default-lease-time ${time};\n`)).toEqual([`warning: ${time}`]);
});

it.each(['-1', '3600', 'infinite'])('a lease time of %s is right', async (time) => {
  expect(await foundBy('parameter-value', `max-lease-time ${time};\n`)).toEqual([]);
});
