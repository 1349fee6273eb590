import { type Bound, UNKNOWN, type Unknown } from './outcome.ts';

/** Variables and functions by name, which counts without regard to case; those of a call lie inside those around it. */
export class Bindings {
  readonly outer: Bindings | undefined;
  readonly #held: Map<string, Bound | Unknown | undefined>;

  constructor(outer?: Bindings, held: ReadonlyMap<string, Bound | Unknown | undefined> = new Map()) {
    this.outer = outer;
    this.#held = new Map(held);
  }

  get(name: string): Bound | Unknown | undefined {
    const key = name.toLowerCase();
    return this.#held.has(key) ? this.#held.get(key) : this.outer?.get(name);
  }

  /** Sets the nearest variable of that name, or makes one here. */
  set(name: string, value: Bound | Unknown | undefined): void {
    (this.#holder(name) ?? this).declare(name, value);
  }

  declare(name: string, value: Bound | Unknown | undefined): void {
    this.#held.set(name.toLowerCase(), value);
  }

  fork(): Bindings {
    return new Bindings(this.outer?.fork(), this.#held);
  }

  static either(one: Bindings, other: Bindings): Bindings {
    const joined = one.fork();
    for (const name of new Set([...one.#held.keys(), ...other.#held.keys()])) {
      const value = one.#held.get(name);
      if (!sameBound(value, other.#held.get(name))) joined.#held.set(name, UNKNOWN);
    }
    if (!one.outer || !other.outer) return joined;
    return new Bindings(Bindings.either(one.outer, other.outer), joined.#held);
  }

  #holder(name: string): Bindings | undefined {
    return this.#held.has(name.toLowerCase()) ? this : this.outer ? this.outer.#holder(name) : undefined;
  }
}

function sameBound(one: Bound | Unknown | undefined, other: Bound | Unknown | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one.kind !== other.kind) return false;
  if (one.kind === 'data' && other.kind === 'data') return one.value.join() === other.value.join();
  return one.kind !== 'function' && other.kind !== 'function' && one.value === other.value;
}
