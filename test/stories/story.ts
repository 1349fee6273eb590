import { expect } from 'vitest';
import { applyFixes } from '../../server/src/rules/apply-fixes.ts';
import type { Finding, Fix } from '../../server/src/rules/finding.ts';
import type { FileReport, Settings } from '../../server/src/workspace/analysis.ts';
import { startAnalysis } from '../truth/analysis-of-disk.ts';
import { type Mark, readFixture, writeFixture } from './fixture.ts';

export interface Circumstances {
  /** The only files that includes can find, by path; with marks like the config itself. */
  readonly files?: Readonly<Record<string, string>>;
  readonly family?: 4 | 6;
  readonly rules?: Settings['rules'];
}

/** A fix that a story tells of: the title of the code action, and whether `fix` applies it without `--unsafe`. */
export interface ToldFix {
  readonly title: string;
  readonly safe: boolean;
  /** The config afterwards, with what is still found in it. */
  readonly after: string;
}

const PATH = 'dhcpd.conf';

const files = new Map<string, string>();
const analysis = await startAnalysis({ read: (path) => files.get(path) });

/** Tells that in a config exactly that is found which its marks say: `fixture.ts` has their form. */
export function finds(template: string, circumstances: Circumstances = {}): void {
  const config = readFixture(template);
  const included = Object.entries(circumstances.files ?? {}).map(([path, file]) => ({ path, ...readFixture(file) }));
  const reports = check(config.text, circumstances);
  for (const { path, text, marks } of [{ path: PATH, ...config }, ...included]) {
    const report = reports.find((one) => one.path === path);
    const found = (report?.findings ?? []).map((finding) => markOf(finding, text, report));
    expect(writeFixture({ text, marks: agreeing(marks, found) }), path).toBe(writeFixture({ text, marks }));
  }
}

/** Tells that in a config exactly that is found which its marks say, and how one of the offered fixes changes it. */
export function mends(template: string, fix: ToldFix, circumstances: Circumstances = {}): void {
  finds(template, circumstances);
  const { text } = readFixture(template);
  const findings = findingsIn(text, circumstances);
  const offered = findings.flatMap(({ fixes }) => fixes);
  expect(offered.map(({ title }) => title)).toContain(fix.title);
  const finding = findings.find(({ fixes }) => fixes.some(({ title }) => title === fix.title));
  const told = finding?.fixes.find(({ title }) => title === fix.title);
  if (!finding || !told) return;
  expect({ safe: told.safe, preferred: told.preferred }).toEqual({ safe: fix.safe, preferred: true });
  const alone = { ...finding, fixes: [told] };
  expect(applyFixes(text, [alone], { unsafe: true }).text).toBe(readFixture(fix.after).text);
  finds(fix.after, circumstances);
}

/** The fixes that are offered in a config, in the order of their places. */
export const offeredIn = (template: string, circumstances: Circumstances = {}): readonly Fix[] =>
  findingsIn(readFixture(template).text, circumstances).flatMap(({ fixes }) => fixes);

/** What is found in a config without marks. */
export const findingsIn = (text: string, circumstances: Circumstances = {}): readonly Finding[] =>
  check(text, circumstances).find(({ path }) => path === PATH)?.findings ?? [];

function check(text: string, { files: included = {}, family, rules = {} }: Circumstances): readonly FileReport[] {
  files.clear();
  for (const [path, file] of Object.entries(included)) files.set(path, readFixture(file).text);
  return analysis.check({ path: PATH, text, language: 'dhcpd' }, { fleet: [], rules, ...(family && { family }) });
}

/** A finding as a mark under its first line, with its whole message for words. */
function markOf({ start, end, severity, rule, what, hurts, remedy }: Finding, text: string, report?: FileReport): Mark {
  const { line, character } = report?.position(start) ?? { line: 0, character: 0 };
  const lineEnd = text.indexOf('\n', start);
  const length = Math.min(end, lineEnd < 0 ? text.length : lineEnd) - start;
  const words = [[what, hurts, remedy].filter((part) => part !== '').join(' ')];
  return { line, column: character, length: Math.max(1, length), severity, rule, words };
}

/** What was found, in the words of the story wherever both agree. */
const agreeing = (told: readonly Mark[], found: readonly Mark[]): readonly Mark[] => {
  const left = [...told];
  return found
    .map((one) => {
      const index = left.findIndex((mark) => agrees(mark, one));
      return index < 0 ? one : (left.splice(index, 1)[0] ?? one);
    })
    .toSorted((a, b) => a.line - b.line || indexIn(told, a) - indexIn(told, b));
};

const indexIn = (told: readonly Mark[], mark: Mark): number => {
  const index = told.indexOf(mark);
  return index < 0 ? told.length : index;
};

function agrees(told: Mark, { words: [message = ''], ...found }: Mark): boolean {
  const same =
    told.line === found.line &&
    told.column === found.column &&
    told.length === found.length &&
    told.severity === found.severity &&
    told.rule === found.rule;
  let from = 0;
  return (
    same &&
    told.words.every((words) => {
      const at = message.indexOf(words, from);
      from = at + words.length;
      return at >= 0;
    })
  );
}
