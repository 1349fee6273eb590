import { type Span, startOf } from '../../model/span.ts';

/** Which of two places dhcpd reads first, when included files stand where their `include` stands. */
export class PlaceOrder {
  readonly #includedAt = new Map<string, Span>();

  /** Tells where a file is included; the first place counts. */
  include(file: string, at: Span): void {
    if (!this.#includedAt.has(file)) this.#includedAt.set(file, at);
  }

  /** Whether files are included at the same places. */
  isLike(other: PlaceOrder): boolean {
    if (this.#includedAt.size !== other.#includedAt.size) return false;
    for (const [file, at] of this.#includedAt) {
      const before = other.#includedAt.get(file);
      if (before?.anchor !== at.anchor || before.start !== at.start) return false;
    }
    return true;
  }

  /** Negative when `a` is read before `b`, positive when after, 0 for the same place. */
  compare(a: Span, b: Span): number {
    if (a.anchor.file === b.anchor.file) return startOf(a) - startOf(b);
    const pathA = this.#path(a);
    const pathB = this.#path(b);
    for (let i = 0; i < pathA.length && i < pathB.length; i++) {
      const difference = (pathA[i] ?? 0) - (pathB[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return pathA.length - pathB.length;
  }

  /** The offsets of the includes on the way to a place, outermost first, and its own. */
  #path(place: Span): number[] {
    const path = [startOf(place)];
    const seen = new Set<string>();
    for (let file = place.anchor.file; !seen.has(file); ) {
      seen.add(file);
      const at = this.#includedAt.get(file);
      if (!at) break;
      path.unshift(startOf(at));
      file = at.anchor.file;
    }
    return path;
  }
}
