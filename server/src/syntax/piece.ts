import type { TextAnchor } from './anchor.ts';
import type { BlockHead } from './language-syntax.ts';

/**
 * Some hundred statements of a file. Its text and facts never change: an edit replaces the piece as a whole. Its place in the file
 * and its context do change.
 */
export interface Piece<F> extends TextAnchor {
  /** Where it begins, counted from 0; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** The blocks open at its start, outermost first. */
  readonly context: readonly Block<F>[];
  /** Empty until `Document.work` has come to it. */
  readonly facts: readonly F[];
}

/** A block that is open at the border of a piece. */
export interface Block<F> extends BlockHead {
  /** The piece with its bracket, and the bracket's offset there. */
  readonly piece: Piece<F>;
  readonly at: number;
}

interface Place<F> {
  readonly piece: Piece<F>;
  readonly at: number;
}

/** A bracket or comment without its partner. */
export type BracketFault<F> =
  /** `endedAt`: an item that the block cannot hold, a closer of a block around it, or the end of the file. */
  | {
      readonly kind: 'unclosed-block';
      readonly block: Block<F>;
      readonly endedAt: Place<F>;
      /** Whether the file has as many closers of this kind as openers: then none is missing, one is in the wrong place. */
      readonly balanced: boolean;
    }
  | ({ readonly kind: 'stray-closer'; readonly bracket: '}' | ']' } & Place<F>)
  /** A `{` belongs at `at`. The block counts as opened there. */
  | ({ readonly kind: 'missing-opener' } & Place<F>)
  | ({ readonly kind: 'unclosed-comment' } & Place<F>)
  /** So much is wrong before this place that nothing is understood from here on. */
  | ({ readonly kind: 'given-up' } & Place<F>)
  /** Nothing is understood of the item that begins here. */
  | ({ readonly kind: 'too-long' } & Place<F>)
  /** Nothing is understood inside the block that opens here. */
  | ({ readonly kind: 'too-deep' } & Place<F>);
