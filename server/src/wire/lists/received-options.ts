import type { VendorPart } from '../../model/expression.ts';
import type { OptionDefinition } from '../../model/option.ts';
import type { OptionType } from '../../model/option-type.ts';
import { bytesOfText, readBigEndian, toHex } from '../bytes.ts';
import type { Client } from '../client.ts';
import { DISCOVER, REQUEST } from '../message-types.ts';
import {
  CLIENT_ID,
  HOST_NAME,
  MESSAGE_TYPE,
  NUMBERED_VENDOR_CLASSES,
  NUMBERED_VENDOR_OPTIONS,
  REQUEST_LIST,
  VENDOR_OPTIONS,
} from '../option-codes.ts';
import { type Data, UNKNOWN } from '../outcome.ts';

/** What a client repeats of the offer that it requests: the address and the server. */
const REPEATED = [50, 54];

type Define = (space: string, code: number) => OptionDefinition | undefined;

/** The options that a client sent, as Kea reads them (lib/dhcp/libdhcp++.cc, unpackOptions4). */
export class ReceivedOptions {
  readonly #client: Client;
  readonly #mainSpace: string;
  readonly #define: Define;
  readonly #requests: boolean;
  /** The definitions of options that are taken apart only once the client's classes are known; undefined until then. */
  #late: ((code: number) => OptionDefinition | undefined) | undefined;

  /** @param requests whether the client requests what it was offered, or only asks who is there */
  constructor(client: Client, mainSpace: string, define: Define, requests: boolean) {
    this.#client = client;
    this.#mainSpace = mainSpace;
    this.#define = define;
    this.#requests = requests;
  }

  /** Whether the server drops the packet for what it holds. */
  get malformed(): boolean {
    for (const [code, bytes] of this.#client.options) {
      if (code === CLIENT_ID && bytes.length < 2) return true;
      if (code === REQUEST_LIST && bytes.length === 0) return true;
      if (!isLate(code) && bytes.length < leastLength(this.#typeOf(code))) return true;
    }
    return false;
  }

  /** Takes apart what had to wait for the classes. */
  unpackLate(define: (code: number) => OptionDefinition | undefined): void {
    this.#late = (code) => define(code) ?? this.#define(this.#mainSpace, code);
  }

  get(code: number): Data {
    if (code === MESSAGE_TYPE) return Uint8Array.of(this.#requests ? REQUEST : DISCOVER);
    if (this.#client.unknown.has(code) || (this.#requests && REPEATED.includes(code))) return UNKNOWN;
    const bytes = this.#client.options.get(code);
    if (!bytes || (code === HOST_NAME && bytes.length === 0)) return null;
    const late = isLate(code) && !this.#late;
    return late ? bytes : read(this.#typeOf(code), bytes);
  }

  /** As the server shows an option to a person (Option::toText). */
  shown(code: number): Data {
    const bytes = this.get(code);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const type = isLate(code) && !this.#late ? undefined : this.#typeOf(code);
    if (type?.kind === 'text') return bytes;
    const value = shownValue(type, bytes);
    if (value === undefined) return UNKNOWN;
    return bytesOfText(`type=${padded(code)}, len=${padded(bytes.length)}: ${value}`);
  }

  /** An option inside others. */
  inner(path: readonly number[]): Data {
    const [outermost, ...rest] = path;
    if (outermost === undefined) return null;
    let bytes = this.get(outermost);
    let type = isLate(outermost) && !this.#late ? undefined : this.#typeOf(outermost);
    for (const code of rest) {
      if (!(bytes instanceof Uint8Array)) return bytes;
      const space = spaceInside(type);
      if (!space) return null;
      const inside = decode(bytes.subarray(space.from));
      // One that does not fit its definition leaves all of them unread
      if (inside.some((one) => !fits(this.#define(space.name, one.code)?.type, one.bytes))) return null;
      const found = inside.find((one) => one.code === code);
      if (!found) return null;
      type = this.#define(space.name, code)?.type;
      bytes = read(type, found.bytes);
    }
    return bytes;
  }

  vendor(side: 'options' | 'class', enterprise: number | undefined, part: VendorPart): Data {
    const bytes = this.get(side === 'options' ? NUMBERED_VENDOR_OPTIONS : NUMBERED_VENDOR_CLASSES);
    if (!(bytes instanceof Uint8Array)) return bytes;
    const sent = bytes.subarray(0, 4);
    if (sent.length < 4 || (enterprise !== undefined && readBigEndian(sent, 4) !== enterprise)) return null;
    if (part.kind === 'enterprise') return sent;
    // Each piece has its length before it; of several pieces of 124 each has the enterprise number before that.
    if (part.kind === 'option') {
      return decode(bytes.subarray(5)).find(({ code }) => code === part.code)?.bytes ?? null;
    }
    return pieces(bytes)[part.index] ?? null;
  }

  #typeOf(code: number): OptionType | undefined {
    const definition = isLate(code) && this.#late ? this.#late(code) : this.#define(this.#mainSpace, code);
    return definition?.type;
  }
}

/** Options whose meaning may hang on a class: Kea reads them only after it has told the classes apart. */
const isLate = (code: number): boolean => code === VENDOR_OPTIONS || (code >= 224 && code <= 254);

const padded = (value: number): string => String(value).padStart(3, '0');

function read(type: OptionType | undefined, bytes: Uint8Array): Uint8Array | null {
  if (type?.kind !== 'text') return bytes;
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  // A text of nothing but NULs counts as not sent.
  return end === 0 ? null : bytes.subarray(0, end);
}

/** Fewer bytes than this make the server drop the packet. */
function leastLength(type: OptionType | undefined): number {
  switch (type?.kind) {
    case 'integer':
      return type.bits / 8;
    case 'boolean':
      return 1;
    case 'ip-address':
      return 4;
    case 'record':
      return type.fields.reduce((sum, one) => sum + leastLength(one), 0);
    default:
      return 0;
  }
}

/** Whether the server takes bytes for a value of a type. */
function fits(type: OptionType | undefined, bytes: Uint8Array): boolean {
  if (bytes.length < leastLength(type)) return false;
  if (type?.kind !== 'array') return true;
  const [of] = type.of;
  const size = leastLength(of);
  return size === 0 || (bytes.length % size === 0 && (of?.kind !== 'integer' || bytes.length > 0));
}

function shownValue(type: OptionType | undefined, bytes: Uint8Array): string | undefined {
  if (type === undefined || type.kind === 'string') return (toHex(bytes).match(/../g) ?? []).join(':');
  if (type.kind !== 'integer' || bytes.length !== type.bits / 8) return undefined;
  const value = BigInt(readBigEndian(bytes, bytes.length));
  return type.signed ? `${BigInt.asIntN(type.bits, value)} (int${type.bits})` : `${value} (uint${type.bits})`;
}

function spaceInside(type: OptionType | undefined): { readonly name: string; readonly from: number } | undefined {
  if (type?.kind === 'encapsulate') return { name: type.space, from: 0 };
  const last = type?.kind === 'record' ? type.fields.at(-1) : undefined;
  if (type?.kind !== 'record' || last?.kind !== 'encapsulate') return undefined;
  return { name: last.space, from: leastLength(type) };
}

/** Code, length, value, one after the other; what is cut off at the end is left out. */
export function decode(bytes: Uint8Array): { readonly code: number; readonly bytes: Uint8Array }[] {
  const found = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const end = at + 2 + (bytes[at + 1] ?? 0);
    if (end > bytes.length) break;
    found.push({ code: bytes[at] ?? 0, bytes: bytes.subarray(at + 2, end) });
    at = end;
  }
  return found;
}

function pieces(bytes: Uint8Array): Uint8Array[] {
  const found = [];
  for (let at = 4; at < bytes.length; ) {
    const end = at + 1 + (bytes[at] ?? 0);
    found.push(bytes.subarray(at + 1, end));
    at = end + 4;
  }
  return found;
}
