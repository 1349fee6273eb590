/** What is said of a place in a file. */
interface Told {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly what: string;
}

/** The same for all that say the same of the same place, in whatever words they say whom it hurts and what helps. */
export const twinKey = ({ start, end, rule, what }: Told): string => `${start} ${end} ${rule} ${what}`;

/**
 * The first of those that say the same of one place: a file that is included twice is judged twice, as is a declaration that is cut in two.
 * All must be of one file.
 */
export function withoutTwins<T extends Told>(told: readonly T[]): T[] {
  const seen = new Set<string>();
  return told.filter((one) => {
    const key = twinKey(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
