import type { BlockHead } from './language-syntax.ts';
import { countLines, lineStarts } from './line-starts.ts';
import type { Level } from './nesting.ts';
import type { Outline } from './outline.ts';
import type { Block, Piece } from './piece.ts';

export class OpenBlock<F> implements Block<F>, Level<OpenBlock<F>> {
  readonly label: string;
  readonly kind: BlockHead['kind'];
  readonly piece: DocumentPiece<F>;
  readonly at: number;
  parent: OpenBlock<F> | undefined = undefined;
  height = 0;
  /** The blocks around it and itself, outermost first; built when asked for. */
  path: readonly OpenBlock<F>[] | undefined = undefined;

  constructor({ label, kind }: BlockHead, piece: DocumentPiece<F>, at: number) {
    this.label = label;
    this.kind = kind;
    this.piece = piece;
    this.at = at;
  }
}

function pathTo<F>(block: OpenBlock<F> | undefined): readonly OpenBlock<F>[] {
  if (block === undefined) return [];
  if (block.path === undefined) {
    const path: OpenBlock<F>[] = [];
    for (let level: OpenBlock<F> | undefined = block; level !== undefined; level = level.parent) path.push(level);
    block.path = path.reverse();
  }
  return block.path;
}

/** A piece as its document keeps it. */
export class DocumentPiece<F> implements Piece<F> {
  readonly file: string;
  readonly text: string;
  readonly outline: Outline;
  /** The blocks of its outline's steps that open one. */
  readonly blocks: readonly OpenBlock<F>[];
  /** How many lines end in it, and where its last one begins. */
  readonly lines: number;
  readonly lastLine: number;
  #starts: readonly number[] | undefined;

  /** How far its first token is from its beginning; nothing before that token but blanks and comments. */
  lead = 0;

  // What follows from the pieces before it.
  offset = 0;
  line = 0;
  column = 0;
  /** The innermost block open at its start and at its end. */
  inner: OpenBlock<F> | undefined = undefined;
  last: OpenBlock<F> | undefined = undefined;
  /** How many blocks are open at its start, and how many more that are too deep. */
  height = 0;
  beyond = 0;
  /** How many of the blocks open at its start its facts may depend on. */
  window = 0;
  /** Whether all its brackets have their partners. */
  regular = true;
  /** Tells all that its facts depend on besides its text. */
  key = '';

  facts: readonly F[] = [];
  /** The key that the facts were found with. */
  factsKey: string | undefined = undefined;
  /** How much is wrong with them by their text alone. */
  faulty = 0;
  /** Whether somebody was told of the facts. */
  known = false;

  constructor(file: string, text: string, outline: Outline) {
    this.file = file;
    this.text = text;
    this.outline = outline;
    this.blocks = (outline.steps ?? []).flatMap((step) =>
      step.type === 'open' ? [new OpenBlock(step.opening, this, step.opening.at)] : [],
    );
    const { lines, last } = countLines(text);
    this.lines = lines;
    this.lastLine = last;
  }

  get context(): readonly Block<F>[] {
    return pathTo(this.inner);
  }

  /** Where lines begin in it, without the one that it begins in. */
  get lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }

  /** The same text in the same place, without facts. */
  renewed(): DocumentPiece<F> {
    const piece = new DocumentPiece<F>(this.file, this.text, this.outline);
    const { lead, offset, line, column, inner, last, height, beyond, window, regular, key } = this;
    return Object.assign(piece, { lead, offset, line, column, inner, last, height, beyond, window, regular, key });
  }
}
