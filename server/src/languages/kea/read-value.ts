import type { Definitions } from './definitions.ts';
import { domainNameAt, withoutPointers } from './domain-name.ts';
import { vendorClasses } from './vendor-classes.ts';
import { type BaseType, describeKeaType, type KeaType } from './vocabulary/kea-type.ts';

/** Why Kea refuses a value: what is wrong with it and what would be right. */
export interface ValueFault {
  readonly what: string;
  readonly remedy: string;
}

/** The bytes of a value; `kept` is what Kea makes of those that hold other options, where it is not the same. */
export type Read = { readonly bytes: Uint8Array; readonly kept?: Uint8Array } | { readonly fault: ValueFault };

export const fault = (what: string, remedy: string): { readonly fault: ValueFault } => ({ fault: { what, remedy } });

/** Options whose sub-options have PAD and END among them, as those of a message do (RFC 2132, 8.4). */
const VENDOR_OPTIONS = 43;
const PAD = 0;
const END = 255;

/** Spaces within spaces, before it is given up. */
const DEPTH = 8;

/** What is defined of the options that a value may hold, and which option it is. */
export interface Around {
  readonly definitions: Definitions;
  readonly code: number | undefined;
}

/**
 * What Kea takes of data that are bytes, as those of a type (OptionDefinition::optionFactory): what is left behind the last field is dropped, or
 * read as the options that follow it.
 *
 * @param around undefined where the bytes end with the last field
 */
export function readValue(type: KeaType, bytes: Uint8Array, family: 4 | 6, around?: Around, depth = 0): Read {
  const { fields, record, array, special, encapsulates } = type;
  if (special) return { bytes };
  if (type.vendorClasses) return vendorClassBytes(bytes, family);
  const [only = 'empty'] = fields;
  // Data of an option that is to be empty are not looked at (OptionDefinition::factoryEmpty)
  if (!record && only === 'empty' && encapsulates === undefined) return { bytes: new Uint8Array() };
  if (!record && array) return readList(only, bytes, family);
  if (!record && only === 'string') {
    const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
    return end === 0 ? fault('The text is empty.', 'Write the text in "data".') : { bytes: bytes.subarray(0, end) };
  }
  let end = 0;
  for (const field of fields) {
    const next = fieldEnd(field, bytes, end, family);
    if (next === undefined) return unreadable(type, field, bytes);
    end = next;
  }
  if (record && array) {
    const last = fields.at(-1) ?? 'empty';
    for (let next: number | undefined = end; next !== undefined && end < bytes.length; ) {
      next = fieldEnd(last, bytes, end, family);
      end = next ?? end;
    }
  }
  if (encapsulates === undefined) return { bytes: bytes.subarray(0, end) };
  if (!around || family === 6 || depth > DEPTH || encapsulates === around.definitions.mainSpace) return { bytes };
  const inside = readInside(bytes.subarray(end), encapsulates, around, depth);
  if ('fault' in inside) return inside;
  return { bytes, kept: Uint8Array.from([...bytes.subarray(0, end), ...inside.bytes]) };
}

/** The options inside another one, each as its own definition takes it; an empty text among them is left out. */
function readInside(bytes: Uint8Array, space: string, { definitions, code }: Around, depth: number): Bytes {
  const isMarked = (mark: number): boolean => code === VENDOR_OPTIONS && !definitions.byCode(space, mark);
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const inner = bytes[at] ?? PAD;
    if (inner === END && isMarked(END)) break;
    if (inner === PAD && isMarked(PAD)) {
      at++;
      continue;
    }
    const end = at + 2 + (bytes[at + 1] ?? 0);
    if (at + 2 > bytes.length || end > bytes.length) break;
    const value = bytes.subarray(at + 2, end);
    at = end;
    const definition = definitions.byCode(space, inner);
    const type = definition?.keaType;
    if (type && isEmptyText(type, value)) continue;
    const read = type ? readValue(type, value, 4, { definitions, code: inner }, depth + 1) : { bytes: value };
    if ('fault' in read) {
      return fault(`Sub-option ${inner} ("${definition?.name}") in these bytes: ${read.fault.what}`, read.fault.remedy);
    }
    const taken = ('kept' in read ? read.kept : undefined) ?? read.bytes;
    kept.push(inner, taken.length, ...taken);
  }
  return { bytes: Uint8Array.from(kept) };
}

type Bytes = { readonly bytes: Uint8Array } | { readonly fault: ValueFault };

const isEmptyText = ({ fields: [only], record, array }: KeaType, bytes: Uint8Array): boolean =>
  only === 'string' && !record && !array && bytes.every((byte) => byte === 0);

function readList(only: BaseType, bytes: Uint8Array, family: 4 | 6): Bytes {
  const size = SIZES[only] ?? 0;
  switch (only) {
    case 'ipv4-address':
    case 'ipv6-address': {
      const name = only === 'ipv4-address' ? 'IPv4' : 'IPv6';
      return bytes.length % size === 0
        ? { bytes }
        : fault(`${bytes.length} bytes make no whole ${name} addresses of ${size} bytes.`, `Write ${name} addresses.`);
    }
    case 'fqdn':
      if (bytes.length === 0 && family === 4) return fault('The domain name is missing.', 'Write it in "data".');
      return readNames(bytes, family);
    case 'tuple':
      return areTuples(bytes, family) ? { bytes } : NO_TUPLE;
    case 'boolean':
    case 'psid':
    case 'ipv6-prefix': {
      let end = 0;
      for (let next: number | undefined = 0; next !== undefined && end < bytes.length; ) {
        next = fieldEnd(only, bytes, end, family);
        end = next ?? end;
      }
      return end === 0 ? tooShort(only, bytes) : { bytes: bytes.subarray(0, end) };
    }
    default:
      if (bytes.length === 0) return fault('The list of numbers is empty.', 'Write at least one number.');
      return bytes.length % size === 0
        ? { bytes }
        : fault(`${bytes.length} bytes make no whole numbers of ${size} bytes.`, 'Complete the last one.');
  }
}

/** A list of domain names: of DHCPv4, pointers in it are followed. What Kea takes for longer than the rest is dropped. */
function readNames(bytes: Uint8Array, family: 4 | 6): Bytes {
  const names = family === 4 ? withoutPointers(bytes) : bytes;
  if (!names) return NO_NAME;
  let end = 0;
  while (end < names.length) {
    const name = domainNameAt(names.subarray(end), 0);
    if (!name) return NO_NAME;
    if (end + name.size > names.length) break;
    end += name.size;
  }
  return { bytes: names.subarray(0, end) };
}

/** Where a field ends that begins at an offset; undefined where the bytes are none. */
function fieldEnd(field: BaseType, bytes: Uint8Array, at: number, family: 4 | 6): number | undefined {
  const within = (end: number): number | undefined => (end <= bytes.length ? end : undefined);
  switch (field) {
    case 'empty':
      return at;
    case 'string':
    case 'binary':
      return bytes.length;
    case 'ipv6-prefix': {
      const bits = bytes[at];
      return bits === undefined || bits > 128 ? undefined : within(at + 1 + Math.ceil(bits / 8));
    }
    case 'tuple': {
      const width = family === 4 ? 1 : 2;
      return at + width > bytes.length ? undefined : within(tupleEnd(bytes, at, family));
    }
    case 'fqdn':
      return within(at + (domainNameAt(bytes.subarray(at), 0)?.size ?? bytes.length + 1));
    default:
      return within(at + (SIZES[field] ?? 0));
  }
}

function unreadable(type: KeaType, field: BaseType, bytes: Uint8Array): Bytes {
  if (type.record) {
    const least = type.fields.reduce((sum, one) => sum + (SIZES[one] ?? 0), 0);
    return bytes.length < least
      ? fault(
          `The ${bytes.length} bytes are fewer than the ${least} of ${describeKeaType(type)}.`,
          'Write all of them.',
        )
      : fault(
          `The bytes are none of ${describeKeaType(type)}: ${describeField(field)} in them is not complete.`,
          'Write all of them.',
        );
  }
  if (field === 'fqdn') {
    return bytes.length === 0 ? fault('The domain name is missing.', 'Write it in "data".') : NO_NAME;
  }
  if (field === 'tuple') return NO_TUPLE;
  return tooShort(field, bytes);
}

function tooShort(field: BaseType, { length }: Uint8Array): Bytes {
  if (field !== 'ipv6-prefix') {
    const least = `the ${SIZES[field] ?? 0} of ${describeField(field)}`;
    return fault(`The ${length} bytes are fewer than ${least}.`, 'Write all of them.');
  }
  if (length === 0) return fault('The prefix is missing.', 'Write it in "data".');
  return fault(
    'The bytes are fewer than the prefix has.',
    'Write a length of up to 128, then the bytes of the prefix.',
  );
}

const NO_NAME = fault(
  'This is no domain name that Kea can send.',
  'Write one such as example.org, as text and without "csv-format": false.',
);

const NO_TUPLE = fault(
  'The bytes do not begin with a length that as many bytes follow.',
  'Write the value as text, without "csv-format".',
);

function vendorClassBytes(bytes: Uint8Array, family: 4 | 6): Bytes {
  const sent = vendorClasses(bytes, family);
  return sent
    ? { bytes: sent }
    : fault(
        "Behind the vendor's number stand texts with their lengths before them; these bytes are none.",
        `Write ${family === 4 ? 'one byte' : 'two bytes'} with the length, then as many bytes.`,
      );
}

/** Whether bytes are texts with their lengths before them; Kea takes no list of a single byte, and of DHCPv4 no empty one. */
function areTuples(bytes: Uint8Array, family: 4 | 6): boolean {
  const width = family === 4 ? 1 : 2;
  let at = 0;
  while (at + width <= bytes.length) at = tupleEnd(bytes, at, family);
  return at === bytes.length && (bytes.length >= 2 || (family === 6 && bytes.length === 0));
}

function tupleEnd(bytes: Uint8Array, at: number, family: 4 | 6): number {
  const [high = 0, low = 0] = family === 4 ? [0, bytes[at]] : bytes.subarray(at, at + 2);
  return at + (family === 4 ? 1 : 2) + high * 256 + low;
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

export function describeField(type: BaseType): string {
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
