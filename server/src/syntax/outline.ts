import type { BlockHead, Bracket, LanguageSyntax } from './language-syntax.ts';
import { DEEPEST } from './nesting.ts';
import type { Mark } from './scanner.ts';

export interface Opening extends BlockHead {
  /** The offset of its bracket in the piece. */
  readonly at: number;
}

/** What a piece does to a stack of blocks that is not known yet. */
export type Step =
  | { readonly type: 'open'; readonly opening: Opening }
  | { readonly type: 'close'; readonly kind: Bracket; readonly at: number }
  /** Blocks with these labels begin and end in the piece, one after the other: each may end what is open there. */
  | { readonly type: 'meet'; readonly labels: string[]; readonly headers: { label: string; at: number }[] };

/** A fault that shows in the piece alone. `at` is where it was noticed. */
export type OwnFault =
  | { readonly kind: 'unclosed-block'; readonly opening: Opening; readonly at: number }
  | { readonly kind: 'missing-opener'; readonly at: number }
  | { readonly kind: 'too-long'; readonly at: number }
  | { readonly kind: 'unclosed-comment'; readonly at: number };

/** Whether a text is cut in some place depends on no more than this many characters behind that place, or behind the token next to it. */
export const LOOKAHEAD = 128;

/** A piece that does more than this to its surroundings is nonsense: instead of being summarised it is read again when needed. */
const MOST_STEPS = 512;

/** A summary of a piece's text, from which the nesting of the whole file follows. */
export interface Outline {
  /** Undefined if there would be too many. Balanced blocks cancel out. */
  readonly steps: readonly Step[] | undefined;
  readonly faults: readonly OwnFault[];
  /** No more blocks than this are opened inside each other, counted from the piece's start. */
  readonly rise: number;
  /** Openers less closers. */
  readonly balance: Readonly<Record<Bracket, number>>;
  /** Whether it cannot be cut further. */
  readonly single: boolean;
  readonly openComment: boolean;
  /** How many characters behind the piece may still close a string in it. */
  readonly reach: number;
  /** Long gaps between items where it would be cut if they or what stands behind them were different. */
  readonly glued: readonly { readonly from: number; readonly to: number }[];
}

export class OutlineBuilder {
  readonly #syntax: LanguageSyntax;
  readonly #faults: OwnFault[] = [];
  readonly #balance: Record<Bracket, number> = { '{': 0, '[': 0 };
  /** Blocks open since the last step: they stand on a top that is not known. */
  readonly #local: Opening[] = [];
  #steps: Step[] | undefined = [];
  #opened = 0;
  #peak = 0;
  #openComment = false;
  readonly #glued: { from: number; to: number }[] = [];
  #firstCut: number | undefined;
  #lastUnclosed: number | undefined;

  constructor(syntax: LanguageSyntax) {
    this.#syntax = syntax;
  }

  /** Takes the next mark of the piece; `start` is where the piece begins in the text that was scanned. */
  add(mark: Mark, start: number): void {
    const at = mark.at - start;
    switch (mark.type) {
      case 'open':
        this.#balance[mark.kind]++;
        if (mark.missing) this.#fault({ kind: 'missing-opener', at });
        this.#open({ label: mark.label, kind: mark.kind, at }, mark.header - start);
        break;
      case 'close':
        this.#balance[mark.kind]--;
        this.#close(mark.kind, at);
        break;
      case 'unclosed-comment':
        this.#openComment = true;
        this.#fault({ kind: 'unclosed-comment', at });
        break;
      case 'endless':
        this.#fault({ kind: 'too-long', at: mark.item - start });
        break;
      case 'unclosed-string':
        this.#lastUnclosed = at;
        break;
      case 'cut':
        if (at > 0) this.#firstCut ??= at;
        break;
      case 'glued':
        if (mark.token - mark.at > LOOKAHEAD) this.#glued.push({ from: at, to: mark.token - start + LOOKAHEAD });
        break;
    }
  }

  finish(length: number): Outline {
    this.#spill();
    const reach = this.#lastUnclosed === undefined ? 0 : this.#lastUnclosed + this.#syntax.stringReach + 1 - length;
    return {
      steps: this.#steps,
      faults: this.#faults,
      rise: this.#opened + this.#peak,
      balance: this.#balance,
      single: (this.#firstCut ?? length) >= length,
      openComment: this.#openComment,
      reach: Math.max(0, reach),
      glued: this.#glued,
    };
  }

  #open(opening: Opening, header: number): void {
    if (this.#steps === undefined) return;
    for (let inner = this.#local.at(-1); inner !== undefined; inner = this.#local.at(-1)) {
      if (this.#syntax.mayContain(inner, opening.label)) break;
      this.#local.pop();
      this.#fault({ kind: 'unclosed-block', opening: inner, at: header });
    }
    if (this.#local.length === 0) this.#meet(opening.label, header);
    this.#local.push(opening);
    this.#peak = Math.max(this.#peak, this.#local.length);
    if (this.#peak > DEEPEST) this.#steps = undefined;
  }

  #meet(label: string, at: number): void {
    const last = this.#steps?.at(-1);
    if (last?.type !== 'meet') {
      this.#step({ type: 'meet', labels: [label], headers: [{ label, at }] });
    } else if (last.headers.at(-1)?.label !== label) {
      if (!last.labels.includes(label)) last.labels.push(label);
      last.headers.push({ label, at });
    }
  }

  #close(kind: Bracket, at: number): void {
    if (this.#steps === undefined) return;
    if (this.#local.at(-1)?.kind === kind) {
      this.#local.pop();
      return;
    }
    // What it ends lies before this piece, or depends on the whole file.
    this.#spill();
    this.#step({ type: 'close', kind, at });
  }

  #spill(): void {
    for (const opening of this.#local) {
      this.#opened++;
      this.#step({ type: 'open', opening });
    }
    this.#local.length = 0;
  }

  #step(step: Step): void {
    if (this.#steps !== undefined && this.#steps.push(step) > MOST_STEPS) this.#steps = undefined;
  }

  #fault(fault: OwnFault): void {
    if (this.#faults.push(fault) > MOST_STEPS) this.#steps = undefined;
  }
}
