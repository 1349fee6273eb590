import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const peer = (...lines: string[]) =>
  `failover peer "f" {\n  ${['address 192.0.2.2;', 'peer address 192.0.2.3;', ...lines].join('\n  ')}\n}
subnet 192.0.2.0 netmask 255.255.255.0 {
  pool { failover peer "f"; range 192.0.2.100 192.0.2.200; }
}
`;

it.each([
  [peer('primary;', 'mclt 3600;', 'split 128;'), []],
  [peer('secondary;'), []],
  [peer('primary;', 'split 128;'), ['error: ;']],
  [peer('primary;', 'mclt 3600;'), ['error: ;']],
  // dhcpd asks whether the number is there by asking whether it is 0
  [peer('primary;', 'mclt 0;', 'split 128;'), ['error: 0']],
  [peer('secondary;', 'mclt 0;'), []],
])('what a failover peer must say: %j', async (text, found) => {
  expect(await foundBy('incomplete-declaration', text)).toEqual(found);
});
