import { addressBytes, parseAddress } from './address.ts';
import { plainHexBytes, utf8 } from './bytes.ts';
import { domainNameBytes } from './domain-name.ts';
import { describeField, fault, type Read, readValue, type ValueFault } from './read-value.ts';
import type { BaseType, KeaType } from './vocabulary/kea-type.ts';

type Bytes = { readonly bytes: Uint8Array } | { readonly fault: ValueFault };

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
export function encodeText(type: KeaType, data: string, family: 4 | 6): Read {
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
  return readValue(type, joined(parts), family);
}

function encodeField(type: BaseType, value: string, family: 4 | 6): Bytes {
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

function encodeInteger(type: BaseType, value: string): Bytes {
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
