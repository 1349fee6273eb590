import { type DocumentPiece, OpenBlock } from './document-piece.ts';
import type { Bracket, LanguageSyntax } from './language-syntax.ts';
import { DEEPEST, Nesting, type Surplus } from './nesting.ts';
import type { OwnFault, Step } from './outline.ts';
import type { BracketFault } from './piece.ts';
import type { Scanner } from './scanner.ts';

/** A file with more faults than this is in another language; the first ones tell it. */
const MOST_FAULTS = 10_000;

export interface Nested<F> {
  readonly faults: readonly BracketFault<F>[];
  readonly surplus: Surplus;
  /** Whether a piece that somebody knows has another place, or another context. */
  readonly moved: boolean;
  readonly nested: boolean;
}

/** Sets places and contexts of all pieces, from nothing but their summaries: cheap enough to do anew at each edit. */
export function nest<F>(syntax: LanguageSyntax, scanner: Scanner, pieces: readonly DocumentPiece<F>[]): Nested<F> {
  return new Nester(syntax, scanner, pieces).run();
}

class Nester<F> {
  readonly #syntax: LanguageSyntax;
  readonly #scanner: Scanner;
  readonly #pieces: readonly DocumentPiece<F>[];
  readonly #surplus: Surplus;
  readonly #balanced: Surplus;
  readonly #nesting: Nesting<OpenBlock<F>>;
  readonly #faults: BracketFault<F>[] = [];
  /** What was noticed in the current piece. */
  #found: { readonly at: number; readonly fault: BracketFault<F> }[] = [];
  #tooDeep = false;
  #moved = false;
  #nested = false;

  constructor(syntax: LanguageSyntax, scanner: Scanner, pieces: readonly DocumentPiece<F>[]) {
    this.#syntax = syntax;
    this.#scanner = scanner;
    this.#pieces = pieces;
    const balance: Record<Bracket, number> = { '{': 0, '[': 0 };
    for (const { outline } of pieces) {
      balance['{'] += outline.balance['{'];
      balance['['] += outline.balance['['];
    }
    this.#surplus = { '{': balance['{'] < 0, '[': balance['['] < 0 };
    this.#balanced = { '{': balance['{'] === 0, '[': balance['['] === 0 };
    this.#nesting = new Nesting(syntax, this.#surplus);
  }

  run(): Nested<F> {
    let offset = 0;
    let line = 0;
    let column = 0;
    for (const piece of this.#pieces) {
      if (piece.known && (piece.offset !== offset || piece.line !== line || piece.column !== column))
        this.#moved = true;
      piece.offset = offset;
      piece.line = line;
      piece.column = column;
      offset += piece.text.length;
      line += piece.lines;
      column = piece.lines > 0 ? piece.text.length - piece.lastLine : column + piece.text.length;
      this.#enter(piece);
    }
    const last = this.#pieces.at(-1);
    if (last !== undefined) {
      for (let block = this.#nesting.top; block !== undefined; block = block.parent) {
        this.#unclosed(block, last, last.text.length);
      }
      this.#settle();
    }
    return { faults: this.#faults, surplus: this.#surplus, moved: this.#moved, nested: this.#nested };
  }

  #enter(piece: DocumentPiece<F>): void {
    const nesting = this.#nesting;
    const { outline } = piece;
    if (piece.known && piece.inner !== nesting.top) this.#nested = true;
    piece.inner = nesting.top;
    piece.height = nesting.height;
    piece.beyond = nesting.beyond;
    nesting.low = nesting.height;
    nesting.crossed = false;
    piece.regular = true;
    const shallow = nesting.beyond === 0 && nesting.height + outline.rise <= DEEPEST;
    if (shallow && outline.steps !== undefined) {
      for (const fault of outline.faults) this.#own(piece, fault);
      this.#follow(piece, outline.steps);
    } else {
      this.#readAgain(piece);
    }
    piece.last = nesting.top;
    piece.window = Math.min(piece.height, piece.height - nesting.low + this.#syntax.looksUp);
    piece.key = this.#keyOf(piece, shallow);
    this.#settle();
  }

  #follow(piece: DocumentPiece<F>, steps: readonly Step[]): void {
    const nesting = this.#nesting;
    let opened = 0;
    for (const step of steps) {
      switch (step.type) {
        case 'open': {
          const block = piece.blocks[opened++];
          if (block !== undefined) this.#open(block);
          break;
        }
        case 'close':
          this.#close(piece, step.kind, step.at);
          break;
        case 'meet':
          if (!step.labels.some((label) => nesting.ends(label))) break;
          for (const { label, at } of step.headers) nesting.meet(label, (block) => this.#unclosed(block, piece, at));
          break;
      }
    }
  }

  /** What `#follow` does, for a piece that is too deep or too odd for a summary. */
  #readAgain(piece: DocumentPiece<F>): void {
    this.#scanner.scan(piece.text, (mark) => {
      switch (mark.type) {
        case 'open':
          this.#nesting.meet(mark.label, (block) => this.#unclosed(block, piece, mark.header));
          if (mark.missing) this.#own(piece, { kind: 'missing-opener', at: mark.at });
          this.#open(new OpenBlock(mark, piece, mark.at));
          break;
        case 'close':
          this.#close(piece, mark.kind, mark.at);
          break;
        case 'unclosed-comment':
          this.#own(piece, { kind: 'unclosed-comment', at: mark.at });
          break;
        case 'endless':
          this.#own(piece, { kind: 'too-long', at: mark.item });
          break;
        case 'cut':
        case 'glued':
        case 'unclosed-string':
          break;
      }
    });
  }

  #open(block: OpenBlock<F>): void {
    const { parent, height } = block;
    if (this.#nesting.open(block)) {
      block.path = undefined;
      if (height > 0 && block.parent !== parent) this.#nested = true;
      return;
    }
    block.piece.regular = false;
    if (this.#tooDeep) return;
    this.#tooDeep = true;
    this.#find(block.at, { kind: 'too-deep', piece: block.piece, at: block.at });
  }

  #close(piece: DocumentPiece<F>, kind: Bracket, at: number): void {
    const nesting = this.#nesting;
    if (nesting.beyond > 0) piece.regular = false;
    const ended = nesting.closes(kind);
    if (ended === 'nothing') {
      piece.regular = false;
      this.#find(at, { kind: 'stray-closer', piece, at, bracket: kind === '{' ? '}' : ']' });
      return;
    }
    if (ended === 'outer') nesting.closeInner(kind, (block) => this.#unclosed(block, piece, at));
    nesting.close();
  }

  #unclosed(block: OpenBlock<F>, piece: DocumentPiece<F>, at: number): void {
    piece.regular = false;
    this.#find(at, { kind: 'unclosed-block', block, endedAt: { piece, at }, balanced: this.#balanced[block.kind] });
  }

  #own(piece: DocumentPiece<F>, fault: OwnFault): void {
    if (fault.kind === 'unclosed-block') {
      this.#unclosed(new OpenBlock(fault.opening, piece, fault.opening.at), piece, fault.at);
    } else {
      if (fault.kind !== 'unclosed-comment') piece.regular = false;
      this.#find(fault.at, { kind: fault.kind, piece, at: fault.at });
    }
  }

  #find(at: number, fault: BracketFault<F>): void {
    if (this.#faults.length + this.#found.length < MOST_FAULTS) this.#found.push({ at, fault });
  }

  /** Puts the faults of a piece into the order in which they are met, wherever the text is cut. */
  #settle(): void {
    if (this.#found.length === 0) return;
    this.#found.sort((a, b) => a.at - b.at);
    for (const { fault } of this.#found) this.#faults.push(fault);
    this.#found = [];
  }

  #keyOf(piece: DocumentPiece<F>, shallow: boolean): string {
    let key = '';
    let block = piece.inner;
    for (let i = 0; i < piece.window && block !== undefined; i++, block = block.parent) {
      key += `${block.label.length}:${block.label}${block.kind}`;
    }
    if (this.#nesting.crossed) key += ` ${this.#surplus['{']} ${this.#surplus['[']}`;
    return shallow ? key : `${key} ${piece.height} ${piece.beyond}`;
  }
}
