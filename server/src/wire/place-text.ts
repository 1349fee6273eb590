import type { AddressRange } from '../model/scope.ts';

/** An IPv4 address in dotted decimal. */
const textOfAddress = (address: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');

/** A network in CIDR notation (RFC 4632 §3.1). */
export function textOfSubnet({ low, high }: AddressRange): string {
  const hosts = high - low;
  const length = 32 - (hosts === 0n ? 0 : hosts.toString(2).length);
  return `${textOfAddress(low)}/${length}`;
}

/** First and last address with a dash between them, also where they are one. */
export const textOfPool = ({ low, high }: AddressRange): string => `${textOfAddress(low)}-${textOfAddress(high)}`;
