import type { OptionDefinition, OptionValue } from '../model/option.ts';
import { bigEndian, joinBytes } from './bytes.ts';
import type { Evaluator } from './evaluate.ts';
import type { Entry, OptionState, Part } from './option-state.ts';
import { type Data, UNKNOWN, type Unknown } from './outcome.ts';
import type { Setting } from './setting.ts';
import { fqdnForm, netwareForm } from './space-forms.ts';
import { entryData, partData } from './values.ts';

/** A stretch of an option's bytes, and which option or sub-option it is the value of. */
export interface Origin {
  readonly start: number;
  readonly end: number;
  readonly space: string;
  readonly code: number;
  /** Whether it is a sub-option, inside the option that carries its space. */
  readonly inner: boolean;
  /** The statement that it comes from; undefined where the server makes it up by itself. */
  readonly value: OptionValue | undefined;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  readonly origins: readonly Origin[];
}

const DEPTH = 8;

/** Turns what is set for a reply into bytes (common/options.c, store_option and …_space_encapsulate). */
export class Encoder {
  readonly #setting: Setting;
  readonly #state: OptionState;
  readonly #evaluator: Evaluator;

  constructor(setting: Setting, state: OptionState, evaluator: Evaluator) {
    this.#setting = setting;
    this.#state = state;
    this.#evaluator = evaluator;
  }

  /** An option of the packet by its own value; null where it has none. */
  own(space: string, code: number): Encoded | null | Unknown {
    const entry = this.#state.get(space, code);
    const bytes = entryData(entry, this.#evaluator, true);
    return withOrigins(bytes, () => this.#originsOf(entry, bytes, { space, code, inner: false }));
  }

  /** The bytes that a parameter or an option holds, without a look at where they come from. */
  data(space: string, code: number): Data {
    return entryData(this.#state.get(space, code), this.#evaluator, true);
  }

  /** All options of a space, one after the other; null where none of them has a value, or there is no such space. */
  space(name: string, depth = 0): Encoded | null | Unknown {
    const space = name.toLowerCase();
    const found = this.#setting.definitions.space(space);
    if (!found || depth > DEPTH) return null;
    const entries = this.#state.entries(space);
    // Spaces inside it are looked for only where an option of its own is set
    if (entries.size === 0) return null;
    const form = this.#setting.policy.formats[space];
    if (form === 'client-fqdn') {
      const bytes = fqdnForm((code) => this.data(space, code));
      return withOrigins(bytes, () => []);
    }
    const pieces: Encoded[] = [];
    for (const [code, entry] of this.#inOrder(space, entries)) {
      const bytes = entryData(entry, this.#evaluator);
      if (bytes === UNKNOWN) return UNKNOWN;
      if (bytes === null || (bytes.length === 0 && !isEmptyType(entry))) continue;
      pieces.push(tagged(found, code, { bytes, origins: this.#originsOf(entry, bytes, { space, code, inner: true }) }));
    }
    const { definitions } = this.#setting;
    for (const { carries, definition } of definitions.carriers) {
      if (!isPlainCarrier(definition) || definition.space !== space) continue;
      if (definitions.isRenewedAfter(definition, carries)) continue;
      if (!Number.isFinite(definition.code) || this.#state.get(space, definition.code)) continue;
      const inner = this.space(carries, depth + 1);
      if (inner === UNKNOWN) return UNKNOWN;
      if (inner !== null && inner.bytes.length > 0) pieces.push(tagged(found, definition.code, inner));
    }
    if (form === 'netware-ip') return netwareForm(pieces.length > 0 ? joinEncoded(pieces) : null);
    return pieces.length === 0 ? null : joinEncoded(pieces);
  }

  /** The order in which the server's tables give the options of a space back. */
  #inOrder(space: string, entries: ReadonlyMap<number, Entry>): (readonly [number, Entry])[] {
    return inServerOrder([...entries], this.#setting, space);
  }

  #originsOf(entry: Entry | undefined, bytes: Data, at: Pick<Origin, 'space' | 'code' | 'inner'>): Origin[] {
    if (!entry || !(bytes instanceof Uint8Array)) return [];
    if (entry.kind === 'either') {
      const known = entryData(entry.one, this.#evaluator, true) === null ? entry.other : entry.one;
      return this.#originsOf(known, bytes, at);
    }
    const lengths = entry.parts.map((part) => this.#lengthOf(part, entry.parts.length === 1));
    if (lengths.reduce((sum, length) => sum + length, 0) !== bytes.length) {
      return entry.parts.map(({ value }) => ({ start: 0, end: bytes.length, ...at, value }));
    }
    let start = 0;
    return entry.parts.map(({ value }, index) => {
      const origin = { start, end: start + (lengths[index] ?? 0), ...at, value };
      start = origin.end;
      return origin;
    });
  }

  #lengthOf(part: Part, whole: boolean): number {
    const bytes = partData(part, this.#evaluator, whole);
    return bytes instanceof Uint8Array ? bytes.length : 0;
  }
}

/** Options set later come first within a row of the server's table (common/options.c, save_hashed_option). */
export function inServerOrder<T>(
  entries: readonly (readonly [number, T])[],
  { policy }: Setting,
  space: string,
): (readonly [number, T])[] {
  if (policy.sequential.has(space)) return [...entries];
  const row = (code: number): number => ((code & 31) + ((code >> 5) & 31)) % policy.rows;
  return entries.toReversed().sort(([a], [b]) => row(a) - row(b));
}

export function tagged(
  { codeWidth, lengthWidth }: { readonly codeWidth: number; readonly lengthWidth: number },
  code: number,
  { bytes, origins }: Encoded,
): Encoded {
  const head = codeWidth + lengthWidth;
  const moved = origins.map((origin) => ({ ...origin, start: origin.start + head, end: origin.end + head }));
  return {
    bytes: joinBytes([bigEndian(code, codeWidth), bigEndian(bytes.length, lengthWidth), bytes]),
    origins: moved,
  };
}

export function joinEncoded(pieces: readonly Encoded[]): Encoded {
  const origins: Origin[] = [];
  let at = 0;
  for (const piece of pieces) {
    for (const origin of piece.origins) origins.push({ ...origin, start: origin.start + at, end: origin.end + at });
    at += piece.bytes.length;
  }
  return { bytes: joinBytes(pieces.map(({ bytes }) => bytes)), origins };
}

function withOrigins(bytes: Data, origins: () => readonly Origin[]): Encoded | null | Unknown {
  return bytes instanceof Uint8Array ? { bytes, origins: origins() } : bytes;
}

const isEmptyType = (entry: Entry): boolean => entry.kind === 'parts' && entry.definition?.type?.kind === 'empty';

/** Whether the whole option is made of its space. */
export const isPlainCarrier = (definition: OptionDefinition): boolean => definition.type?.kind === 'encapsulate';
