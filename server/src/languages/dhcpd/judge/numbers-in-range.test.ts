import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const limit = (count: string): string => `class "few" {\n  match option user-class;\n  lease limit ${count};\n}\n`;
const peer = (split: string): string =>
  `failover peer "two" {\n  primary;\n  address 192.0.2.2;\n  peer address 192.0.2.3;\n  mclt 60;\n  split ${split};\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    failover peer "two";\n    range 192.0.2.100 192.0.2.200;\n  }\n}\n`;

it.each(['-1', '-4', '2147483648', '4294967295'])('a limit of %s leases ends dhcpd when it starts', async (count) => {
  expect(await foundBy('parameter-value', limit(count))).toEqual([`error: ${count}`]);
});

it.each(['0', '4', '2147483647', '4294967296'])('a limit of %s leases is taken', async (count) => {
  expect(await foundBy('parameter-value', limit(count))).toEqual([]);
});

it.each(['257', '-1', '-128'])('a split of %s is refused', async (split) => {
  expect(await foundBy('parameter-value', peer(split))).toEqual([`error: ${split}`]);
});

it.each(['0', '128', '256'])('a split of %s is taken', async (split) => {
  expect(await foundBy('parameter-value', peer(split))).toEqual([]);
});
