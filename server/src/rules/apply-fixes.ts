import type { Finding, Fix } from './finding.ts';

export interface FixChoice {
  /** Whether fixes that a person should look at are applied too. */
  readonly unsafe?: boolean | undefined;
  /** The only rule whose findings are mended. */
  readonly rule?: string | undefined;
}

export interface FixedText {
  readonly text: string;
  /** In the order of their places. */
  readonly applied: readonly Fix[];
}

/**
 * Applies to a text the preferred fix of each finding, as long as fixes do not touch each other; those that would are left for the next
 * round, when the findings are made anew.
 */
export function applyFixes(text: string, findings: readonly Finding[], { unsafe = false, rule }: FixChoice): FixedText {
  const taken: { readonly start: number; readonly end: number; readonly newText: string }[] = [];
  const applied: Fix[] = [];
  for (const finding of findings) {
    if (rule !== undefined && finding.rule !== rule) continue;
    const fix = finding.fixes.find(({ preferred, safe }) => preferred && (safe || unsafe));
    if (!fix || fix.edits.length === 0) continue;
    const free = fix.edits.every((edit) => taken.every((other) => edit.end < other.start || other.end < edit.start));
    if (!free) continue;
    taken.push(...fix.edits);
    applied.push(fix);
  }
  let result = text;
  for (const { start, end, newText } of taken.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, start) + newText + result.slice(end);
  }
  return { text: result, applied };
}
