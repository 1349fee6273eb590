import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../../../test/stories/story.ts';

const RULE = 'address-range';
const subnet = (range: string, mask = '255.255.255.0'): string =>
  `subnet 192.0.2.0 netmask ${mask} {\n  range ${range};\n}\n`;

describe('a range with an address that no host can use', () => {
  it.each([
    ['192.0.2.0 192.0.2.99', '192.0.2.1 192.0.2.99'],
    ['192.0.2.100 192.0.2.255', '192.0.2.100 192.0.2.254'],
    ['192.0.2.0 192.0.2.255', '192.0.2.1 192.0.2.254'],
  ])('%s becomes %s', async (before, after) => {
    expect(await foundBy(RULE, subnet(before))).toEqual([`warning: ${before}`]);
    expect(await mendedBy(RULE, subnet(before))).toBe(subnet(after));
  });

  it('may be nothing else', async () => {
    expect(await foundBy(RULE, subnet('192.0.2.255'))).toEqual(['warning: 192.0.2.255']);
    expect(await mendedBy(RULE, subnet('192.0.2.255'))).toBe(subnet('192.0.2.255'));
  });

  it('stands in a pool, too', async () => {
    const pool = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    range 192.0.2.1 192.0.2.255;\n  }\n}\n';
    expect(await foundBy(RULE, pool)).toEqual(['warning: 192.0.2.1 192.0.2.255']);
  });
});

it.each([
  subnet('192.0.2.1 192.0.2.254'),
  // In a wider subnet the same address is like any other
  'subnet 192.0.0.0 netmask 255.255.252.0 {\n  range 192.0.2.1 192.0.2.255;\n}\n',
  // A line between two routers has no others
  subnet('192.0.2.0 192.0.2.1', '255.255.255.254'),
])('nothing is said of %s', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});
