import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import picocolors from 'picocolors';
import { MOST_PROBLEMS } from '../model/problem.ts';
import { waitingForSyntax } from '../rules/apply-fixes.ts';
import type { Finding, Fix, Severity } from '../rules/finding.ts';
import type { FileReport } from '../workspace/analysis.ts';
import { frameOf, printable } from './code-frame.ts';
import { fixability } from './fixability.ts';
import { placeOf } from './places.ts';

export interface TextStyle {
  /** Whether a terminal reads it, which gets colours and links. */
  readonly terminal: boolean;
  readonly cwd: string;
}

/** The findings for a person, under the files they are in, each with its line. Ends without a summary. */
export function formatFindings(
  reports: readonly FileReport[],
  textOf: (path: string) => string,
  style: TextStyle,
): string {
  const colours = picocolors.createColors(style.terminal);
  const paint = { error: colours.red, warning: colours.yellow, information: colours.blue } as const;
  const byPath = new Map(reports.map((report) => [report.path, report]));

  const one = (report: FileReport, finding: Finding, text: string): string => {
    const place = placeOf(report, finding.start);
    const { code, indent, carets } = frameOf(text, finding.start, finding.end, place.column - 1);
    const number = String(place.line);
    const gutter = ' '.repeat(number.length);
    const bar = colours.dim('│');
    const colour = paint[finding.severity];
    const fixable = { safe: '  (fixable)', unsafe: '  (fixable with --unsafe)', none: '' }[fixability(finding)];
    const related = finding.related.flatMap(({ file, start, message }) => {
      const there = byPath.get(file);
      const at = there ? placeOf(there, start) : undefined;
      return at ? [`${file}:${at.line}:${at.column}: ${message}`] : [];
    });
    return [
      `  ${place.line}:${place.column}  ${colour(finding.severity)}  ${colours.bold(finding.rule)}${colours.dim(fixable)}`,
      `    ${colours.dim(number)} ${bar} ${code}`,
      `    ${gutter} ${bar} ${indent}${colour(carets)}`,
      ...[finding.what, finding.hurts, finding.remedy, ...related]
        .filter(Boolean)
        .map((part) => `    ${printable(part)}`),
    ].join('\n');
  };

  return reports
    .filter(({ findings }) => findings.length > 0)
    .map((report) => {
      const text = textOf(report.path);
      const name = style.terminal ? link(report.path, style.cwd) : report.path;
      return [colours.underline(name), ...report.findings.map((finding) => one(report, finding, text))].join('\n\n');
    })
    .map((block) => `${block}\n\n`)
    .join('');
}

/** How many findings of which severity there are, such as `2 errors, 1 warning in 1 file`. */
function countFindings(reports: readonly FileReport[]): string {
  const severities = reports.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const count = (severity: Severity) => severities.filter((one) => one === severity).length;
  const [errors, warnings, informations] = [count('error'), count('warning'), count('information')];
  const parts = [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    informations > 0 && `${informations} for information`,
  ].filter(Boolean);
  return `${parts.join(', ')} in ${plural(reports.filter(({ findings }) => findings.length > 0).length, 'file')}`;
}

/** The last line of a check. `paths` are repeated in the command that mends. */
export function summarize(reports: readonly FileReport[], paths: readonly string[]): string {
  const findings = reports.flatMap((report) => report.findings);
  if (findings.length === 0) return nothingFound(reports);
  const safe = findings.filter((finding) => fixability(finding) === 'safe').length;
  const unsafe = findings.filter((finding) => fixability(finding) === 'unsafe').length;
  const files = paths.map(shellWord).join(' ');
  const parts = [countFindings(reports)];
  if (safe > 0) parts.push(`${safe} fixable (igel-rollout fix ${files})`);
  if (safe > 0 && unsafe > 0) parts.push(`${unsafe} more with --unsafe`);
  if (safe === 0 && unsafe > 0) parts.push(`${unsafe} fixable (igel-rollout fix --unsafe ${files})`);
  if (reports.some((report) => report.findings.length >= MOST_PROBLEMS))
    parts.push(`no more than ${MOST_PROBLEMS} of a file are listed`);
  return `${parts.join('; ')}\n`;
}

/** The lines that close a fix: each fix, and what is left. */
export function summarizeFixes(
  reports: readonly FileReport[],
  applied: ReadonlyMap<string, readonly Fix[]>,
  { diff }: { readonly diff: boolean },
): string {
  const fixes = [...applied].flatMap(([path, list]) => list.map(({ title }) => `${path}: ${title}\n`));
  const left = reports.some(({ findings }) => findings.length > 0) ? countFindings(reports) : 'nothing';
  const done =
    fixes.length === 0 ? 'nothing' : `${plural(fixes.length, 'fix', 'fixes')} in ${plural(applied.size, 'file')}`;
  const waiting = reports.flatMap(({ findings }) => waitingForSyntax(findings)).length;
  const later = waiting > 0 ? `; ${plural(waiting, 'fix', 'fixes')} to come when the syntax is mended` : '';
  return `${fixes.join('')}${diff ? 'would apply' : 'applied'} ${done}; left: ${left}${later}\n`;
}

function nothingFound(reports: readonly FileReport[]): string {
  const languages = [...new Set(reports.map(({ language }) => language))];
  const [only] = reports.length === 1 ? reports : [];
  return `${[plural(reports.length, 'file'), ...languages, only?.summary].filter(Boolean).join(', ')}: nothing found\n`;
}

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

const shellWord = (word: string): string =>
  /^[\w./,:@%+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** A terminal's link to a file (OSC 8). */
const link = (path: string, cwd: string): string =>
  `\u001b]8;;${pathToFileURL(resolve(cwd, path)).href}\u0007${path}\u001b]8;;\u0007`;
