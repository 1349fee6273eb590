import type { Finding } from '../rules/finding.ts';
import type { FileReport } from '../workspace/analysis.ts';

/** A place as people count: lines and columns from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export function placeOf(report: FileReport, offset: number): Place {
  const { line, character } = report.position(offset);
  return { line: line + 1, column: character + 1 };
}

/** Where more is to be read about a rule, below the project's root. */
export const pageOf = (rule: string): string => `docs/rules/${rule}.md`;

/** The three parts of a finding's message on one line. */
export const messageOf = ({ what, hurts, remedy }: Finding): string => [what, hurts, remedy].filter(Boolean).join(' ');
