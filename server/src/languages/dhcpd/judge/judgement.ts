import type { OptionValue } from '../../../model/option.ts';
import { type Mend, ProblemList, type RelatedPlace } from '../../../model/problem.ts';
import { type Span, span } from '../../../model/span.ts';
import type { UnknownOption } from '../../../model/unknown-option.ts';
import type { BuiltScope } from '../built-scope.ts';
import type { Declarations } from '../declarations.ts';
import { type DhcpdRule, type Reader, Refusal } from '../reader.ts';
import { type DhcpdProblem, problemOf, problemOfDoubt, REFUSED } from '../report.ts';
import type { Statement } from '../statement.ts';

/** What there is to say of some statements: problems, and what they set. */
export class Judgement {
  readonly declarations: Declarations;
  /** Which of dhcpd's two servers reads the file; undefined where nothing tells. */
  readonly family: 4 | 6 | undefined;
  readonly values: OptionValue[] = [];
  readonly unknownOptions: UnknownOption[] = [];
  readonly #problems = new ProblemList<DhcpdProblem>();
  /** Names of failover peers that some pool or shared network refers to. */
  readonly peersUsed = new Set<string>();

  /** The interface that each shared network, or subnet without one, is tied to. */
  readonly interfaces = new Map<BuiltScope, string>();

  constructor(declarations: Declarations, family: 4 | 6 | undefined) {
    this.declarations = declarations;
    this.family = family;
  }

  get problems(): readonly DhcpdProblem[] {
    return this.#problems.found;
  }

  refuse(refusal: Refusal, statement: Statement, related: readonly RelatedPlace[] = []): void {
    this.#problems.add(problemOf(refusal, statement.anchor, related));
  }

  /** Tells what a reader found doubtful, and a refusal where `read` meets one. Returns what `read` returns. */
  reading<T>(statement: Statement, reader: Reader, read: (reader: Reader) => T): T | undefined {
    try {
      return read(reader);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      // A lost semicolon lets the statement end too early; one fault is told once.
      if (!this.#toldBy(statement, refusal)) this.refuse(refusal, statement);
      return undefined;
    } finally {
      for (const doubt of reader.doubts) this.#problems.add(problemOfDoubt(doubt, statement.anchor));
    }
  }

  #toldBy(statement: Statement, refusal: Refusal): boolean {
    return statement.faults.some(
      ({ rule, start, end }) => rule === refusal.rule && start <= refusal.end && end >= refusal.start,
    );
  }

  /** A problem that dhcpd refuses the file for. */
  error(rule: DhcpdRule, at: Span, what: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'error', at, what, more.hurts ?? REFUSED, remedy, more);
  }

  warn(rule: DhcpdRule, at: Span, what: string, hurts: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'warning', at, what, hurts, remedy, more);
  }

  inform(rule: DhcpdRule, at: Span, what: string, hurts: string, remedy: string, more: Details = {}): void {
    this.#add(rule, 'information', at, what, hurts, remedy, more);
  }

  #add(
    rule: DhcpdRule,
    severity: 'error' | 'warning' | 'information',
    at: Span,
    what: string,
    hurts: string,
    remedy: string,
    { mends = [], related = [] }: Details,
  ): void {
    this.#problems.add({ rule, severity, at, what, hurts, remedy, mends, related });
  }
}

interface Details {
  readonly hurts?: string;
  readonly mends?: readonly Mend[];
  readonly related?: readonly RelatedPlace[];
}

export const spanIn = (statement: Statement, at: { readonly start: number; readonly end: number }): Span =>
  span(statement.anchor, at.start, at.end);
