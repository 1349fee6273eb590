import type { Dice } from '../dice.ts';
import type { ValueKind } from './vocabulary.ts';

const ADDRESSES = ['10.99.0.7', '10.99.0.8', '192.0.2.1', '0.0.0.0', '255.255.255.255'];
const TEXTS = ['10.99.0.7', '10.99.0.8', 'ums.example.com', 'site 7', 'x', 'a\\"b\\x41', ''];
const DOMAINS = ['example.com', 'lab.example.com', 'a.lab.example.com', 'org'];

/** What stands behind an option's name. */
export function literalOf(kind: ValueKind, dice: Dice): string {
  const address = (): string => dice.one(ADDRESSES);
  switch (kind) {
    case 'text':
      return dice.once(12) ? `"${'long '.repeat(dice.roll(70))}"` : `"${dice.one(TEXTS)}"`;
    case 'string':
      return dice.roll(2) === 0 ? `"${dice.one(TEXTS)}"` : hex(dice);
    case 'u8':
      return dice.one(['0', '1', '7', '255', '0x1f', '010']);
    case 'u16':
      return dice.one(['0', '1500', '65535']);
    case 'u32':
      return dice.one(['0', '300', '4000', '4294967295']);
    case 's8':
      return dice.one(['-1', '0', '127']);
    case 'boolean':
      return dice.one(['on', 'off', 'true', 'false']);
    case 'ip':
      return address();
    case 'ips':
      return [address(), ...dice.times(2, address)].join(', ');
    case 'pairs':
      return [0, ...dice.times(1, () => 0)].map(() => `${address()} ${dice.roll(256)}`).join(', ');
    case 'record':
      return `${dice.one(['on', 'off'])} ${dice.roll(70000) % 65536} ${address()}`;
    case 'u8-text':
      return `${dice.roll(256)} "${dice.one(TEXTS)}"`;
    case 'domain':
      return dice.one(DOMAINS);
    case 'domains':
      return [dice.one(DOMAINS), ...dice.times(2, () => dice.one(DOMAINS))].map((name) => `"${name}"`).join(', ');
  }
}

function hex(dice: Dice): string {
  if (dice.once(3)) return dice.one(['e0:09:31:30:2e:39:39:2e:30:2e:37', '01:01:01', 'e0:0', 'ff']);
  const length = dice.once(10) ? 1 + dice.roll(300) : 1 + dice.roll(6);
  return Array.from({ length }, () => dice.roll(256).toString(16)).join(':');
}
