import { describeType, type OptionType } from '../../../model/option-type.ts';

/** The types that an option-def names, in Kea's own words. */
export const BASE_TYPES = [
  'empty',
  'binary',
  'boolean',
  'int8',
  'int16',
  'int32',
  'uint8',
  'uint16',
  'uint32',
  'ipv4-address',
  'ipv6-address',
  'ipv6-prefix',
  'psid',
  'string',
  'tuple',
  'fqdn',
] as const;

/** What each type is, in a line. */
export const TYPE_HELP: Readonly<Record<BaseType | 'record', string>> = {
  empty: 'No value of its own; with "encapsulate" it holds the options of a space',
  binary: 'Bytes, written as hexadecimal digits without anything between them',
  boolean: 'One byte, written as true or false',
  int8: 'A whole number of one byte, from -128 to 127',
  int16: 'A whole number of two bytes, from -32768 to 32767',
  int32: 'A whole number of four bytes, with a sign',
  uint8: 'A whole number of one byte, from 0 to 255',
  uint16: 'A whole number of two bytes, from 0 to 65535',
  uint32: 'A whole number of four bytes, from 0 to 4294967295',
  'ipv4-address': 'The four bytes of an IPv4 address, not its text',
  'ipv6-address': 'The sixteen bytes of an IPv6 address, not its text',
  'ipv6-prefix': 'A length and the bytes of an IPv6 prefix',
  psid: 'A set of ports with its length (RFC 7597)',
  string: 'A text, sent as it stands; a comma ends it unless a backslash stands before it',
  tuple: 'A text with its length before it',
  fqdn: 'A domain name as DNS sends it, not its text',
  record: 'Several fields, whose types "record-types" names',
};

export type BaseType = (typeof BASE_TYPES)[number];

/** What an option's data must be, as Kea sees it: fields, of which the last may repeat, and sub-options behind them. */
export interface KeaType {
  /** One type, or the fields of a record. */
  readonly fields: readonly BaseType[];
  readonly record: boolean;
  readonly array: boolean;
  /** The space of the sub-options that follow the fields. */
  readonly encapsulates: string | undefined;
  /** Data in a form of its own, which is not looked at. */
  readonly special: boolean;
  /** Whether the bytes behind the number are texts with their lengths (options 124 of DHCPv4 and 16 of DHCPv6). */
  readonly vendorClasses: boolean;
}

export const isBaseType = (name: string): name is BaseType => (BASE_TYPES as readonly string[]).includes(name);

/** Reads the short form of the tables: `array of record boolean, ipv4-address`, `vendor classes`; other words stand for data in a form of its own. */
export function readKeaType(text: string, encapsulates?: string): KeaType {
  const array = text.startsWith('array of ');
  const vendorClasses = text === 'vendor classes';
  const rest = vendorClasses ? 'record uint32, binary' : array ? text.slice('array of '.length) : text;
  const record = rest.startsWith('record ');
  const names = record ? rest.slice('record '.length).split(', ') : [rest];
  const fields = names.filter(isBaseType);
  return { fields, record, array, encapsulates, special: fields.length < names.length, vendorClasses };
}

/** The type in the words of an option-def. */
export function describeKeaType({ fields, record, array, special }: KeaType): string {
  if (special) return 'a form of its own';
  const whole = record ? `record of ${fields.join(', ')}` : (fields[0] ?? 'empty');
  return array ? `array of ${whole}` : whole;
}

const STRING: OptionType = { kind: 'string' };

const BASE: Readonly<Record<BaseType, OptionType>> = {
  empty: { kind: 'empty' },
  binary: STRING,
  boolean: { kind: 'boolean' },
  int8: { kind: 'integer', bits: 8, signed: true },
  int16: { kind: 'integer', bits: 16, signed: true },
  int32: { kind: 'integer', bits: 32, signed: true },
  uint8: { kind: 'integer', bits: 8, signed: false },
  uint16: { kind: 'integer', bits: 16, signed: false },
  uint32: { kind: 'integer', bits: 32, signed: false },
  'ipv4-address': { kind: 'ip-address' },
  'ipv6-address': { kind: 'ip6-address' },
  // Kea's alone: for the rules they are bytes.
  'ipv6-prefix': STRING,
  psid: STRING,
  tuple: STRING,
  string: { kind: 'text' },
  fqdn: { kind: 'domain-name' },
};

/** The type as all languages have it. Data of an option that only holds sub-options are those sub-options. */
export function optionTypeOf({ fields, record, array, encapsulates, special }: KeaType): OptionType {
  const [first = 'empty'] = fields;
  if (special) return STRING;
  if (first === 'empty' && encapsulates !== undefined) return { kind: 'encapsulate', space: encapsulates };
  const types = fields.map((field) => BASE[field]);
  const last = types.at(-1);
  if (array && last) {
    const list: OptionType = { kind: 'array', of: [last] };
    return record ? { kind: 'record', fields: [...types.slice(0, -1), list] } : list;
  }
  // Values of open length leave no room for anything behind them.
  if (encapsulates !== undefined && (record || !isOpen(first))) {
    return { kind: 'record', fields: [...types, { kind: 'encapsulate', space: encapsulates }] };
  }
  return record ? { kind: 'record', fields: types } : BASE[first];
}

const isOpen = (type: BaseType): boolean => type === 'string' || type === 'binary';

/** A type that all languages have, in Kea's words. */
export function describeOptionType(type: OptionType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.signed ? 'int' : 'uint'}${type.bits}`;
    case 'text':
      return 'string';
    case 'string':
      return 'binary';
    case 'ip-address':
      return 'ipv4-address';
    case 'ip6-address':
      return 'ipv6-address';
    case 'domain-name':
      return 'fqdn';
    case 'encapsulate':
      return `empty, holding the space "${type.space}"`;
    case 'array':
      return `array of ${type.of.map(describeOptionType).join(', ')}`;
    case 'record':
      return `record of ${type.fields.map(describeOptionType).join(', ')}`;
    case 'boolean':
    case 'empty':
      return type.kind;
    default:
      return describeType(type);
  }
}
