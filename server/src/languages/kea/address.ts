import ipaddr from 'ipaddr.js';
import type { AddressRange } from '../../model/scope.ts';

export interface Address {
  readonly family: 4 | 6;
  readonly address: bigint;
}

/** An address as Kea reads it (inet_pton): four decimal bytes without leading zeros, or IPv6. */
export function parseAddress(text: string): Address | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) {
    const parts = text.split('.');
    if (parts.some((part) => Number(part) > 255 || /^0\d/.test(part))) return undefined;
    return { family: 4, address: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
  }
  if (!text.includes(':') || !/^[0-9a-f:.]+$/i.test(text) || !ipaddr.IPv6.isValid(text)) return undefined;
  const bytes = ipaddr.IPv6.parse(text).toByteArray();
  return { family: 6, address: bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) };
}

/** The bytes of an address, most significant first. */
export function addressBytes({ family, address }: Address): Uint8Array {
  const bytes = new Uint8Array(family === 4 ? 4 : 16);
  for (let i = bytes.length - 1, rest = address; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return bytes;
}

export const showAddress = (family: 4 | 6, address: bigint): string =>
  family === 4
    ? [...addressBytes({ family, address })].join('.')
    : ipaddr.fromByteArray([...addressBytes({ family, address })]).toString();

/** All addresses of a prefix. */
export function prefixRange({ family, address }: Address, length: number): AddressRange {
  const host = BigInt((family === 4 ? 32 : 128) - length);
  const low = (address >> host) << host;
  return { family, low, high: low + (1n << host) - 1n };
}

export const contains = (range: AddressRange, { family, address }: Address): boolean =>
  range.family === family && address >= range.low && address <= range.high;

export const overlap = (a: AddressRange, b: AddressRange): boolean =>
  a.family === b.family && a.low <= b.high && b.low <= a.high;
