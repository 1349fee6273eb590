import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../../../test/stories/story.ts';

const around = (written: string): string => `class "a" { }
subnet 192.0.2.0 netmask 255.255.255.0 {
  pool {
    range 192.0.2.100 192.0.2.200;
    ${written}
  }
}
`;

describe('who may have an address of a pool', () => {
  it.each([
    'allow members of "a";',
    'allow known clients;',
    'allow known-clients;',
    'allow unknown clients;',
    'deny all clients;',
    'deny dynamic bootp clients;',
    'ignore unknown-clients;',
    'allow authenticated clients;',
    'allow unauthenticated clients;',
    'allow unknown-clients; deny unknown-clients;',
    'allow Known-Clients;',
  ])('dhcpd takes %j', async (written) => {
    expect(await isRefused(around(written))).toBe(false);
  });

  it.each([
    'allow members "a";',
    'allow members of a;',
    'deny members of "a", "b";',
    'allow all;',
    'deny dynamic-bootp;',
    'no allow known-clients;',
    'allow;',
    'deny known-clients unknown-clients;',
    'allow duplicates;',
    'allow booting;',
    'allow bootp;',
    'deny declines;',
    'allow leasequery;',
    'allow client-updates;',
    'allow new clients;',
    'allow "known-clients";',
  ])('dhcpd refuses %j', async (written) => {
    expect(await isRefused(around(written))).toBe(true);
  });
});
