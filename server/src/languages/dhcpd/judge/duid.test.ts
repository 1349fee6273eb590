import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../../../test/stories/story.ts';

const around = (written: string): string => `server-duid ${written};\n`;

describe('what stands behind server-duid', () => {
  it.each([
    'LLT',
    'LL',
    'EN 2495 "abc"',
    'LL ethernet 00:16:6f:49:7d:9b',
    'LLT ethernet 213982198 00:16:6f:49:7d:9b',
    'LL token-ring 00:16:6f:49:7d:9b',
    '300 "abc"',
    '70000 "abc"',
  ])('dhcpd takes %j', async (written) => {
    expect(await isRefused(around(written))).toBe(false);
  });

  it.each([
    'EN 2495',
    'LLT 1 213982198 00:16:6f:49:7d:9b',
    '00:01:02',
    '5 01:02',
    'LL 1 00:16',
    '"abc"',
    'llt ethernet 00:16:6f:49:7d:9b',
    'EN "x" "abc"',
    'EN 2495 61:62',
  ])('dhcpd refuses %j', async (written) => {
    expect(await isRefused(around(written))).toBe(true);
  });
});
