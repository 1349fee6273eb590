import type { Problem } from '../model/problem.ts';
import { endOf, startOf } from '../model/span.ts';
import type { Finding, Fix, Severity } from '../rules/finding.ts';
import { RULES } from '../rules/registry.ts';
import type { RuleContext } from '../rules/rule.ts';
import type { Suppressions } from './suppressions.ts';
import type { OpenUnit } from './unit.ts';

export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** All that is found in the files of a unit, by file, each list in the order of the text. */
export function findingsOf<F>(
  unit: OpenUnit<F>,
  suppressions: Suppressions,
  settings: RuleSettings,
): ReadonlyMap<string, readonly Finding[]> {
  const byFile = new Map<string, Finding[]>(unit.documents.map(({ file }) => [file, []]));
  const silenced = new Map(unit.documents.map((document) => [document.file, suppressions.of(document.pieces)]));
  const lineOf = new Map(
    unit.documents.map((document) => [document.file, (offset: number) => document.positionAt(offset).line]),
  );
  for (const problem of problemsOf(unit)) {
    const severity = settings[problem.rule] ?? problem.severity;
    const { file } = problem.at.anchor;
    const list = byFile.get(file);
    if (severity === 'off' || !list) continue;
    const finding = findingOf(problem, severity);
    if (silenced.get(file)?.(problem.rule, lineOf.get(file)?.(finding.start) ?? 0)) continue;
    list.push(finding);
  }
  for (const [file, list] of byFile) byFile.set(file, withoutTwins(list.sort(byPlace)));
  return byFile;
}

function* problemsOf<F>({ language, analysis, documents }: OpenUnit<F>): Generator<Problem> {
  const { model } = analysis;
  const reported = new Map<string, Problem[]>();
  const report = (problem: Problem) => {
    const list = reported.get(problem.rule);
    if (list) list.push(problem);
    else reported.set(problem.rule, [problem]);
  };
  for (const document of documents) {
    for (const fault of document.faults) {
      const problem = language.bracketProblem(fault);
      if (problem) report(problem);
    }
  }
  for (const problem of model.problems()) report(problem);
  const context: RuleContext = {
    model,
    serverName: language.serverName,
    write: language.write,
    reported: (rule) => reported.get(rule) ?? [],
  };
  for (const rule of RULES) yield* rule.check(context);
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
