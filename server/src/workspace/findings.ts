import { DEFAULT_FLEET } from '../igel/devices.ts';
import { Rollout } from '../igel/rollout.ts';
import type { Model } from '../model/model.ts';
import { MOST_PROBLEMS, type Problem } from '../model/problem.ts';
import { type Anchor, endOf, startOf } from '../model/span.ts';
import { byPlace, type Finding, type Fix, type Severity } from '../rules/finding.ts';
import { RULES } from '../rules/registry.ts';
import type { RuleContext } from '../rules/rule.ts';
import { withoutTwins } from '../rules/twins.ts';
import { Server } from '../wire/reply.ts';
import { proveFixes } from './proven-fixes.ts';
import type { Suppressions } from './suppressions.ts';
import type { OpenUnit } from './unit.ts';

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** What the person who asks has said about findings. */
export interface FindingSettings {
  /** Severities that differ from the usual ones. */
  readonly rules: RuleSettings;
  /** The IGEL OS versions that the files are meant to serve; every age that behaves differently where none is named. */
  readonly fleet: readonly string[];
}

/** The findings of a file as far as a list may be long. */
export interface FileFindings {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** How many more there are, all of them no graver than those in the list. */
  readonly more: number;
}

/** What is found in the files of a unit, by file, each list in the order of the text and with the gravest `MOST_PROBLEMS` of its file. */
export function findingsOf<F>(
  unit: OpenUnit<F>,
  suppressions: Suppressions,
  settings: FindingSettings,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new UnitFindings(unit, suppressions, settings);
  found.simulate();
  return new Map(unit.documents.map(({ file }) => [file, proveFixes(unit, found.of(file, MOST_PROBLEMS).findings)]));
}

/** A problem of the file that is asked about, with the severity that it is told with. */
interface Told {
  readonly problem: Problem;
  readonly severity: Severity;
}

/** What rules look at. */
interface Basis {
  readonly revision: number;
  /** The revision of the hosts, if any rule has looked at them. */
  readonly seen: { hosts: number | undefined };
  readonly context: RuleContext;
}

interface Judged {
  readonly basis: Basis;
  readonly problems: readonly Problem[];
}

/** What is found in a unit while it is edited. What the rules say is kept as long as nothing changes that they look at. */
export class UnitFindings<F> {
  readonly #unit: OpenUnit<F>;
  readonly #suppressions: Suppressions;
  readonly #settings: FindingSettings;
  #basis: Basis | undefined;
  #ofRules: Judged | undefined;
  #ofSimulation: Judged | undefined;

  constructor(unit: OpenUnit<F>, suppressions: Suppressions, settings: FindingSettings) {
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

  /**
   * Asks the simulator, until everything is known or the time is over, and tells whether it is. Until then the answers of the last time
   * count, as far as they are about texts that are still there.
   * @param until a time of `now`, in milliseconds
   */
  simulate(until = Number.POSITIVE_INFINITY, now: () => number = () => 0): boolean {
    if (!this.#unit.language.simulated) return true;
    if (this.#isHopeless) {
      this.#ofSimulation = undefined;
      return true;
    }
    const basis = this.#currentBasis();
    if (this.#ofSimulation?.basis === basis) return true;
    const { rollout } = basis.context;
    if (!rollout.prepare(until, now)) return false;
    const problems = RULES.filter(({ simulates }) => simulates).flatMap((rule) => [...rule.check(basis.context)]);
    this.#ofSimulation = { basis, problems };
    return true;
  }

  /** Whether the server refuses so much that nobody asks what it would send, if it were to start. */
  get #isHopeless(): boolean {
    let errors = 0;
    for (const { severity } of this.#unit.analysis.model.problems())
      if (severity === 'error' && ++errors >= HOPELESS) return true;
    return false;
  }

  /** What devices come to by the files as they are; undefined until the simulator has been asked about all of it. */
  get rollout(): Rollout | undefined {
    const basis = this.#currentBasis();
    return this.#ofSimulation?.basis === basis ? basis.context.rollout : undefined;
  }

  /** What rules look at, the same as before as long as nothing of it changes. */
  #currentBasis(): Basis {
    const { language, analysis } = this.#unit;
    const { revision, hostsRevision } = analysis;
    const known = this.#basis;
    if (known?.revision === revision && (known.seen.hosts ?? hostsRevision) === hostsRevision) return known;
    const seen: Basis['seen'] = { hosts: undefined };
    const model = noting(analysis.model, () => {
      seen.hosts ??= analysis.hostsRevision;
    });
    const { fleet } = this.#settings;
    const rollout = new Rollout(new Server(model, language.policy), fleet.length > 0 ? fleet : DEFAULT_FLEET);
    const context = { model, serverName: language.serverName, write: language.write, rollout };
    this.#basis = { revision, seen, context };
    return this.#basis;
  }

  #told(file: string): Told[] {
    const document = this.#unit.document(file);
    if (!document) return [];
    const silenced = this.#suppressions.of(document.pieces);
    const told: Told[] = [];
    for (const problem of this.#problems()) {
      if (problem.at.anchor.file !== file) continue;
      const severity = this.#settings.rules[problem.rule] ?? problem.severity;
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
      yield* this.#problemsOfSimulation();
      return;
    }
    for (const problem of analysis.model.problems()) if (EARLY.has(problem.rule)) yield problem;
  }

  *#problemsOfSimulation(): Generator<Problem> {
    const { basis, problems } = this.#ofSimulation ?? { basis: undefined, problems: [] };
    if (basis === this.#currentBasis()) {
      yield* problems;
      return;
    }
    const { documents } = this.#unit;
    const pieces = new Set<unknown>(problems.length === 0 ? [] : documents.flatMap((document) => document.pieces));
    for (const problem of problems) if (anchorsOf(problem).every((anchor) => pieces.has(anchor))) yield problem;
  }

  #problemsOfRules(): readonly Problem[] {
    const basis = this.#currentBasis();
    if (this.#ofRules?.basis !== basis) {
      const problems = RULES.filter(({ simulates }) => !simulates).flatMap((rule) => [...rule.check(basis.context)]);
      this.#ofRules = { basis, problems };
    }
    return this.#ofRules.problems;
  }
}

/** A model that tells when somebody looks at its hosts: those who do not need not hear of each of them. */
function noting(model: Model, lookedAtHosts: () => void): Model {
  return Object.create(model, {
    hosts: {
      value: () => {
        lookedAtHosts();
        return model.hosts();
      },
    },
  }) as Model;
}

/** All the texts that a problem is about. */
const anchorsOf = ({ at, mends, related }: Problem): readonly Anchor[] =>
  [{ at }, ...mends.flatMap(({ edits }) => edits), ...related].map((place) => place.at.anchor);

/** Rules that judge a statement by what stands before it: what they say of the beginning of a file holds for all of it. */
const EARLY: ReadonlySet<string> = new Set(['syntax', 'unknown-statement', 'parameter-value', 'option-value-type']);

/** So many errors of the server are no slips of a person who writes for it. */
const HOPELESS = 10_000;

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
    what: shortened(what),
    hurts,
    remedy: shortened(remedy),
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

/** No message of honest words is as long; one may repeat a word of a million characters. */
const LONGEST_MESSAGE = 2000;

const shortened = (message: string): string =>
  message.length <= LONGEST_MESSAGE
    ? message
    : `${message.slice(0, LONGEST_MESSAGE / 2)}…${message.slice(-LONGEST_MESSAGE / 2)}`;
