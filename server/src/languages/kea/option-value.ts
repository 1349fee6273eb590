import { addressBytes, parseAddress } from './address.ts';
import { plainHexBytes, utf8 } from './bytes.ts';
import { areDomainNames, domainNameBytes } from './domain-name.ts';
import { vendorClasses } from './vendor-classes.ts';
import { type BaseType, describeKeaType, type KeaType } from './vocabulary/kea-type.ts';

/** Why Kea refuses a value: what is wrong with it and what would be right. */
export interface ValueFault {
  readonly what: string;
  readonly remedy: string;
}

type Encoded = { readonly bytes: Uint8Array } | { readonly fault: ValueFault };

const fault = (what: string, remedy: string): { readonly fault: ValueFault } => ({ fault: { what, remedy } });

/** Splits data at its commas as Kea does: several count as one, a backslash keeps one in the value (util/strutil.cc, tokens). */
export function splitData(data: string): string[] {
  const tokens: string[] = [];
  let token = '';
  for (let i = 0; i < data.length; i++) {
    const c = data.charAt(i);
    const next = data.charAt(i + 1);
    if (c === '\\' && (next === ',' || next === '\\')) {
      token += next;
      i++;
    } else if (c === ',') {
      if (token !== '') tokens.push(token);
      token = '';
    } else {
      token += c;
    }
  }
  if (token !== '') tokens.push(token);
  return tokens;
}

/** The bytes of data that are written in the words of the type. */
export function encodeText(type: KeaType, data: string, family: 4 | 6): Encoded {
  if (type.special) return { bytes: new Uint8Array() };
  const values = splitData(data);
  const { fields, record, array } = type;
  const [only = 'empty'] = fields;
  const parts: Uint8Array[] = [];
  const add = (value: string, field: BaseType): ValueFault | undefined => {
    const encoded = encodeField(field, value.trim(), family);
    if ('fault' in encoded) return encoded.fault;
    parts.push(encoded.bytes);
    return undefined;
  };
  if (record) {
    if (values.length < fields.length) {
      return fault(
        `The option has ${fields.length} fields, and ${values.length === 1 ? 'one value stands' : `${values.length} values stand`} here.`,
        `Write ${fields.join(', ')}, with commas between them.`,
      );
    }
    const wanted = array ? values : values.slice(0, fields.length);
    for (const [i, value] of wanted.entries()) {
      const wrong = add(value, fields[i] ?? fields.at(-1) ?? 'empty');
      if (wrong) return { fault: wrong };
    }
  } else if (array) {
    for (const value of values) {
      const wrong = add(value, only);
      if (wrong) return { fault: wrong };
    }
  } else {
    const [value] = values;
    if (value === undefined) {
      if (only !== 'empty') return fault('The value is missing.', `Write ${describeField(only)} in "data".`);
    } else {
      const wrong = add(value, only);
      if (wrong) return { fault: wrong };
    }
  }
  return checked(type, joined(parts), family);
}

/** Data that are bytes already. */
export function checked(type: KeaType, bytes: Uint8Array, family: 4 | 6): Encoded {
  const { fields, record, array, special, encapsulates } = type;
  if (special) return { bytes };
  const [only = 'empty'] = fields;
  // Data of an option that is to be empty are not looked at (OptionDefinition::factoryEmpty)
  if (!record && only === 'empty' && encapsulates === undefined) return { bytes: new Uint8Array() };
  if (type.vendorClasses) return vendorClassBytes(bytes, family);
  if (record) {
    const least = fields.reduce((sum, field) => sum + (SIZES[field] ?? 0), 0);
    return bytes.length < least
      ? fault(
          `The ${bytes.length} bytes are fewer than the ${least} of ${describeKeaType(type)}.`,
          'Write all of them.',
        )
      : { bytes };
  }
  if (only === 'string') {
    const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
    return end === 0 ? fault('The text is empty.', 'Write the text in "data".') : { bytes: bytes.subarray(0, end) };
  }
  const size = SIZES[only] ?? 0;
  if (array && isNumber(only)) {
    if (bytes.length === 0) return fault('The list of numbers is empty.', 'Write at least one number.');
    if (bytes.length % size !== 0) {
      return fault(`${bytes.length} bytes make no whole numbers of ${size} bytes.`, 'Complete the last one.');
    }
    return { bytes };
  }
  if (array && (only === 'ipv4-address' || only === 'ipv6-address')) {
    return bytes.length % size !== 0
      ? fault(
          `${bytes.length} bytes make no whole ${only === 'ipv4-address' ? 'IPv4' : 'IPv6'} addresses of ${size} bytes.`,
          `Write ${only === 'ipv4-address' ? 'IPv4' : 'IPv6'} addresses.`,
        )
      : { bytes };
  }
  if (only === 'fqdn' && bytes.length === 0 && (!array || family === 4)) {
    return fault('The domain name is missing.', 'Write it in "data".');
  }
  if (only === 'fqdn' && !areDomainNames(bytes, array)) {
    return fault('The bytes are no domain name as DNS sends it.', 'Write the name as text, without "csv-format".');
  }
  if (only === 'tuple' && !areTuples(bytes, array, family)) {
    return fault(
      'The bytes do not begin with a length that as many bytes follow.',
      'Write the value as text, without "csv-format".',
    );
  }
  if (only === 'ipv6-prefix' && bytes.length === 0) return fault('The prefix is missing.', 'Write it in "data".');
  if (only !== 'empty' && bytes.length < size) {
    return fault(
      `The ${bytes.length} bytes are fewer than the ${size} of ${describeField(only)}.`,
      'Write all of them.',
    );
  }
  return { bytes };
}

function vendorClassBytes(bytes: Uint8Array, family: 4 | 6): Encoded {
  const sent = vendorClasses(bytes, family);
  return sent
    ? { bytes: sent }
    : fault(
        "Behind the vendor's number stand texts with their lengths before them; these bytes are none.",
        `Write ${family === 4 ? 'one byte' : 'two bytes'} with the length, then as many bytes.`,
      );
}

/** Whether bytes are a text with its length before it, or several; Kea takes no list of a single byte, and of DHCPv4 no empty one. */
function areTuples(bytes: Uint8Array, array: boolean, family: 4 | 6): boolean {
  const width = family === 4 ? 1 : 2;
  const endOf = (at: number): number => {
    const [high = 0, low = 0] = family === 4 ? [0, bytes[at]] : bytes.subarray(at, at + 2);
    return at + width + high * 256 + low;
  };
  if (!array) return bytes.length >= width && endOf(0) <= bytes.length;
  let at = 0;
  while (at + width <= bytes.length) at = endOf(at);
  return at === bytes.length && (bytes.length >= 2 || (family === 6 && bytes.length === 0));
}

const SIZES: Readonly<Partial<Record<BaseType, number>>> = {
  boolean: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  'ipv4-address': 4,
  'ipv6-address': 16,
  psid: 3,
};

const isNumber = (type: BaseType): boolean => /^u?int/.test(type);

function encodeField(type: BaseType, value: string, family: 4 | 6): Encoded {
  switch (type) {
    case 'empty':
      return fault('This option takes no value.', 'Leave "data" out.');
    case 'binary': {
      const bytes = plainHexBytes(value);
      return bytes
        ? { bytes }
        : fault(
            `${shown(value)} is no sequence of bytes.`,
            'Write two hexadecimal digits for each byte, with nothing between them.',
          );
    }
    case 'boolean':
      if (/^(?:true|false)$/i.test(value)) return { bytes: Uint8Array.of(value.toLowerCase() === 'true' ? 1 : 0) };
      if (/^[+-]?0*[01]$/.test(value)) return { bytes: Uint8Array.of(value.endsWith('1') ? 1 : 0) };
      return fault(`${shown(value)} is neither true nor false.`, 'Write true or false, 1 or 0.');
    case 'ipv4-address':
    case 'ipv6-address': {
      const address = parseAddress(value);
      return address
        ? { bytes: addressBytes(address) }
        : fault(
            `${shown(value)} is no address.`,
            /\s/.test(value) ? 'Put commas between addresses.' : `Write ${describeField(type)}.`,
          );
    }
    case 'ipv6-prefix': {
      const [text = '', length = ''] = value.replace(/[ \t]/g, '').split('/');
      const address = parseAddress(text);
      const bits = integerOf(length);
      if (address?.family !== 6 || bits === undefined || bits < 0 || bits > 128) {
        return fault(`${shown(value)} is no IPv6 prefix.`, 'Write one such as 2001:db8::/48.');
      }
      return { bytes: Uint8Array.from([bits, ...addressBytes(address).subarray(0, Math.ceil(bits / 8))]) };
    }
    case 'psid': {
      const [number, length] = value.replace(/[ \t]/g, '').split('/').map(integerOf);
      if (
        number === undefined ||
        length === undefined ||
        length > 16 ||
        length < 0 ||
        number >> Math.min(length, 16) !== 0
      ) {
        return fault(`${shown(value)} is no port set with its length.`, 'Write one such as 2/4.');
      }
      const shifted = (number << (16 - length)) & 0xffff;
      return { bytes: Uint8Array.of(length, shifted >> 8, shifted & 255) };
    }
    case 'string':
      return { bytes: utf8(value) };
    case 'tuple': {
      const bytes = utf8(value);
      return {
        bytes: Uint8Array.from(
          family === 4 ? [bytes.length & 255, ...bytes] : [bytes.length >> 8, bytes.length & 255, ...bytes],
        ),
      };
    }
    case 'fqdn': {
      const name = domainNameBytes(value);
      return 'bytes' in name
        ? name
        : fault(`"${value}" is no domain name: ${name.fault}.`, 'Write one such as example.org.');
    }
    default:
      return encodeInteger(type, value);
  }
}

function encodeInteger(type: BaseType, value: string): Encoded {
  const bits = Number(/\d+$/.exec(type)?.[0] ?? 8);
  const signed = !type.startsWith('u');
  const low = signed ? -(2 ** (bits - 1)) : 0;
  const high = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  const number = integerOf(value);
  if (number === undefined) {
    return fault(`${shown(value)} is no number.`, `Write a whole number from ${low} to ${high}.`);
  }
  if (number < low || number > high) {
    return fault(`${value} does not fit: ${type} goes from ${low} to ${high}.`, 'Write a number in that range.');
  }
  const bytes = new Uint8Array(bits / 8);
  let rest = BigInt.asUintN(bits, BigInt(number));
  for (let i = bytes.length - 1; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 255n);
  return { bytes };
}

/** A decimal number, or what else C++ reads as a hexadecimal one. */
function integerOf(text: string): number | undefined {
  if (/^[+-]?\d+$/.test(text)) return Number(text);
  const hex = /^\s*([+-]?)(?:0x)?([0-9a-f]+)$/i.exec(text);
  return hex?.[2] === undefined ? undefined : Number.parseInt(hex[2], 16) * (hex[1] === '-' ? -1 : 1);
}

function describeField(type: BaseType): string {
  switch (type) {
    case 'ipv4-address':
      return 'an IPv4 address';
    case 'ipv6-address':
      return 'an IPv6 address';
    case 'string':
      return 'a text';
    case 'binary':
      return 'bytes';
    case 'fqdn':
      return 'a domain name';
    case 'boolean':
      return 'true or false';
    default:
      return `a value of type ${type}`;
  }
}

const shown = (value: string): string => `"${value.length > 40 ? `${value.slice(0, 37)}…` : value}"`;

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
