import type { OptionType } from '../../../model/option-type.ts';

/** The types that dhcpd's tables of options and parameters are made of, one name for each of its format letters. */

export const U8: OptionType = { kind: 'integer', bits: 8, signed: false };
export const U16: OptionType = { kind: 'integer', bits: 16, signed: false };
export const U32: OptionType = { kind: 'integer', bits: 32, signed: false };
export const I32: OptionType = { kind: 'integer', bits: 32, signed: true };
export const BOOLEAN: OptionType = { kind: 'boolean' };
export const IP: OptionType = { kind: 'ip-address' };
export const IP6: OptionType = { kind: 'ip6-address' };
export const TEXT: OptionType = { kind: 'text' };
export const STRING: OptionType = { kind: 'string' };
export const DOMAIN_NAME: OptionType = { kind: 'domain-name' };
export const DOMAIN_LIST: OptionType = { kind: 'domain-list', compressed: false };
export const DOMAIN_LIST_COMPRESSED: OptionType = { kind: 'domain-list', compressed: true };
export const LEASE_TIME: OptionType = { kind: 'lease-time' };
export const FLAG: OptionType = { kind: 'flag' };
export const EMPTY: OptionType = { kind: 'empty' };
export const OPTION_SPACE: OptionType = { kind: 'option-space' };
export const KEY: OptionType = { kind: 'key' };
export const IPS: OptionType = { kind: 'array', of: [IP] };
export const IP6S: OptionType = { kind: 'array', of: [IP6] };
export const U8S: OptionType = { kind: 'array', of: [U8] };
export const U16S: OptionType = { kind: 'array', of: [U16] };
export const IP_PAIRS: OptionType = { kind: 'array', of: [IP, IP] };

export function record(...fields: readonly OptionType[]): OptionType {
  return { kind: 'record', fields };
}

export function encapsulate(space: string): OptionType {
  return { kind: 'encapsulate', space };
}

export function optional(type: OptionType): OptionType {
  return { kind: 'optional', of: type };
}

/** `values` are numbered as dhcpd numbers them; `bits` is the width on the wire. */
export function enumeration(name: string, bits: 8 | 16, values: Readonly<Record<string, number>>): OptionType {
  return { kind: 'enumeration', name, bits, values };
}
