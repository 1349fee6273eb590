import type { Edit, Finding, Fix } from './finding.ts';
import { ruleById } from './registry.ts';
import { syntax } from './syntax.ts';

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
 * round, when the findings are made anew, and those that wait for the syntax are left until it is mended.
 */
export function applyFixes(text: string, findings: readonly Finding[], { unsafe = false, rule }: FixChoice): FixedText {
  const taken = new TakenEdits();
  const applied: Fix[] = [];
  const waiting = new Set(waitingForSyntax(findings));
  for (const finding of findings) {
    if (rule !== undefined && finding.rule !== rule) continue;
    if (waiting.has(finding)) continue;
    const fix = finding.fixes.find(({ preferred, safe }) => preferred && (safe || unsafe));
    if (!fix || fix.edits.length === 0 || !fix.edits.every((edit) => taken.leavesRoomFor(edit))) continue;
    for (const edit of fix.edits) taken.add(edit);
    applied.push(fix);
  }
  return { text: taken.applyTo(text), applied };
}

/**
 * Of the findings in a text, those with fixes that wait until its syntax is mended: what the simulator says of a text that is not understood is
 * about what it was taken for, and the server may read what is put in as part of the fault.
 */
export function waitingForSyntax(findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(({ rule, severity }) => rule === syntax.id && severity === 'error')) return [];
  return findings.filter(({ rule, fixes }) => fixes.length > 0 && ruleById(rule)?.simulates);
}

/** Edits of several fixes, none of which touches one of another fix. */
class TakenEdits {
  /** By their starts; those of one place, which are of one fix, by their ends. */
  readonly #edits: Edit[] = [];

  /** Whether an edit touches none of them. */
  leavesRoomFor({ start, end }: Edit): boolean {
    const next = this.#edits[this.#indexOf(start)];
    const before = this.#edits[this.#indexOf(start) - 1];
    return (next === undefined || end < next.start) && (before === undefined || before.end < start);
  }

  add(edit: Edit): void {
    let index = this.#indexOf(edit.start);
    while (this.#edits[index]?.start === edit.start && (this.#edits[index]?.end ?? 0) <= edit.end) index++;
    this.#edits.splice(index, 0, edit);
  }

  applyTo(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const { start, end, newText } of this.#edits) {
      parts.push(text.slice(at, start), newText);
      at = end;
    }
    return parts.join('') + text.slice(at);
  }

  /** The first edit that begins at an offset or behind it. */
  #indexOf(offset: number): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
