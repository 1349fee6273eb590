import type { ParameterValue, Scope } from '../../model/scope.ts';

interface Noted {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly requested: readonly string[];
  readonly given: readonly string[];
}

const NOTED = new WeakMap<Scope, Noted>();

/** What a scope says beside its options. */
export function notedIn(scope: Scope): Noted {
  const known = NOTED.get(scope);
  if (known) return known;
  const parameters = new Map<string, ParameterValue>();
  const requested: string[] = [];
  const given: string[] = [];
  for (const step of scope.steps) {
    if (step.kind === 'parameter') parameters.set(step.name, step.value);
    else if (step.kind === 'request-class') requested.push(step.name);
    else if (step.kind === 'add-class') given.push(step.name);
  }
  const noted: Noted = { parameters, requested, given };
  NOTED.set(scope, noted);
  return noted;
}

/** Parameters of a scope, and of those around it where it says nothing. */
export class Parameters {
  readonly #scopes: readonly Scope[];

  /** @param scopes the innermost first */
  constructor(scopes: readonly Scope[]) {
    this.#scopes = scopes;
  }

  get(name: string): ParameterValue | undefined {
    for (const scope of this.#scopes) {
      const value = notedIn(scope).parameters.get(name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  number(name: string): number | undefined {
    const value = this.get(name);
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.get(name);
    return typeof value === 'boolean' ? value : undefined;
  }

  text(name: string): string | undefined {
    const value = this.get(name);
    return typeof value === 'string' ? value : undefined;
  }

  list(name: string): readonly string[] | undefined {
    const value = this.get(name);
    return Array.isArray(value) ? value : undefined;
  }
}
