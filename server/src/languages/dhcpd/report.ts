import type { Mend, Problem, RelatedPlace } from '../../model/problem.ts';
import { type Anchor, span } from '../../model/span.ts';
import type { DhcpdRule, Doubt, LocalMend, Refusal } from './reader.ts';

export type DhcpdProblem = Problem<DhcpdRule>;

/** Whom a refused file hurts: everybody. */
export const REFUSED =
  'dhcpd refuses the whole file and does not start, so no device gets an address or its UMS from it.';

export function problemOf(refusal: Refusal, anchor: Anchor, related: readonly RelatedPlace[] = []): DhcpdProblem {
  return {
    rule: refusal.rule,
    severity: 'error',
    at: span(anchor, refusal.start, refusal.end),
    what: refusal.what,
    hurts: REFUSED,
    remedy: refusal.remedy,
    mends: mendsOf(refusal.mends, anchor),
    related,
  };
}

export function problemOfDoubt(doubt: Doubt, anchor: Anchor): DhcpdProblem {
  return { ...doubt, at: span(anchor, doubt.start, doubt.end), mends: mendsOf(doubt.mends, anchor), related: [] };
}

/** The first mend is the one that `fix` takes. */
function mendsOf(mends: readonly LocalMend[], anchor: Anchor): Mend[] {
  return mends.map(({ title, safe, edits }, index) => ({
    title,
    safe,
    preferred: index === 0,
    edits: edits.map(({ start, end, newText }) => ({ at: span(anchor, start, end), newText })),
  }));
}
