import { FALSE, TRUE, type Truth } from '../outcome.ts';

/** The names of the classes that a client is in, in the order in which it came into them. */
export class ClassSet {
  readonly #givenElsewhere: (name: string) => boolean;
  /** Whether it is certain. */
  readonly #certain = new Map<string, boolean>();

  /** @param givenElsewhere whether an extension of the server may put clients into a class, which nobody can tell */
  constructor(givenElsewhere: (name: string) => boolean) {
    this.#givenElsewhere = givenElsewhere;
  }

  add(name: string, certain = true): void {
    if (certain || !this.#certain.has(name)) this.#certain.set(name, certain);
  }

  remove(name: string): void {
    this.#certain.delete(name);
  }

  has(name: string): Truth {
    const certain = this.#certain.get(name);
    if (certain === undefined) return this.#givenElsewhere(name) ? TRUE | FALSE : FALSE;
    return certain ? TRUE : TRUE | FALSE;
  }

  /** Whether the client is in one of several. */
  hasAny(names: readonly string[]): Truth {
    const found = names.map((name) => this.has(name));
    if (found.includes(TRUE)) return TRUE;
    return found.some((one) => one & TRUE) ? TRUE | FALSE : FALSE;
  }

  [Symbol.iterator](): IterableIterator<[string, boolean]> {
    return this.#certain[Symbol.iterator]();
  }
}
