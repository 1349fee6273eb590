import type { OptionDefinition, OptionValue, ValueData } from '../model/option.ts';
import type { Definitions } from './definitions.ts';

/** A piece of an option's value. `value` is undefined where the server makes it up by itself. */
export interface Part {
  readonly data: ValueData;
  readonly value: OptionValue | undefined;
}

/** What an option holds: parts that are joined when it is sent, or one of two things where a test could go either way. */
export type Entry =
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly definition: OptionDefinition | undefined }
  | { readonly kind: 'either'; readonly one: Entry | undefined; readonly other: Entry | undefined };

/** A value that lost, and the one that took its place; that is undefined where the server set it by itself. */
export interface Beaten {
  readonly loser: OptionValue;
  readonly winner: OptionValue | undefined;
}

/** The options and parameters that are set for a reply so far, by space and code. Values are worked out only when they are used. */
export class OptionState {
  readonly #definitions: Definitions;
  readonly #spaces: Map<string, Map<number, Entry>>;
  readonly #beaten: Beaten[];

  constructor(
    definitions: Definitions,
    spaces: Map<string, Map<number, Entry>> = new Map(),
    beaten: readonly Beaten[] = [],
  ) {
    this.#definitions = definitions;
    this.#spaces = spaces;
    this.#beaten = [...beaten];
  }

  get beaten(): readonly Beaten[] {
    return this.#beaten;
  }

  get(space: string, code: number): Entry | undefined {
    return this.#spaces.get(space)?.get(code);
  }

  /** The options of a space in the order in which they were first set. */
  entries(space: string): ReadonlyMap<number, Entry> {
    return this.#spaces.get(space) ?? NOTHING_SET;
  }

  /** Carries out a statement that sets an option (common/options.c, set_option). */
  apply(value: OptionValue): void {
    if (value.code === undefined) return;
    const { space, code } = value;
    if (value.definition && this.#definitions.isLost(value.definition)) return;
    const definition = this.#definitions.ofValue(value);
    const before = this.get(space, code);
    const fresh: Entry = { kind: 'parts', parts: [{ data: value.data, value }], definition };
    switch (value.operator) {
      case 'default':
        this.#put(space, code, byDefault(before, fresh));
        if (before?.kind === 'parts') this.#beaten.push({ loser: value, winner: valuesOf(before)[0] });
        return;
      case 'append':
      case 'prepend':
        this.#put(space, code, joinedWith(before, fresh, value.operator));
        return;
      case 'set':
      case 'send':
        for (const loser of valuesOf(before)) this.#beaten.push({ loser, winner: value });
        this.#put(space, code, fresh);
    }
  }

  /** Sets what the server makes up by itself. */
  supply(space: string, code: number, data: ValueData): void {
    for (const loser of valuesOf(this.get(space, code))) this.#beaten.push({ loser, winner: undefined });
    this.#put(space, code, {
      kind: 'parts',
      parts: [{ data, value: undefined }],
      definition: this.#definitions.ofCode(space, code),
    });
  }

  remove(space: string, code: number): void {
    this.#spaces.get(space)?.delete(code);
  }

  fork(): OptionState {
    const spaces = new Map([...this.#spaces].map(([name, entries]) => [name, new Map(entries)]));
    return new OptionState(this.#definitions, spaces, this.#beaten);
  }

  /** What is set when it is not known which of two ways was taken from the same beginning. */
  static either(one: OptionState, other: OptionState): OptionState {
    const joined = one.fork();
    for (const name of new Set([...one.#spaces.keys(), ...other.#spaces.keys()])) {
      const [first, second] = [one.entries(name), other.entries(name)];
      for (const code of new Set([...first.keys(), ...second.keys()])) {
        const entry = first.get(code);
        const rival = second.get(code);
        if (entry !== rival) joined.#put(name, code, { kind: 'either', one: entry, other: rival });
      }
    }
    for (const beaten of other.#beaten) if (!joined.#beaten.includes(beaten)) joined.#beaten.push(beaten);
    return joined;
  }

  #put(space: string, code: number, entry: Entry): void {
    const entries = this.#spaces.get(space);
    if (entries) entries.set(code, entry);
    else this.#spaces.set(space, new Map([[code, entry]]));
  }
}

const NOTHING_SET: ReadonlyMap<number, Entry> = new Map();

/** The statements that an entry's value comes from. */
export function valuesOf(entry: Entry | undefined): OptionValue[] {
  if (!entry) return [];
  if (entry.kind === 'either') return [...valuesOf(entry.one), ...valuesOf(entry.other)];
  return entry.parts.flatMap(({ value }) => (value ? [value] : []));
}

function byDefault(before: Entry | undefined, fresh: Entry): Entry {
  if (!before) return fresh;
  if (before.kind === 'parts') return before;
  return { kind: 'either', one: byDefault(before.one, fresh), other: byDefault(before.other, fresh) };
}

type Parts = Extract<Entry, { kind: 'parts' }>;

function joinedWith(before: Entry | undefined, fresh: Parts, operator: 'append' | 'prepend'): Entry {
  if (!before) return fresh;
  if (before.kind === 'either') {
    return {
      kind: 'either',
      one: joinedWith(before.one, fresh, operator),
      other: joinedWith(before.other, fresh, operator),
    };
  }
  // Names of domains that point back into their own list cannot follow anything else: the server leaves such a value out
  if (isCompressed(before) !== isCompressed(fresh)) return before;
  const parts = operator === 'append' ? [...before.parts, ...fresh.parts] : [...fresh.parts, ...before.parts];
  return { ...before, parts };
}

export const isCompressed = ({ definition }: Parts): boolean =>
  definition?.type?.kind === 'domain-list' && definition.type.compressed;
