import type { OptionValue } from '../../model/option.ts';
import type { OptionType } from '../../model/option-type.ts';
import type { Scope } from '../../model/scope.ts';
import { NO_BYTES } from '../bytes.ts';
import { type Encoded, joinEncoded, type Origin, tagged } from '../encode.ts';
import { UNKNOWN, type Unknown } from '../outcome.ts';
import { decode } from './received-options.ts';

/** Spaces within spaces, before it is given up. */
const DEPTH = 8;
/** What an option holds at most beside its code and length; one inside another has less room. */
const LONGEST = 253;
const HEADER = 2;
const NARROW = { codeWidth: 1, lengthWidth: 1 };

const LISTS = new WeakMap<Scope, OptionList>();

/** The options of a scope (lib/dhcpsrv/cfg_option.cc). */
export class OptionList {
  readonly values: readonly OptionValue[];
  readonly #byOption = new Map<string, OptionValue[]>();
  readonly #bySpace = new Map<string, OptionValue[]>();
  readonly #packed = new Map<OptionValue, Encoded | Unknown>();

  static of(scope: Scope): OptionList {
    const known = LISTS.get(scope);
    if (known) return known;
    const list = new OptionList(scope.steps.flatMap((step) => (step.kind === 'value' ? [step.value] : [])));
    LISTS.set(scope, list);
    return list;
  }

  constructor(values: readonly OptionValue[]) {
    // A definition that says no code, or none that is a number, gives none
    this.values = values.filter(({ code }) => Number.isInteger(code));
    for (const value of this.values) {
      put(this.#byOption, `${value.space} ${value.code}`, value);
      put(this.#bySpace, value.space, value);
    }
  }

  /** The values of an option; the last one comes first, since that is the one that is found. */
  all(space: string, code: number): readonly OptionValue[] {
    return this.#byOption.get(`${space} ${code}`)?.toReversed() ?? [];
  }

  inSpace(space: string): readonly OptionValue[] {
    return this.#bySpace.get(space) ?? [];
  }

  /** What goes out for a value of this list. */
  packed(value: OptionValue): Encoded | Unknown {
    const known = this.#packed.get(value);
    if (known) return known;
    const packed = this.#pack(value, 0, false);
    this.#packed.set(value, packed);
    return packed;
  }

  /** An option is made of its own fields and of the options of its space in the same list, by their codes. */
  #pack(value: OptionValue, depth: number, inner: boolean): Encoded | Unknown {
    const { data, space, code = 0 } = value;
    if (data.kind !== 'bytes') return UNKNOWN;
    const type = value.definition?.type;
    const carried = carriedSpace(type);
    const whole = (bytes: Uint8Array): Encoded => {
      const origin: Origin = { start: 0, end: bytes.length, space, code, inner, value };
      return { bytes, origins: [origin] };
    };
    if (!carried) return whole(data.bytes);
    const fields = data.bytes.subarray(0, carried.from(data.bytes));
    const raw = decode(data.bytes.subarray(fields.length));
    const pieces = raw.map((one) => ({ code: one.code, encoded: whole(one.bytes) }));
    if (depth < DEPTH) {
      for (const other of this.inSpace(carried.name)) {
        const { code: inside = 0 } = other;
        if (other === value || pieces.some((one) => one.code === inside)) continue;
        const encoded = this.#pack(other, depth + 1, true);
        if (encoded === UNKNOWN) return UNKNOWN;
        pieces.push({ code: inside, encoded });
      }
    }
    const inOrder = pieces.toSorted((a, b) => a.code - b.code);
    const room = LONGEST - HEADER * (depth + 1);
    return joinEncoded([
      fields.length > 0 ? whole(fields) : { bytes: NO_BYTES, origins: [] },
      ...inOrder.flatMap(({ code: inside, encoded }) => cut(encoded, room).map((one) => tagged(NARROW, inside, one))),
    ]);
  }
}

function put<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** The space that an option carries behind its fields, and where the fields end. */
function carriedSpace(
  type: OptionType | undefined,
): { readonly name: string; readonly from: (bytes: Uint8Array) => number } | undefined {
  if (type?.kind === 'encapsulate') return { name: type.space, from: () => 0 };
  const last = type?.kind === 'record' ? type.fields.at(-1) : undefined;
  if (type?.kind !== 'record' || last?.kind !== 'encapsulate') return undefined;
  return { name: last.space, from: (bytes) => fieldsEnd(type.fields.slice(0, -1), bytes) };
}

/** Where the fields of a record end, the last of which may be of any length. */
function fieldsEnd(fields: readonly OptionType[], bytes: Uint8Array): number {
  let at = 0;
  for (const field of fields) {
    switch (field.kind) {
      case 'integer':
        at += field.bits / 8;
        break;
      case 'boolean':
        at += 1;
        break;
      case 'ip-address':
        at += 4;
        break;
      case 'ip6-address':
        at += 16;
        break;
      case 'domain-name':
        while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
        at += 1;
        break;
      default:
        return bytes.length;
    }
  }
  return Math.min(at, bytes.length);
}

/** What is too long for one option goes out as several of one code (RFC 3396). */
function cut(encoded: Encoded, room: number): readonly Encoded[] {
  const { bytes, origins } = encoded;
  if (bytes.length <= room) return [encoded];
  const parts: Encoded[] = [];
  for (let at = 0; at < bytes.length; at += room) {
    const end = Math.min(at + room, bytes.length);
    parts.push({
      bytes: bytes.subarray(at, end),
      origins: origins.flatMap((one) =>
        one.end <= at || one.start >= end
          ? []
          : [{ ...one, start: Math.max(one.start, at) - at, end: Math.min(one.end, end) - at }],
      ),
    });
  }
  return parts;
}
