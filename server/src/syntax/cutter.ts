import type { LanguageSyntax } from './language-syntax.ts';
import { LOOKAHEAD, type Outline, OutlineBuilder } from './outline.ts';
import type { Ending, Mark, Scanner } from './scanner.ts';

export interface Part {
  readonly text: string;
  readonly outline: Outline;
  /** How far its first token is from its beginning; nothing before that token but blanks and comments. */
  readonly lead: number;
  /** Whether it ends here whatever follows the text that was cut. */
  readonly settled: boolean;
}

export interface Cut {
  readonly parts: readonly Part[];
  readonly ending: Ending;
}

interface Place {
  readonly at: number;
  readonly token: number;
  readonly depth: number;
  readonly hash: number;
}

/** How much of the text behind a place tells it from others. */
const HASHED = 96;

/**
 * Cuts a text that begins between two items into parts of at most `size`, each at the shallowest place within its second half. Of
 * several it takes the one with the least hash of the text behind it: so after an edit the same places are soon taken again, and the
 * parts of a text depend on nothing but the text.
 */
export function cut(syntax: LanguageSyntax, scanner: Scanner, text: string, size: number): Cut {
  return new Cutter(syntax, text, size).run(scanner);
}

class Cutter {
  readonly #syntax: LanguageSyntax;
  readonly #text: string;
  readonly #size: number;
  readonly #parts: Part[] = [];
  #builder: OutlineBuilder;
  #from = 0;
  #lead = 0;
  #depth = 0;
  #best: Place | undefined;
  /** What stands behind the best place: it may belong to the next part. */
  #held: Mark[] = [];

  constructor(syntax: LanguageSyntax, text: string, size: number) {
    this.#syntax = syntax;
    this.#text = text;
    this.#size = size;
    this.#builder = new OutlineBuilder(syntax);
  }

  run(scanner: Scanner): Cut {
    const ending = scanner.scan(this.#text, (mark) => this.#take(mark));
    while (this.#best !== undefined && this.#text.length > this.#limit) this.#endAtBest(this.#best);
    this.#settle();
    this.#end(this.#text.length, this.#text.length);
    return { parts: this.#parts, ending };
  }

  get #limit(): number {
    return this.#from + this.#size;
  }

  #take(mark: Mark): void {
    if (mark.type === 'open') this.#depth++;
    else if (mark.type === 'close') this.#depth--;
    else if (mark.type === 'cut') this.#consider(mark.at, mark.token);
    if (this.#best === undefined) this.#builder.add(mark, this.#from);
    else this.#held.push(mark);
  }

  #consider(at: number, token: number): void {
    while (this.#best !== undefined && at > this.#limit) this.#endAtBest(this.#best);
    if (at === this.#text.length) return;
    if (at > this.#limit) {
      this.#end(at, token);
    } else if (at >= this.#from + this.#size / 2) {
      const best = this.#best;
      const depth = this.#depth;
      if (best !== undefined && depth > best.depth) return;
      const hash = this.#hash(at);
      if (best !== undefined && depth === best.depth && hash >= best.hash) return;
      this.#settle();
      this.#best = { at, token, depth, hash };
    }
  }

  #endAtBest(best: Place): void {
    const behind = this.#held;
    this.#held = [];
    this.#depth = best.depth;
    this.#end(best.at, best.token);
    for (const mark of behind) this.#take(mark);
  }

  #end(at: number, token: number): void {
    const from = this.#from;
    const decisive = Math.max(token, from + this.#size) + LOOKAHEAD;
    this.#parts.push({
      text: this.#text.slice(from, at),
      outline: this.#builder.finish(at - from),
      lead: this.#lead,
      settled: decisive <= this.#text.length,
    });
    this.#builder = new OutlineBuilder(this.#syntax);
    this.#from = at;
    this.#lead = token - at;
    this.#best = undefined;
  }

  #settle(): void {
    for (const mark of this.#held) this.#builder.add(mark, this.#from);
    this.#held = [];
  }

  /** FNV-1a of the text behind a place. */
  #hash(at: number): number {
    const end = Math.min(this.#text.length, at + HASHED);
    let hash = 0x811c9dc5;
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ this.#text.charCodeAt(i), 0x01000193);
    return hash >>> 0;
  }
}
