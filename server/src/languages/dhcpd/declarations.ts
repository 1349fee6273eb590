import type { OptionDefinition, OptionSpace } from '../../model/option.ts';
import type { Span } from '../../model/span.ts';
import type { BuiltScope } from './built-scope.ts';
import { differing, Lookups } from './lookups.ts';
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
  readonly #kind: string;
  readonly #order: PlaceOrder;
  readonly #lookups: Lookups;

  /** @param kind tells its names from others in `lookups` */
  constructor(kind: string, order: PlaceOrder, lookups: Lookups) {
    this.#kind = kind;
    this.#order = order;
    this.#lookups = lookups;
  }

  add(declared: T): void {
    const known = this.#byName.get(declared.name);
    if (known) known.push(declared);
    else this.#byName.set(declared.name, [declared]);
  }

  /** The last declaration of the name that dhcpd has read when it comes to a place. */
  before(name: string, place: Span): T | undefined {
    return this.all(name).findLast(({ at }) => this.#order.compare(at, place) < 0);
  }

  /** The first declaration of the name, wherever it stands. */
  anywhere(name: string): T | undefined {
    return this.all(name)[0];
  }

  all(name: string): readonly T[] {
    this.#lookups.note(`${this.#kind} ${name}`);
    return this.#byName.get(name) ?? [];
  }

  names(): string[] {
    this.#lookups.note(this.#kind);
    return [...this.#byName.keys()];
  }

  *[Symbol.iterator](): Iterator<T> {
    this.#lookups.note(this.#kind);
    for (const declared of this.#byName.values()) yield* declared;
  }

  /** What lookups could be answered otherwise now. */
  *changedSince(before: Names<T>): Generator<string> {
    const names = [...differing(before.#byName, this.#byName, ({ at: a }, { at: b }) => isSamePlace(a, b))];
    if (names.length > 0) yield this.#kind;
    for (const name of names) yield `${this.#kind} ${name}`;
  }
}

export interface DeclaredSpace extends Declared {
  readonly space: OptionSpace;
}

export interface DeclaredPeer extends Declared {
  /** The block that declares it. */
  readonly scope: BuiltScope;
}

/** All that a dhcpd.conf declares by name, and where: what a statement can refer to. */
export class Declarations {
  readonly order = new PlaceOrder();
  readonly lookups = new Lookups();
  readonly spaces = new Names<DeclaredSpace>('space', this.order, this.lookups);
  readonly classes = new Names<Declared>('class', this.order, this.lookups);
  readonly groups = new Names<Declared>('group', this.order, this.lookups);
  readonly peers = new Names<DeclaredPeer>('peer', this.order, this.lookups);
  readonly keys = new Names<Declared>('key', this.order, this.lookups);
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
    const key = keyOf(space, name);
    this.lookups.note(key);
    const own = this.#options.get(key)?.findLast(({ at }) => at && this.order.compare(at, place) < 0);
    if (own?.at && this.#isIn(space, own.at, place)) return own;
    const standard = standardByName(space, name);
    if (standard) return standard;
    const code = /^unknown-(\d+)/i.exec(name)?.[1];
    return code === undefined ? undefined : this.#unknown(space, name, Number(code), place);
  }

  /** Whether no declaration of the space stands between: a second one begins without options. */
  #isIn(space: string, definedAt: Span, place: Span): boolean {
    const declared = this.spaces.before(space.toLowerCase(), place);
    return !declared || this.order.compare(declared.at, definedAt) < 0;
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
    const key = keyOf(space, name);
    this.lookups.note(key);
    return this.#options.get(key)?.[0];
  }

  /** The code that goes out for a name in the end: dhcpd keeps one option for a name, and a redefinition changes it. */
  finalCode(definition: OptionDefinition): number {
    const key = keyOf(definition.space, definition.name);
    this.lookups.note(key);
    return this.#options.get(key)?.at(-1)?.code ?? definition.code;
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
    this.lookups.note(space);
    const names = new Set<string>();
    for (const definition of STANDARD_DEFINITIONS) if (definition.space === space) names.add(definition.name);
    for (const definition of this.#own) if (definition.space === space) names.add(definition.name);
    return [...names];
  }

  /** What lookups, as `lookups` notes them, could be answered otherwise than by another reading of the files; undefined for all. */
  changedSince(before: Declarations): ReadonlySet<string> | undefined {
    if (this.incomplete !== before.incomplete || !this.order.isLike(before.order)) return undefined;
    const changed = new Set<string>();
    for (const key of differing(before.#options, this.#options, (a, b) => a === b)) changed.add(key);
    for (const { space, code } of [...before.#own, ...this.#own].filter(({ space, name }) =>
      changed.has(keyOf(space, name)),
    )) {
      changed.add(space);
      changed.add(keyOf(space, `unknown-${code}`));
    }
    for (const key of this.spaces.changedSince(before.spaces)) changed.add(key);
    for (const key of this.classes.changedSince(before.classes)) changed.add(key);
    for (const key of this.groups.changedSince(before.groups)) changed.add(key);
    return changed;
  }
}

const isSamePlace = (a: Span, b: Span): boolean => a.anchor === b.anchor && a.start === b.start;

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
