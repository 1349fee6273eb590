import type { Dice } from '../dice.ts';
import type { FieldType, GeneratedOption } from './vocabulary.ts';

const ADDRESSES = ['10.99.0.7', '10.99.0.8', '192.0.2.1', '0.0.0.0', '255.255.255.255'];
const ADDRESSES6 = ['2001:db8::1', '::', 'fe80::5'];
const TEXTS = ['10.99.0.7', 'ums.example.com', 'site 7', 'x', 'a\\,b', 'ä', '0x0102', '1,2', ' pad ', "it's"];
const DOMAINS = ['example.com', 'lab.example.com.', 'a.b.c.example.org', 'org'];

/** What stands in the `data` of an entry, as text (`"csv-format": true`). */
export function textFor(option: GeneratedOption, dice: Dice): string {
  const { fields } = option;
  const one = (): string[] => fields.map((type) => fieldText(type, dice));
  const last = fields.at(-1);
  const more = last ? Array.from({ length: further(option, dice) }, () => fieldText(last, dice)) : [];
  return [...one(), ...more].join(dice.once(3) ? ', ' : ',');
}

/** How many values follow the first of a list: sometimes too many for one option. Of lists inside other options Kea comes to no end then. */
function further({ array, space, fields }: GeneratedOption, dice: Dice): number {
  if (!array) return 0;
  if (space !== 'dhcp4' || !dice.once(20)) return dice.roll(3);
  const last = fields.at(-1);
  const size = last === 'fqdn' ? 18 : last === 'uint16' ? 2 : 4;
  return Math.floor((150 + dice.roll(200)) / size);
}

function fieldText(type: FieldType, dice: Dice): string {
  switch (type) {
    case 'empty':
      return '';
    case 'binary':
      return dice.one(['0102', 'e0', 'ABCDEF']);
    case 'boolean':
      return dice.one(['true', 'false', '1', '0']);
    case 'int8':
      return dice.one(['-1', '0', '127', '-128']);
    case 'int16':
      return dice.one(['-1', '300', '-32768']);
    case 'int32':
      return dice.one(['-2', '70000', '2147483647']);
    case 'uint8':
      return dice.one(['0', '1', '7', '255', '010']);
    case 'uint16':
      return dice.one(['0', '1500', '65535']);
    case 'uint32':
      return dice.one(['0', '300', '4294967295', '4711']);
    case 'ipv4-address':
      return dice.one(ADDRESSES);
    case 'ipv6-address':
      return dice.one(ADDRESSES6);
    case 'ipv6-prefix':
      return dice.one(['2001:db8::/32', '::/0', '2001:db8:1:2::/64', '2001:db8::1/48']);
    case 'psid':
      return dice.one(['3/4', '0/0', '1/16', '7/3']);
    case 'string':
      return dice.once(15) ? 'long '.repeat(1 + dice.roll(70)) : dice.one(TEXTS);
    case 'tuple':
      return dice.one(['x', 'ums', 'two words']);
    case 'fqdn':
      return dice.one(DOMAINS);
    case 'vendor-classes':
      return dice.one(['03616263', '00', '0378797a']);
  }
}

/** The same as bytes in hex (`"csv-format": false`). */
export function hexFor(option: GeneratedOption, dice: Dice): string {
  const { fields } = option;
  const last = fields.at(-1);
  const more = last ? Array.from({ length: further(option, dice) }, () => fieldHex(last, dice)) : [];
  // Kea drops what is left behind the last field, or refuses it
  const rest = dice.once(20) ? dice.one(['00', 'ff', '0102']) : '';
  return [...fields.map((type) => fieldHex(type, dice)), ...more, rest].join('');
}

/** Options inside of another one: cut off, padded, ended, and of lengths that their definitions do not have. */
const INSIDE = [
  'e009',
  'e0013a',
  '010107',
  '0102070a',
  '0100',
  '00010107ff0101',
  'e00378790000',
  'e00100',
  '020100',
  '040109',
];

function fieldHex(type: FieldType, dice: Dice): string {
  switch (type) {
    case 'empty':
      return dice.once(3) ? dice.one(INSIDE) : '';
    case 'boolean':
      return dice.one(['00', '01']);
    case 'int8':
    case 'uint8':
      return dice.one(['00', '07', 'ff']);
    case 'int16':
    case 'uint16':
      return dice.one(['0000', '05dc', 'ffff']);
    case 'int32':
    case 'uint32':
      return dice.one(['00000001', 'ffffffff', '00001267']);
    case 'ipv4-address':
      return dice.one(['0a630007', 'c0000201']);
    case 'ipv6-address':
      return '20010db8000000000000000000000001';
    case 'ipv6-prefix':
      return dice.one(['2020010db8', '00']);
    case 'psid':
      return dice.one(['043000', '000000']);
    case 'tuple':
      return dice.one(['00', '0178', '03756d73']);
    case 'fqdn':
      return dice.once(12) ? dice.one(['036f7267000161c000', '00']) : dice.one(['036f726700', '01610362636400']);
    case 'vendor-classes':
      return dice.one(['03616263', '', '02616200001267037a7a7a', '01610000270f0162']);
    case 'binary':
    case 'string':
      return bytes(dice);
  }
}

export function bytes(dice: Dice): string {
  if (dice.once(3)) return dice.one(['e00931302e39392e302e37', '010101', 'e0017800', 'ff', '756d7300', '0102e2']);
  const length = dice.once(10) ? 1 + dice.roll(300) : 1 + dice.roll(6);
  return Array.from({ length }, () => dice.roll(256).toString(16).padStart(2, '0')).join('');
}

/** Digits in the forms that Kea takes: capitals, a prefix, colons, blanks, or bytes written out in single quotes. */
export function hexForm(hex: string, dice: Dice): string {
  const pairs = hex.match(/../g) ?? [];
  switch (dice.roll(8)) {
    case 0:
      return hex.toUpperCase();
    case 1:
      return hex === '' ? hex : `0x${hex}`;
    case 2:
      return pairs.join(':');
    case 3:
      return pairs.join(' ');
    case 4:
      return pairs.length > 0 && pairs.every((pair) => /[2-7][0-9a-e]/.test(pair) && pair !== '27')
        ? `'${Buffer.from(hex, 'hex').toString('latin1')}'`
        : hex;
    case 5:
      return hex.startsWith('0') ? hex.slice(1) : hex;
    default:
      return hex;
  }
}
