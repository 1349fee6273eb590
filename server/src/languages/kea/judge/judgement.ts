import type { OptionValue } from '../../../model/option.ts';
import { ProblemList, type Severity } from '../../../model/problem.ts';
import type { Span } from '../../../model/span.ts';
import type { UnknownOption } from '../../../model/unknown-option.ts';
import type { Definitions } from '../definitions.ts';
import { type Details, type KeaProblem, type KeaRule, REFUSED } from '../report.ts';
import type { Program } from '../vocabulary/places.ts';

/** Whom the file is read by, and what is known of all of it. */
export interface Situation {
  readonly program: Program;
  readonly version: string;
  readonly definitions: Definitions;
  /** Whether all included files could be read. */
  readonly complete: boolean;
  /** Whether a class of this name exists, declared or built in. */
  hasClass(name: string): boolean;
}

/** What there is to say of some part of a configuration: problems, and what it sets. */
export class Judgement {
  readonly situation: Situation;
  readonly values: OptionValue[] = [];
  readonly unknownOptions: UnknownOption[] = [];
  readonly #problems = new ProblemList<KeaProblem>();

  constructor(situation: Situation) {
    this.situation = situation;
  }

  get problems(): readonly KeaProblem[] {
    return this.#problems.found;
  }

  get version(): string {
    return this.situation.version;
  }

  get family(): 4 | 6 {
    return this.situation.program === '6' ? 6 : 4;
  }

  tell(problem: KeaProblem): void {
    this.#problems.add(problem);
  }

  /** A problem that Kea refuses the file for. */
  error(rule: KeaRule, at: Span, what: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'error', at, what, more.hurts ?? REFUSED, remedy, more);
  }

  warn(rule: KeaRule, at: Span, what: string, hurts: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'warning', at, what, hurts, remedy, more);
  }

  inform(rule: KeaRule, at: Span, what: string, hurts: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'information', at, what, hurts, remedy, more);
  }

  #add(
    rule: KeaRule,
    severity: Severity,
    at: Span,
    what: string,
    hurts: string,
    remedy: string,
    { mends = [], related = [] }: Details,
  ): void {
    this.#problems.add({ rule, severity, at, what, hurts, remedy, mends, related });
  }
}
