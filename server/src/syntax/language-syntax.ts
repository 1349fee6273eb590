import type { TextAnchor } from './anchor.ts';
import type { Tree } from './parser.ts';

/** What opens a block; `[` only in lists such as JSON. */
export type Bracket = '{' | '[';

export interface BlockHead {
  readonly label: string;
  readonly kind: Bracket;
}

/**
 * All that cutting and padding a text must know of its language. Every answer depends on the characters given alone, so that a
 * text reads alike wherever it is cut.
 */
export interface LanguageSyntax {
  /** Names the grammar's `.wasm`. */
  readonly grammar: string;
  /** A list is cut before its commas; anything else after `;`, `{` and `}`. */
  readonly isList: boolean;
  /** What begins a comment that ends with its line. */
  readonly lineComments: readonly string[];
  /** Whether there are comments between slash-star and star-slash. */
  readonly blockComments: boolean;
  /** How many characters an item may have, blanks, comments and what strings hold aside; nothing of a longer one is understood. */
  readonly longestItem: number;
  /** How many names of the blocks around a statement its facts depend on. */
  readonly looksUp: number;

  /** The label of the block that a `{` or `[` opens, from the text of its item before the bracket; undefined if the bracket belongs to a
   *  value, as in a record type: then nothing is cut until it is closed or the item ends. */
  label(header: string): string | undefined;
  /** Text without any fault that opens such a block. */
  opener(label: string, kind: Bracket): string;
  mayContain(parent: BlockHead, child: string): boolean;
  /** False if the token at the beginning of `rest` continues what stands before it, as `else` does. It looks at less than a hundred
   *  characters. */
  mayCutBefore?(rest: string): boolean;
  /** Where the string that begins at `quote` ends: behind its closing quote, or at the end of its line if it has none. */
  stringEnd(text: string, quote: number): { readonly end: number; readonly closed: boolean };
  /** How many characters behind the opening quote `stringEnd` looks at; 0 if strings never leave their line. */
  readonly stringReach: number;
  /** Where a `{` was forgotten in an item that ends with `;` although it begins like a declaration: the offset behind which it belongs. */
  missingOpener?(item: string): number | undefined;
}

/**
 * A part of a piece, padded to a small whole document: the blocks around it are opened before it, and what is open at its end is closed.
 * Blocks go by ids: the offset of their bracket in the piece, or -1, -2, … counted outwards in the piece's context.
 */
export interface LoweringInput {
  readonly tree: Tree;
  /** The padded text that was parsed. */
  readonly text: string;
  /** Nodes that begin before this offset are padding. */
  readonly prefix: number;
  /** Nodes that begin at this offset or behind it are padding. */
  readonly end: number;
  /** Turns an offset in `text` into one in the piece; in the padding, the nearest one. */
  at(index: number): number;
  /** Ids of the blocks that padding opens, outermost first. */
  readonly padded: readonly number[];
  /** Ids of the blocks around those, innermost first: one more than the language looks up. */
  readonly around: readonly number[];
  /** Whether the tree holds no ERROR and no MISSING node. */
  readonly clean: boolean;
  /** The piece that positions hang on. */
  readonly anchor: TextAnchor;
}

/** What a language makes of a part. It may depend on nothing but its input, and statements side by side must not depend on each other. */
export type Lower<F> = (input: LoweringInput) => readonly F[];
