import type { Piece } from '../syntax/document.ts';

interface Suppressed {
  readonly rule: string;
  /** The line that it holds for, counted from the piece's first; undefined for the whole file. */
  readonly line: number | undefined;
}

/** The comments of a file that ask for silence: `igel-rollout-ignore RULE: reason` for the next line, `igel-rollout-ignore-file RULE: reason`. */
export class Suppressions {
  readonly #comments: readonly string[];
  readonly #byPiece = new WeakMap<object, readonly Suppressed[]>();

  /** @param comments what begins a comment that ends with its line */
  constructor(comments: readonly string[]) {
    this.#comments = comments;
  }

  /** Tells whether a rule is silenced on a line of the file; undefined where none is. */
  of(pieces: readonly Piece<unknown>[]): ((rule: string, line: () => number) => boolean) | undefined {
    const everywhere = new Set<string>();
    const lines = new Set<string>();
    for (const piece of pieces) {
      for (const { rule, line } of this.#read(piece)) {
        if (line === undefined) everywhere.add(rule);
        else lines.add(`${piece.line + line} ${rule}`);
      }
    }
    if (everywhere.size + lines.size === 0) return undefined;
    return (rule, line) => everywhere.has(rule) || (lines.size > 0 && lines.has(`${line()} ${rule}`));
  }

  #read(piece: Piece<unknown>): readonly Suppressed[] {
    const known = this.#byPiece.get(piece);
    if (known) return known;
    const found: Suppressed[] = [];
    const { text } = piece;
    for (let at = text.indexOf('igel-rollout-ignore'); at >= 0; at = text.indexOf('igel-rollout-ignore', at + 1)) {
      const lineStart = text.lastIndexOf('\n', at) + 1;
      const before = text.slice(lineStart, at).trimStart();
      if (!this.#comments.some((comment) => before.startsWith(comment))) continue;
      const words = /^igel-rollout-ignore(-file)?[ \t]+([a-z0-9-]+)/.exec(text.slice(at, at + 200));
      if (!words?.[2]) continue;
      const line = text.slice(0, at).split('\n').length;
      found.push({ rule: words[2], line: words[1] ? undefined : line });
    }
    this.#byPiece.set(piece, found);
    return found;
  }
}
