import type { Model } from '../model/model.ts';
import type { OptionDefinition, OptionSpace, OptionValue } from '../model/option.ts';
import type { OptionType } from '../model/option-type.ts';
import type { StatementPolicy } from '../model/server-policy.ts';
import type { Span } from '../model/span.ts';

/** An option whose value is made of the options of a space. */
export interface Carrier {
  /** The space inside it, in small letters. */
  readonly carries: string;
  readonly definition: OptionDefinition;
}

/** What names, codes and spaces mean to the server once it has read all of the files. */
export class Definitions {
  /** Of each space that an option carries the last such option, in the server's order of spaces. */
  readonly carriers: readonly Carrier[];
  readonly #model: Model;
  readonly #last = new Map<string, OptionDefinition>();
  readonly #declaredLast = new Map<string, Span>();

  constructor(model: Model, policy: StatementPolicy) {
    this.#model = model;
    for (const definition of model.definitions) this.#last.set(keyOf(definition.space, definition.name), definition);
    for (const { name, at } of model.spaces) if (at) this.#declaredLast.set(name.toLowerCase(), at);
    const carriers = new Map<string, OptionDefinition>();
    for (const { name, in: carrier } of policy.ownSpaces) {
      const definition = carrier && model.definitionOfCode(carrier.space, carrier.code);
      if (definition) carriers.set(name, definition);
    }
    for (const definition of model.definitions) {
      const inside = encapsulation(definition.type);
      if (inside) carriers.set(inside.space.toLowerCase(), definition);
    }
    const order = [...policy.ownSpaces, ...model.spaces].map(({ name }) => name.toLowerCase());
    this.carriers = [...new Set(order)].flatMap((space) => {
      const definition = carriers.get(space);
      return definition && !this.isLost(definition) ? [{ carries: space, definition: this.final(definition) }] : [];
    });
  }

  /** The last definition of the same name: dhcpd keeps one record for a name, and changes it. */
  final(definition: OptionDefinition): OptionDefinition {
    return this.#last.get(keyOf(definition.space, definition.name)) ?? definition;
  }

  ofValue(value: OptionValue): OptionDefinition | undefined {
    return value.definition && this.final(value.definition);
  }

  ofCode(space: string, code: number): OptionDefinition | undefined {
    return this.#model.definitionOfCode(space, code);
  }

  /** Whether its space is declared anew behind the definition: the server then looks for options in the new one alone. */
  isLost(definition: OptionDefinition): boolean {
    return this.isRenewedAfter(definition, definition.space);
  }

  /** Whether a space is declared behind the definition. */
  isRenewedAfter({ at }: OptionDefinition, space: string): boolean {
    const last = at && this.#declaredLast.get(space.toLowerCase());
    return at !== undefined && last !== undefined && this.#model.isReadBefore(at, last);
  }

  codeOfName(space: string, name: string, code: number): number {
    return this.#last.get(keyOf(space, name))?.code ?? code;
  }

  space(name: string): OptionSpace | undefined {
    return this.#model.space(name);
  }

  /** The lowest code that the files define in a space. */
  lowestCode(space: string): number | undefined {
    const codes = this.#model.definitions.filter((definition) => definition.space === space).map(({ code }) => code);
    return codes.length === 0 ? undefined : Math.min(...codes);
  }
}

const keyOf = (space: string, name: string): string => `${space} ${name.toLowerCase()}`;

/** The encapsulation that a type ends with. */
function encapsulation(type: OptionType | undefined): Extract<OptionType, { kind: 'encapsulate' }> | undefined {
  if (type?.kind === 'encapsulate') return type;
  return type?.kind === 'record' ? encapsulation(type.fields.at(-1)) : undefined;
}

/** Whether a value of the type ends in text that some clients want closed by a NUL, with nothing of open length before it. */
export function endsInText(type: OptionType | undefined): boolean {
  switch (type?.kind) {
    case 'text':
    case 'key':
      return true;
    case 'record': {
      for (const field of type.fields) {
        if (endsInText(field)) return true;
        if (!hasFixedLength(field)) return false;
      }
      return false;
    }
    case 'optional':
      return endsInText(type.of);
    default:
      return false;
  }
}

const hasFixedLength = (type: OptionType): boolean =>
  !['array', 'string', 'domain-name', 'domain-list'].includes(type.kind);
