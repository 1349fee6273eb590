/** What is filed under keys of which nearly all occur once: it costs little to find those that occur more often. */
export class SharedKeys<T> {
  readonly #members = new Map<string, T | Set<T>>();
  readonly #shared = new Set<string>();

  add(key: string, member: T): void {
    const held = this.#members.get(key);
    if (held === undefined) {
      this.#members.set(key, member);
      return;
    }
    if (held instanceof Set) held.add(member);
    else this.#members.set(key, new Set([held, member]));
    this.#shared.add(key);
  }

  remove(key: string, member: T): void {
    const held = this.#members.get(key);
    if (!(held instanceof Set)) {
      if (held === member) this.#members.delete(key);
      return;
    }
    held.delete(member);
    const [last] = held;
    if (held.size > 1 || last === undefined) return;
    this.#members.set(key, last);
    this.#shared.delete(key);
  }

  /** Everything under one key. */
  get(key: string): readonly T[] {
    const held = this.#members.get(key);
    if (held === undefined) return [];
    return held instanceof Set ? [...held] : [held];
  }

  /** The groups of members that share a key. */
  *shared(): Generator<readonly T[]> {
    for (const key of this.#shared) yield this.get(key);
  }
}
