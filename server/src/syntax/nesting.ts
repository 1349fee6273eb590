import type { BlockHead, Bracket, LanguageSyntax } from './language-syntax.ts';

/** Blocks that are nested deeper than this are only counted: nothing in them is understood. */
export const DEEPEST = 256;

/** An open block that knows the one around it, so that a stack of them is shared and never copied. */
export interface Level<L> extends BlockHead {
  parent: L | undefined;
  /** How many blocks are open with this one. */
  height: number;
}

/** Per kind of bracket: whether the file has more closers than openers. */
export type Surplus = Readonly<Record<Bracket, boolean>>;

export const NO_SURPLUS: Surplus = { '{': false, '[': false };

/**
 * The stack of open blocks. An opener ends those that cannot hold it. A closer ends the nearest block of its kind; but if that is not
 * the innermost and the file has more closers of this kind than openers, the closer is the odd one.
 */
export class Nesting<L extends Level<L>> {
  top: L | undefined;
  height = 0;
  /** Open blocks beyond the deepest level. */
  beyond = 0;
  /** The fewest blocks open since this was last set. */
  low = 0;
  /** Whether a closer met a block of the other kind since this was last set. */
  crossed = false;
  readonly #syntax: LanguageSyntax;
  readonly #surplus: Surplus;
  readonly #open: Record<Bracket, number> = { '{': 0, '[': 0 };

  constructor(syntax: LanguageSyntax, surplus: Surplus) {
    this.#syntax = syntax;
    this.#surplus = surplus;
  }

  /** Starts inside blocks that are already open. */
  enter(top: L | undefined, height: number, beyond: number): void {
    this.top = top;
    this.height = height;
    this.beyond = beyond;
    this.low = height;
    for (let block = top; block !== undefined; block = block.parent) this.#open[block.kind]++;
  }

  /** Whether an opener with this label would end a block. */
  ends(label: string): boolean {
    return this.beyond === 0 && this.top !== undefined && !this.#syntax.mayContain(this.top, label);
  }

  /** Ends the blocks that cannot hold one with this label. */
  meet(label: string, ended: (block: L) => void): void {
    while (this.top !== undefined && this.ends(label)) {
      const block = this.top;
      this.#pop(block);
      ended(block);
    }
  }

  /** Opens a block inside the others; false if it is too deep, and only counted. */
  open(block: L): boolean {
    if (this.beyond > 0 || this.height >= DEEPEST) {
      this.beyond++;
      return false;
    }
    block.parent = this.top;
    block.height = ++this.height;
    this.top = block;
    this.#open[block.kind]++;
    return true;
  }

  /** Whether a closer ends something, and if so, whether it is the innermost block. */
  closes(kind: Bracket): 'innermost' | 'outer' | 'nothing' {
    if (this.beyond > 0 || this.top?.kind === kind) return 'innermost';
    if (this.top === undefined) return 'nothing';
    this.crossed = true;
    return this.#surplus[kind] || this.#open[kind] === 0 ? 'nothing' : 'outer';
  }

  /** Ends all blocks inside the nearest of this kind; there must be one. */
  closeInner(kind: Bracket, ended: (block: L) => void): void {
    while (this.top !== undefined && this.top.kind !== kind) {
      const block = this.top;
      this.#pop(block);
      ended(block);
    }
  }

  /** Ends the innermost block. */
  close(): void {
    if (this.beyond > 0) this.beyond--;
    else if (this.top !== undefined) this.#pop(this.top);
  }

  #pop(block: L): void {
    this.#open[block.kind]--;
    this.top = block.parent;
    this.height--;
    if (this.height < this.low) this.low = this.height;
  }
}
