import type { OptionDefinition, OptionSpace } from '../../model/option.ts';
import type { Span } from '../../model/span.ts';
import { MAIN_SPACE } from './option-name.ts';
import { PlaceOrder } from './place-order.ts';
import { STANDARD_DEFINITIONS, standardByCode, standardByName } from './standard-definitions.ts';
import { STANDARD_SPACES } from './vocabulary/spaces.ts';

/** A name and where it is declared. */
export interface Declared {
  readonly name: string;
  readonly at: Span;
}

/** Things of one kind that are declared by name: later declarations of a name follow earlier ones. */
export class Names<T extends Declared> {
  readonly #byName = new Map<string, T[]>();
  readonly #order: PlaceOrder;

  constructor(order: PlaceOrder) {
    this.#order = order;
  }

  add(declared: T): void {
    const known = this.#byName.get(declared.name);
    if (known) known.push(declared);
    else this.#byName.set(declared.name, [declared]);
  }

  /** The last declaration of the name that dhcpd has read when it comes to a place. */
  before(name: string, place: Span): T | undefined {
    return this.#byName.get(name)?.findLast(({ at }) => this.#order.compare(at, place) < 0);
  }

  /** The first declaration of the name, wherever it stands. */
  anywhere(name: string): T | undefined {
    return this.#byName.get(name)?.[0];
  }

  all(name: string): readonly T[] {
    return this.#byName.get(name) ?? [];
  }

  names(): string[] {
    return [...this.#byName.keys()];
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const declared of this.#byName.values()) yield* declared;
  }
}

export interface DeclaredSpace extends Declared {
  readonly space: OptionSpace;
}

/** All that a dhcpd.conf declares by name, and where: what a statement can refer to. */
export class Declarations {
  readonly order = new PlaceOrder();
  readonly spaces = new Names<DeclaredSpace>(this.order);
  readonly classes = new Names<Declared>(this.order);
  readonly groups = new Names<Declared>(this.order);
  readonly peers = new Names<Declared>(this.order);
  readonly keys = new Names<Declared>(this.order);
  /** Set when an include could not be read: what it declares is not known. */
  incomplete = false;

  readonly #options = new Map<string, OptionDefinition[]>();
  readonly #codes = new Map<string, OptionDefinition[]>();
  readonly #own: OptionDefinition[] = [];

  /** The definitions that the files make, in the order in which dhcpd reads them. */
  get definitions(): readonly OptionDefinition[] {
    return this.#own;
  }

  define(definition: OptionDefinition): void {
    this.#own.push(definition);
    push(this.#options, keyOf(definition.space, definition.name), definition);
    push(this.#codes, keyOf(definition.space, definition.code), definition);
  }

  /** What a name means at a place: the last definition before it, or the server's own. Names are told apart without regard to case. */
  option(space: string, name: string, place: Span): OptionDefinition | undefined {
    const own = this.#options.get(keyOf(space, name))?.findLast(({ at }) => at && this.order.compare(at, place) < 0);
    if (own) return own;
    const standard = standardByName(space, name);
    if (standard) return standard;
    const code = /^unknown-(\d+)/i.exec(name)?.[1];
    return code === undefined ? undefined : this.#unknown(space, name, Number(code), place);
  }

  /** `unknown-N` names the option of code N, with its type where it has a definition, as bytes where it has none. */
  #unknown(space: string, name: string, code: number, place: Span): OptionDefinition | undefined {
    if (isImpossibleCode(space, code)) return undefined;
    const own = this.#codes.get(keyOf(space, code))?.findLast(({ at }) => at && this.order.compare(at, place) < 0);
    return (
      own ??
      standardByCode(space, code) ?? {
        space,
        name,
        code,
        type: { kind: 'string' },
        at: undefined,
        nameAt: undefined,
        codeAt: undefined,
        typeAt: undefined,
        replaces: undefined,
      }
    );
  }

  /** A later definition of the name than the place, where nothing stands before it. */
  optionLater(space: string, name: string): OptionDefinition | undefined {
    return this.#options.get(keyOf(space, name))?.[0];
  }

  /** The code that goes out for a name in the end: dhcpd keeps one option for a name, and a redefinition changes it. */
  finalCode(definition: OptionDefinition): number {
    return this.#options.get(keyOf(definition.space, definition.name))?.at(-1)?.code ?? definition.code;
  }

  /** The definitions of one code of a space that the files make, in order. */
  ofCode(space: string, code: number): readonly OptionDefinition[] {
    return this.#codes.get(keyOf(space, code)) ?? [];
  }

  /** A space that is known at a place, the server's own included. */
  space(name: string, place: Span): OptionSpace | undefined {
    const key = name.toLowerCase();
    return this.spaces.before(key, place)?.space ?? STANDARD_SPACES.get(key);
  }

  /** All option names of a space that could be meant at a place. */
  optionNames(space: string): string[] {
    const names = new Set<string>();
    for (const definition of STANDARD_DEFINITIONS) if (definition.space === space) names.add(definition.name);
    for (const definition of this.#own) if (definition.space === space) names.add(definition.name);
    return [...names];
  }

  /** Tells apart all states in which option statements could be judged otherwise. */
  get signature(): string {
    return [
      this.incomplete,
      ...[...this.spaces].map(({ name }) => name),
      ...this.#own.map(({ space, name, code, type }) => `${space}.${name} ${code} ${JSON.stringify(type)}`),
      ...this.groups.names(),
    ].join('\n');
  }
}

/** A code that dhcpd takes for no option's: 0 everywhere, and in the main space 255, which ends the list of options. */
export const isImpossibleCode = (space: string, code: number): boolean =>
  code === 0 || (code === 255 && space === MAIN_SPACE);

const keyOf = (space: string, name: string | number): string =>
  `${space} ${typeof name === 'string' ? name.toLowerCase() : name}`;

function push(map: Map<string, OptionDefinition[]>, key: string, definition: OptionDefinition): void {
  const known = map.get(key);
  if (known) known.push(definition);
  else map.set(key, [definition]);
}
