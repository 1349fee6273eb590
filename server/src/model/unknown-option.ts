import type { OptionValue } from './option.ts';
import type { Mend } from './problem.ts';
import type { Span } from './span.ts';

/** An option that is used where no definition of it is known. */
export interface UnknownOption {
  readonly space: string;
  readonly name: string;
  readonly nameAt: Span;
  /** The value that it was to have; undefined where the option is only asked for, as in a test. */
  readonly value: OptionValue | undefined;
  /** A definition of that name that comes too late. */
  readonly definedLater: Span | undefined;
  /** A name that is known here and differs by little. */
  readonly nearest: string | undefined;
  /** False where an included file that cannot be read may define it. */
  readonly certain: boolean;
  readonly mends: readonly Mend[];
}
