import ipaddr from 'ipaddr.js';
import type { Token } from './lexer.ts';
import { convert } from './number.ts';
import { isName, type LocalMend, type Reader, Refusal, show } from './reader.ts';

/** Where an address is read: the rule that tells a fault, and what the address is for, as the message says it. */
export interface AddressPurpose {
  readonly rule: 'option-value-type' | 'parameter-value' | 'address-range';
  /** Such as `an address of the range`. */
  readonly what: string;
}

export interface AddressText {
  readonly start: number;
  readonly end: number;
}

export type Ip4 = AddressText & { readonly family: 4; readonly address: bigint };
export type HostName = AddressText & { readonly family: undefined; readonly name: string };
export type Ip6 = AddressText & { readonly family: 6; readonly address: bigint };

/** Four decimal bytes with dots between them; white space between the parts is allowed, as dhcpd allows it. */
export function readIp4(reader: Reader, purpose: AddressPurpose): Ip4 {
  const first = reader.peek();
  let address = 0n;
  for (let i = 0; i < 4; i++) {
    if (i > 0 && !reader.takeSign('.')) {
      const found = reader.peek();
      throw new Refusal(
        purpose.rule,
        { start: first.start, end: reader.last?.end ?? found.end },
        i === 1 && first.kind !== 'number'
          ? `${show(first)} is no IPv4 address.`
          : `"${reader.textFrom(first)}" is ${i === 1 ? 'one number' : `${i} numbers`}: an IPv4 address has four.`,
        `Write ${purpose.what} as four numbers with dots between them.`,
      );
    }
    const token = reader.next();
    if (token.kind !== 'number') {
      throw new Refusal(
        purpose.rule,
        token.kind === 'end' ? { start: reader.last?.start ?? token.start, end: token.end } : token,
        token.kind === 'end' && i === 0
          ? `The address is missing: ${purpose.what} belongs here.`
          : `${show(token)} stands where ${purpose.what} belongs.`,
        'Write four numbers from 0 to 255 with dots between them.',
        token.kind === 'string' ? unquotedAddress(token) : [],
      );
    }
    const byte = readPart(reader, token, purpose);
    address = address * 256n + BigInt(byte);
  }
  return { family: 4, address, start: first.start, end: reader.last?.end ?? first.end };
}

/** One of the four numbers, which are decimal with leading zeros too. Of one that dhcpd bends into a byte a doubt is kept. */
function readPart(reader: Reader, token: Token, { rule }: AddressPurpose): number {
  const remedy = 'Write four numbers from 0 to 255 with dots between them.';
  const negative = token.text.startsWith('-');
  const digits = BigInt(negative ? token.text.slice(1) : token.text);
  const byte = convert(digits, negative, 8);
  if (byte === undefined) {
    throw new Refusal(rule, token, `${token.text} does not fit into a part of an IPv4 address.`, remedy);
  }
  if (negative || BigInt(byte) !== digits) {
    reader.doubt({
      rule,
      severity: 'warning',
      start: token.start,
      end: token.end,
      what: `${token.text} is no part of an IPv4 address: dhcpd takes it for ${byte}.`,
      hurts: 'Every client that this address is for gets another one than stands here.',
      remedy,
      mends: [],
    });
  }
  return byte;
}

function unquotedAddress(token: Token): LocalMend[] {
  const inner = token.text.slice(1, -1);
  if (!ipaddr.IPv4.isValidFourPartDecimal(inner)) return [];
  return [
    { title: 'Take the quotes away', safe: true, edits: [{ start: token.start, end: token.end, newText: inner }] },
  ];
}

/** An IPv4 address, or a host name that the server looks up when it answers (common/parse.c, parse_ip_addr_or_hostname). */
export function readIp4OrHostName(reader: Reader, purpose: AddressPurpose): Ip4 | HostName {
  const first = reader.peek();
  if (first.kind === 'number' && reader.isSign('.', 1) && reader.peek(2).kind === 'number')
    return readIp4(reader, purpose);
  const name = readHostName(reader);
  if (name) {
    if (/^\d+$/.test(name.name)) doubtNumber(reader, purpose, name);
    return name;
  }
  throw new Refusal(
    purpose.rule,
    first.kind === 'end' ? { start: reader.last?.start ?? first.start, end: first.end } : first,
    first.kind === 'end'
      ? `The address is missing: ${purpose.what} belongs here.`
      : `${show(first)} stands where ${purpose.what} belongs.`,
    'Write an IPv4 address, or a host name without quotes.',
    first.kind === 'string' ? unquotedAddress(first) : [],
  );
}

/** A bare number passes for a host name, and its look-up makes an address of it: 24 becomes 0.0.0.24. */
function doubtNumber(reader: Reader, purpose: AddressPurpose, { name, start, end }: HostName): void {
  const mask = Number(name) >= 1 && Number(name) <= 32 ? showAddress(4, maskOf(Number(name))) : undefined;
  reader.doubt({
    rule: purpose.rule,
    severity: 'warning',
    start,
    end,
    what: `${name} is looked up like a host name and becomes the address ${showAddress(4, BigInt(name) & 0xffffffffn)}.`,
    hurts: 'Clients get that address instead of what is meant.',
    remedy: mask === undefined ? 'Write four numbers with dots between them.' : `If a netmask is meant, write ${mask}.`,
    mends: [],
  });
}

/** The address of a name that needs no name server: a number (inet_aton(3)), and `localhost`. */
export function addressOfName(name: string): bigint | undefined {
  if (name.toLowerCase() === 'localhost') return 0x7f000001n;
  if (!/^\d{1,10}$/.test(name)) return undefined;
  const isOctal = name.startsWith('0') && name.length > 1;
  if (isOctal && /[89]/.test(name)) return undefined;
  const address = BigInt(isOctal ? `0o${name.slice(1)}` : name);
  return address <= 0xffffffffn ? address : undefined;
}

/** The netmask of a prefix length. */
export const maskOf = (prefix: number): bigint => (0xffffffffn << BigInt(32 - prefix)) & 0xffffffffn;

/** Words and numbers joined by dots, a dot at the end included; undefined when none stands here. */
export function readHostName(reader: Reader): HostName | undefined {
  const first = reader.peek();
  let name = '';
  for (;;) {
    const token = reader.peek();
    if (!isName(token) && token.kind !== 'number') break;
    name += reader.next().text;
    if (!reader.takeSign('.')) break;
    name += '.';
  }
  return name === '' ? undefined : { family: undefined, name, start: first.start, end: reader.last?.end ?? first.end };
}

/** An IPv6 address: the tokens that could be part of one, without white space between them, as inet_pton takes them. */
export function readIp6(reader: Reader, purpose: AddressPurpose): Ip6 {
  const first = reader.peek();
  let text = '';
  for (let token = first; isPartOfIp6(token) && (token === first || !token.spaced); token = reader.peek()) {
    text += reader.next().text;
  }
  if (!ipaddr.IPv6.isValid(text) || text.includes('%')) {
    const found = text === '' ? reader.peek() : first;
    throw new Refusal(
      purpose.rule,
      text === '' ? found : { start: first.start, end: reader.last?.end ?? first.end },
      text === '' ? `${show(found)} stands where ${purpose.what} belongs.` : `"${text}" is no IPv6 address.`,
      'Write an IPv6 address such as 2001:db8::1.',
    );
  }
  const bytes = ipaddr.IPv6.parse(text).toByteArray();
  const address = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { family: 6, address, start: first.start, end: reader.last?.end ?? first.end };
}

function isPartOfIp6(token: Token): boolean {
  if (token.kind === 'number') return true;
  if (isName(token)) return /^[0-9a-f]+$/i.test(token.text);
  return token.kind === 'sign' && (token.text === ':' || token.text === '.');
}

/** The bytes of an address, most significant first. */
export function addressBytes(family: 4 | 6, address: bigint): Uint8Array {
  const bytes = new Uint8Array(family === 4 ? 4 : 16);
  for (let i = bytes.length - 1, rest = address; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

/** An address as people write it. */
export const showAddress = (family: 4 | 6, address: bigint): string =>
  family === 4
    ? [...addressBytes(4, address)].join('.')
    : ipaddr.fromByteArray([...addressBytes(6, address)]).toString();
