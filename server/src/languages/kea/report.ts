import type { Mend, Problem, RelatedPlace, Severity } from '../../model/problem.ts';
import { type Anchor, type Span, span } from '../../model/span.ts';

export type KeaRule =
  | 'syntax'
  | 'unknown-statement'
  | 'unknown-option'
  | 'option-value-type'
  | 'option-definition'
  | 'unknown-reference'
  | 'duplicate'
  | 'address-range'
  | 'parameter-value'
  | 'incomplete-declaration'
  | 'misplaced-declaration'
  | 'class-never-matches'
  | 'never-effective'
  | 'server-version';

export type KeaProblem = Problem<KeaRule>;

/** Whom a refused file hurts: everybody. */
export const REFUSED =
  'Kea refuses the whole file and does not start, so no device gets an address or its UMS from it.';

/** A replacement inside the piece of text that an item stands in. */
export interface LocalEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What is wrong with the text itself, found while it is read. Offsets count from the anchor's beginning. */
export interface Fault {
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly remedy: string;
  readonly mend: { readonly title: string; readonly edits: readonly LocalEdit[] } | undefined;
  /** Whether it is about what parts two items. */
  readonly between?: true;
  /** The first version that accepts it, where the severity is not that of an error. */
  readonly acceptedSince?: string;
}

export function problemOfFault(fault: Fault, anchor: Anchor): KeaProblem {
  const { severity, start, end, what, remedy, mend } = fault;
  return {
    rule: 'syntax',
    severity,
    at: span(anchor, start, end),
    what,
    hurts: severity === 'error' ? REFUSED : '',
    remedy,
    mends: mend
      ? [
          {
            title: mend.title,
            safe: true,
            preferred: true,
            edits: mend.edits.map((edit) => ({ at: span(anchor, edit.start, edit.end), newText: edit.newText })),
          },
        ]
      : [],
    related: [],
  };
}

export interface Details {
  readonly hurts?: string;
  readonly mends?: readonly Mend[];
  readonly related?: readonly RelatedPlace[];
}

/** A mend that puts one text in the place of another. */
export const replacing = (title: string, at: Span, newText: string, safe = true): Mend => ({
  title,
  safe,
  preferred: true,
  edits: [{ at, newText }],
});
