import type { AddressRange } from '../../model/scope.ts';

/** Address ranges sorted by their beginning, each with the furthest end so far: which hold an address, and which overlap. */
export class AddressRanges<T extends { readonly range: AddressRange }> {
  readonly #sorted: readonly T[];
  readonly #reach: readonly bigint[];

  constructor(given: readonly T[]) {
    this.#sorted = given.toSorted(({ range: a }, { range: b }) => compare(a.low, b.low) || compare(a.high, b.high));
    let reach = -1n;
    this.#reach = this.#sorted.map(({ range }) => {
      if (range.high > reach) reach = range.high;
      return reach;
    });
  }

  /** In the order of their beginnings. */
  [Symbol.iterator](): Iterator<T> {
    return this.#sorted[Symbol.iterator]();
  }

  /** The range with the latest beginning that holds the address: of nested ones the innermost. */
  holding(address: bigint): T | undefined {
    for (let i = this.#upTo(address) - 1; i >= 0 && (this.#reach[i] ?? -1n) >= address; i--) {
      const found = this.#sorted[i];
      if (found && found.range.high >= address) return found;
    }
    return undefined;
  }

  /** Each range that begins inside an earlier one, with that one. */
  *overlaps(): Generator<readonly [earlier: T, later: T]> {
    let widest: T | undefined;
    for (const found of this.#sorted) {
      if (widest && widest.range.high >= found.range.low) yield [widest, found];
      if (!widest || found.range.high > widest.range.high) widest = found;
    }
  }

  /** How many begin at the address or before it. */
  #upTo(address: bigint): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.range.low ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether an address has the network's bits where its mask has ones; a mask may have holes (RFC 950), and is what low and high have alike. */
export const contains = ({ low, high }: AddressRange, address: bigint): boolean =>
  (address & ~(low ^ high)) === (low & ~(low ^ high));
