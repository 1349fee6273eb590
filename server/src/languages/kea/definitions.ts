import type { OptionDefinition } from '../../model/option.ts';
import type { Span } from '../../model/span.ts';
import { nearestNames } from '../nearest-names.ts';
import { type KeaType, optionTypeOf } from './vocabulary/kea-type.ts';
import { standardOptions } from './vocabulary/options.ts';
import type { StandardOption } from './vocabulary/standard-option.ts';

/** A definition with the type as Kea sees it. */
export interface KeaDefinition extends OptionDefinition {
  readonly keaType: KeaType | undefined;
  /** The name of the space that it holds. */
  readonly encapsulatesAt?: Span | undefined;
}

/** What an option's name and code mean: what the file defines, and what Kea knows by itself. */
export class Definitions {
  readonly own: KeaDefinition[] = [];
  readonly #family: 4 | 6;
  readonly #version: string;
  readonly #byName = new Map<string, KeaDefinition>();
  readonly #byCode = new Map<string, KeaDefinition>();
  readonly #standard = new Map<StandardOption, KeaDefinition>();

  constructor(family: 4 | 6, version: string) {
    this.#family = family;
    this.#version = version;
  }

  get mainSpace(): string {
    return `dhcp${this.#family}`;
  }

  add(definition: KeaDefinition): void {
    this.own.push(definition);
    const { space, name, code } = definition;
    if (!this.#byName.has(`${space} ${name}`)) this.#byName.set(`${space} ${name}`, definition);
    if (!this.#byCode.has(`${space} ${code}`)) this.#byCode.set(`${space} ${code}`, definition);
  }

  ownByName(space: string, name: string): KeaDefinition | undefined {
    return this.#byName.get(`${space} ${name}`);
  }

  ownByCode(space: string, code: number): KeaDefinition | undefined {
    return this.#byCode.get(`${space} ${code}`);
  }

  /** Kea's own definition that no other may take the place of; only that of option 43 gives way. */
  fixedByName(space: string, name: string): KeaDefinition | undefined {
    const found = this.#table.byName(space, name);
    return found && !isLastResort(found) ? this.#standardDefinition(found) : undefined;
  }

  fixedByCode(space: string, code: number): KeaDefinition | undefined {
    const found = this.#table.byCode(space, code);
    return found && !isLastResort(found) ? this.#standardDefinition(found) : undefined;
  }

  byName(space: string, name: string): KeaDefinition | undefined {
    const fixed = this.fixedByName(space, name) ?? this.ownByName(space, name);
    if (fixed) return fixed;
    const standard = this.#table.byName(space, name);
    return standard && this.#standardDefinition(standard);
  }

  byCode(space: string, code: number): KeaDefinition | undefined {
    const fixed = this.fixedByCode(space, code) ?? this.ownByCode(space, code);
    if (fixed) return fixed;
    const standard = this.#table.byCode(space, code);
    return standard && this.#standardDefinition(standard);
  }

  /** The options that carry a space inside of them. */
  holdersOf(space: string): readonly KeaDefinition[] {
    const own = this.own.filter(({ keaType }) => keaType?.encapsulates === space);
    const standard = this.#table.all.filter(({ type }) => type.encapsulates === space);
    return [...own, ...standard.map((option) => this.#standardDefinition(option))];
  }

  /** The spaces that options carry inside of them. */
  get heldSpaces(): readonly string[] {
    return [...this.own.map(({ keaType }) => keaType), ...this.#table.all.map(({ type }) => type)].flatMap(
      (type) => type?.encapsulates ?? [],
    );
  }

  /** Names in a space that a misspelt one may have meant. */
  nearest(space: string, name: string): readonly string[] {
    return nearestNames(name, [
      ...this.own.filter((definition) => definition.space === space).map((definition) => definition.name),
      ...this.#table.all.filter((option) => option.space === space).map((option) => option.name),
    ]);
  }

  get #table() {
    return standardOptions(this.#family, this.#version);
  }

  #standardDefinition(option: StandardOption): KeaDefinition {
    const known = this.#standard.get(option);
    if (known) return known;
    const { space, name, code, type } = option;
    const definition: KeaDefinition = {
      space,
      name,
      code,
      type: optionTypeOf(type),
      keaType: type,
      at: undefined,
      nameAt: undefined,
      codeAt: undefined,
      typeAt: undefined,
      replaces: undefined,
    };
    this.#standard.set(option, definition);
    return definition;
  }
}

/** Vendors' spaces may be defined anew, and so may option 43. */
const isLastResort = ({ space, code }: StandardOption): boolean =>
  (space === 'dhcp4' && code === 43) || space.startsWith('vendor-');
