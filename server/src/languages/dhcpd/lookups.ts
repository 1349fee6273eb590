const NONE: ReadonlySet<string> = new Set();

/** Notes which names are asked for, so that what hangs on a name can be found when its declarations change. */
export class Lookups {
  #noting = false;
  #asked: Set<string> | undefined;

  note(key: string): void {
    if (!this.#noting) return;
    this.#asked ??= new Set();
    this.#asked.add(key);
  }

  /** Runs something, and tells for which names it asked. */
  during<T>(run: () => T): { readonly result: T; readonly asked: ReadonlySet<string> } {
    this.#noting = true;
    this.#asked = undefined;
    try {
      const result = run();
      return { result, asked: this.#names() };
    } finally {
      this.#noting = false;
    }
  }

  #names(): ReadonlySet<string> {
    return this.#asked ?? NONE;
  }
}

/** The keys under which two maps hold lists of different things. */
export function* differing<T>(
  before: ReadonlyMap<string, readonly T[]>,
  after: ReadonlyMap<string, readonly T[]>,
  same: (a: T, b: T) => boolean,
): Generator<string> {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(key) ?? [];
    const now = after.get(key) ?? [];
    const equal = old.length === now.length && old.every((one, i) => now[i] !== undefined && same(one, now[i]));
    if (!equal) yield key;
  }
}
