import type { TextChange } from '../workspace/workspace.ts';

/** How long nothing may be typed until a line counts as finished, in milliseconds. */
const PAUSE = 1000;

/** Longer texts are pasted. */
const LONGEST_WORD = 80;

/**
 * The line that somebody is typing in. A server is not told where the cursor is: it is taken to be where the last letter came or
 * went, until another place is edited or asked about, or until the person pauses.
 */
export class TypedLine {
  readonly #after: (milliseconds: number, task: () => void) => () => void;
  readonly #left: (path: string) => void;
  #at: { readonly path: string; readonly line: number; readonly forget: () => void } | undefined;

  /** `left` is called when a line was left without another edit. */
  constructor(after: (milliseconds: number, task: () => void) => () => void, left: (path: string) => void) {
    this.#after = after;
    this.#left = left;
  }

  /** Takes in an edit. */
  edited(path: string, changes: readonly TextChange[]): void {
    this.#at?.forget();
    const line = lineOf(changes);
    this.#at = line === undefined ? undefined : { path, line, forget: this.#after(PAUSE, () => this.#leave()) };
  }

  /** Takes in that the cursor is somewhere. */
  seen(path: string, firstLine: number, lastLine: number): void {
    if (this.#at && (this.#at.path !== path || lastLine < this.#at.line || firstLine > this.#at.line)) this.#leave();
  }

  closed(path: string): void {
    if (this.#at?.path !== path) return;
    this.#at.forget();
    this.#at = undefined;
  }

  /** The line of the file that is being typed in; counted from 0. */
  in(path: string): number | undefined {
    return this.#at?.path === path ? this.#at.line : undefined;
  }

  #leave(): void {
    const at = this.#at;
    if (!at) return;
    at.forget();
    this.#at = undefined;
    this.#left(at.path);
  }
}

/** The line that the cursor is in after an edit of the kind that typing makes. */
function lineOf([change, ...others]: readonly TextChange[]): number | undefined {
  if (!change?.range || others.length > 0) return undefined;
  const { range, text } = change;
  if (range.start.line !== range.end.line || text.length > LONGEST_WORD) return undefined;
  // A new line, with the indentation that an editor adds.
  if (/^\r?\n[ \t]*$/.test(text)) return range.start.line + 1;
  return text.includes('\n') ? undefined : range.start.line;
}
