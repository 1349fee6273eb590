import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'information';

/**
 * More problems of one severity are not told: nobody reads them, and a text with so many is in another language. It bounds what any text
 * costs; the most that a large file of hosts can have by honest mistakes is below it.
 */
export const MOST_PROBLEMS = 100_000;

/** Problems in the order in which they are found, of each severity the first `MOST_PROBLEMS`. */
export class ProblemList<P extends Problem = Problem> {
  readonly found: P[] = [];
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, information: 0 };

  add(problem: P): void {
    if (this.#counts[problem.severity]++ < MOST_PROBLEMS) this.found.push(problem);
  }
}

/** A replacement of text. An insertion has an empty span. */
export interface TextEdit {
  readonly at: Span;
  readonly newText: string;
}

export interface Mend {
  /** The title of the code action, such as `Add the missing ";"`. */
  readonly title: string;
  /** Whether fix-all may apply it: the file was refused and one reading is evident, or only IGEL's own bytes change. */
  readonly safe: boolean;
  /** Of several mends of one problem, the one that `fix` takes. */
  readonly preferred: boolean;
  readonly edits: readonly TextEdit[];
}

export interface RelatedPlace {
  readonly at: Span;
  readonly message: string;
}

/**
 * A fault at a place, found by a language or by a rule. The three texts are whole sentences: what is wrong, which devices or
 * clients it hurts, what to do. Any of the last two may be empty where it would only repeat what was said.
 */
export interface Problem<Rule extends string = string> {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly at: Span;
  readonly what: string;
  readonly hurts: string;
  readonly remedy: string;
  readonly mends: readonly Mend[];
  readonly related: readonly RelatedPlace[];
}
