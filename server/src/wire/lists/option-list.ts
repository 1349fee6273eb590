import type { OptionValue } from '../../model/option.ts';
import type { OptionType } from '../../model/option-type.ts';
import type { Scope } from '../../model/scope.ts';
import type { ListPolicy } from '../../model/server-policy.ts';
import { NO_BYTES } from '../bytes.ts';
import { type Encoded, joinEncoded, type Origin } from '../encode.ts';
import { UNKNOWN, type Unknown } from '../outcome.ts';
import { decode } from './received-options.ts';
import { type Parts, type SubOption, split, type Unsendable } from './splitting.ts';

/** Spaces within spaces, before it is given up. */
const DEPTH = 8;

const NOTHING: Encoded = { bytes: NO_BYTES, origins: [] };

const LISTS = new WeakMap<Scope, OptionList>();

/** The options of a scope (lib/dhcpsrv/cfg_option.cc). */
export class OptionList {
  readonly values: readonly OptionValue[];
  readonly #byOption = new Map<string, OptionValue[]>();
  readonly #bySpace = new Map<string, OptionValue[]>();
  readonly #packed = new Map<OptionValue, Encoded | Unknown | Unsendable>();

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

  /** What goes out for a value of this list; several options of its code are put together again. */
  packed(value: OptionValue, policy: ListPolicy): Encoded | Unknown | Unsendable {
    const known = this.#packed.get(value);
    if (known) return known;
    const made = this.parts(value, policy, 0);
    const packed = typeof made === 'object' ? joinEncoded(made.parts) : made;
    this.#packed.set(value, packed);
    return packed;
  }

  /**
   * An option is made of its own fields and of the options of its space in the same list, by their codes.
   *
   * @param depth how many options it is inside of
   */
  parts(value: OptionValue, policy: ListPolicy, depth: number): Parts | Unknown | Unsendable {
    const { data, space, code = 0 } = value;
    if (data.kind !== 'bytes') return UNKNOWN;
    const type = value.definition?.type;
    const carried = carriedSpace(type);
    const whole = (bytes: Uint8Array, inner = depth > 0): Encoded => {
      const origin: Origin = { start: 0, end: bytes.length, space, code, inner, value };
      return { bytes, origins: [origin] };
    };
    const held = keepsBytes(value, policy) ? whole(data.bytes) : null;
    if (!carried) return split({ own: whole(data.bytes), held, inside: [], insideIsCut: false }, depth);
    const kept = data.kept ?? data.bytes;
    const fields = kept.subarray(0, carried.from(kept));
    const inside: SubOption[] = [];
    let insideIsCut = false;
    const add = (inner: number, { parts, cut }: Parts): void => {
      inside.push(...parts.map((encoded) => ({ code: inner, encoded })));
      insideIsCut ||= cut;
    };
    for (const { code: inner, bytes } of decode(kept.subarray(fields.length))) {
      const encoded = whole(bytes);
      const made = split({ own: encoded, held: encoded, inside: [], insideIsCut: false }, depth + 1);
      if (typeof made !== 'object') return made;
      add(inner, made);
    }
    const given = new Set(inside.map((one) => one.code));
    if (depth < DEPTH) {
      for (const other of this.inSpace(carried.name)) {
        const { code: inner = 0 } = other;
        if (other === value || given.has(inner)) continue;
        given.add(inner);
        const made = this.parts(other, policy, depth + 1);
        if (typeof made !== 'object') return made;
        add(inner, made);
      }
    }
    inside.sort((a, b) => a.code - b.code);
    return split({ own: fields.length > 0 ? whole(fields) : NOTHING, held, inside, insideIsCut }, depth);
  }
}

/** Whether the server keeps the bytes of a value, and not numbers, addresses and texts that it cannot cut. */
function keepsBytes({ space, code, definition }: OptionValue, { uncut }: ListPolicy): boolean {
  const type = definition?.type;
  if (uncut.options.some((one) => one.space === space && one.code === code)) return false;
  if (type?.kind === 'array') return !type.of.every(({ kind }) => uncut.listsOf.includes(kind));
  const [first, ...more] = type?.kind === 'record' ? type.fields : [];
  // A single number with options behind it
  return !(first?.kind === 'integer' && more.length === 1 && more[0]?.kind === 'encapsulate');
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
