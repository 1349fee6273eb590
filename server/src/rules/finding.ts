import type { Severity } from '../model/problem.ts';

export type { Severity };

/** A replacement in the finding's file: UTF-16 offsets, `end` exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What a person is told: a problem at its place in a file as the file is now. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly what: string;
  readonly hurts: string;
  readonly remedy: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

/** The order of the text; of findings about one place that of their rules' names. */
export const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
