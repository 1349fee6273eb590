import fc from 'fast-check';

/** Throws that fast-check records, so that it can find a smaller case when one fails. */
export class Dice {
  readonly #generate: fc.GeneratorValue;

  constructor(generate: fc.GeneratorValue) {
    this.#generate = generate;
  }

  /** A whole number from 0 to one less than `sides`. */
  roll(sides: number): number {
    return sides <= 1 ? 0 : this.#generate(fc.nat, sides - 1);
  }

  /** True once in `sides` throws. */
  once(sides: number): boolean {
    return this.roll(sides) === sides - 1;
  }

  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)] as T;
  }

  some<T>(of: readonly T[]): T[] {
    return of.filter(() => this.roll(2) === 1);
  }

  times<T>(most: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.roll(most + 1) }, (_, index) => make(index));
  }
}
