import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../../../test/stories/story.ts';

const around = (written: string): string => `class "a" { }
subnet 192.0.2.0 netmask 255.255.255.0 {
  pool {
    range 192.0.2.100 192.0.2.200;
    allow after ${written};
  }
}
`;

describe('a date', () => {
  it.each([
    'never',
    'epoch 5',
    '4 2026/01/01 00:00:00',
    '4 2026/01/01 00:00:00 3600',
    '4 2026/01/01 00:00:00 -3600',
    '4 2026/1/1 0:0:0',
    '9 2026/13/41 25:61:61',
    'epoch -5',
    '4 26/01/01 00:00:00',
    '4 2026/08/09 08:09:08',
  ])('dhcpd takes %j', async (written) => {
    expect(await isRefused(around(written))).toBe(false);
  });

  it.each([
    'epoch',
    '4 2026-01-01 00:00:00',
    '4 2026/01/01 00:00',
    '4 2026/01/01',
    'epoch 0x10',
    'epoch 5 6',
    'Thu 2026/01/01 00:00:00',
    '4 2026/01/01 00:00:00 UTC',
    'infinite',
  ])('dhcpd refuses %j', async (written) => {
    expect(await isRefused(around(written))).toBe(true);
  });
});
