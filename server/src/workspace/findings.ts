import type { Problem } from '../model/problem.ts';
import { endOf, startOf } from '../model/span.ts';
import type { Finding, Fix, Severity } from '../rules/finding.ts';
import { RULES } from '../rules/registry.ts';
import type { Suppressions } from './suppressions.ts';
import type { OpenUnit } from './unit.ts';

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** The findings of a file as far as a list may be long. */
export interface FileFindings {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many more there are, all of them no graver than those in the list. */
  readonly more: number;
}

/** All that is found in the files of a unit, by file, each list in the order of the text. */
export function findingsOf<F>(
  unit: OpenUnit<F>,
  suppressions: Suppressions,
  settings: RuleSettings,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new UnitFindings(unit, suppressions, settings);
  return new Map(unit.documents.map(({ file }) => [file, found.of(file).findings]));
}

/** A problem of the file that is asked about, with the severity that it is told with. */
interface Told {
  readonly problem: Problem;
  readonly severity: Severity;
}

/** What is found in a unit while it is edited. What the rules say is kept as long as nothing changes that they look at. */
export class UnitFindings<F> {
  readonly #unit: OpenUnit<F>;
  readonly #suppressions: Suppressions;
  readonly #settings: RuleSettings;
  #ofRules: readonly Problem[] = [];
  #revision: number | undefined;

  constructor(unit: OpenUnit<F>, suppressions: Suppressions, settings: RuleSettings) {
    this.#unit = unit;
    this.#suppressions = suppressions;
    this.#settings = settings;
  }

  /** What is found in one file. Until the unit has been read as a whole, that is what no later line can refute. */
  of(file: string, limit = Number.POSITIVE_INFINITY): FileFindings {
    const told = this.#told(file);
    const listed = told.length <= limit ? told : gravest(told, limit);
    const findings = listed.map(({ problem, severity }) => findingOf(problem, severity)).sort(byPlace);
    return { findings: withoutTwins(findings), more: told.length - listed.length };
  }

  #told(file: string): Told[] {
    const document = this.#unit.document(file);
    if (!document) return [];
    const silenced = this.#suppressions.of(document.pieces);
    const told: Told[] = [];
    for (const problem of this.#problems()) {
      if (problem.at.anchor.file !== file) continue;
      const severity = this.#settings[problem.rule] ?? problem.severity;
      if (severity === 'off') continue;
      if (silenced?.(problem.rule, () => document.positionAt(startOf(problem.at)).line)) continue;
      told.push({ problem, severity });
    }
    return told;
  }

  *#problems(): Generator<Problem> {
    const { language, documents, analysis, whole } = this.#unit;
    for (const document of documents) {
      for (const fault of document.faults) {
        const problem = language.bracketProblem(fault);
        if (problem) yield problem;
      }
    }
    if (whole) {
      yield* analysis.model.problems();
      yield* this.#problemsOfRules();
      return;
    }
    for (const problem of analysis.model.problems()) if (EARLY.has(problem.rule)) yield problem;
  }

  #problemsOfRules(): readonly Problem[] {
    const { language, analysis } = this.#unit;
    const { model, revision } = analysis;
    if (revision !== this.#revision) {
      const context = { model, serverName: language.serverName, write: language.write };
      this.#ofRules = RULES.flatMap((rule) => [...rule.check(context)]);
      this.#revision = revision;
    }
    return this.#ofRules;
  }
}

/** Rules that judge a statement by what stands before it: what they say of the beginning of a file holds for all of it. */
const EARLY: ReadonlySet<string> = new Set(['syntax', 'unknown-statement', 'parameter-value', 'option-value-type']);

const GRAVITY: readonly Severity[] = ['error', 'warning', 'information'];

/** The first ones of the gravest severities. */
function gravest(told: readonly Told[], limit: number): readonly Told[] {
  const taken: Told[] = [];
  for (const severity of GRAVITY) {
    const left = limit - taken.length;
    const alike = told.filter((one) => one.severity === severity);
    if (alike.length <= left) {
      for (const one of alike) taken.push(one);
      continue;
    }
    const last = Float64Array.from(alike, ({ problem }) => startOf(problem.at)).sort()[left - 1] ?? 0;
    const before = alike.filter(({ problem }) => startOf(problem.at) < last);
    const there = alike.filter(({ problem }) => startOf(problem.at) === last);
    return [...taken, ...before, ...there.slice(0, left - before.length)];
  }
  return taken;
}

function findingOf({ rule, at, what, hurts, remedy, mends, related }: Problem, severity: Severity): Finding {
  const { file } = at.anchor;
  return {
    file,
    rule,
    severity,
    start: startOf(at),
    end: endOf(at),
    what,
    hurts,
    remedy,
    // A fix changes the file that the finding is in; one that would change another file too is left to a person.
    fixes: mends
      .filter(({ edits }) => edits.every((edit) => edit.at.anchor.file === file))
      .map(
        ({ title, safe, preferred, edits }): Fix => ({
          title,
          safe,
          preferred,
          edits: edits.map((edit) => ({ start: startOf(edit.at), end: endOf(edit.at), newText: edit.newText })),
        }),
      ),
    related: related.map((place) => ({
      file: place.at.anchor.file,
      start: startOf(place.at),
      end: endOf(place.at),
      message: place.message,
    })),
  };
}

const byPlace = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** A file that is included twice is judged twice; what is found both times is told once. */
const withoutTwins = (sorted: readonly Finding[]): Finding[] =>
  sorted.filter((finding, i) => {
    const before = sorted[i - 1];
    return !before || byPlace(before, finding) !== 0 || before.what !== finding.what;
  });
