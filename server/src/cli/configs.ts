import { byPlace } from '../rules/finding.ts';
import { withoutTwins } from '../rules/twins.ts';
import type { FileReport, LanguageId, Settings } from '../workspace/analysis.ts';
import { languageOfName } from '../workspace/language-of-name.ts';
import { likeliestLanguage } from '../workspace/language-of-text.ts';
import type { Reading } from './arguments.ts';
import type { Files } from './files.ts';
import type { Checker, Host } from './host.ts';
import { findConfigs } from './paths.ts';

/** A file that the server would be started with. Its includes are found by the analysis. */
export interface Config {
  readonly path: string;
  readonly language: LanguageId;
}

export interface Configs {
  readonly configs: readonly Config[];
  /** The path among them that stands for standard input. */
  readonly stdin: string | undefined;
  /** What could not be read, one line each. */
  readonly troubles: readonly string[];
}

/** Reads what was typed behind a command. */
export function readConfigs({ paths, settings, stdinFilename }: Reading, files: Files, host: Host): Configs {
  const found = findConfigs(paths, host.cwd);
  const troubles = [...found.troubles];
  const configs: Config[] = [];
  const stdin = found.files.includes('-') ? (stdinFilename ?? '<stdin>') : undefined;
  for (const file of found.files) {
    const path = file === '-' && stdin !== undefined ? stdin : file;
    const loaded = file === '-' ? files.supply(path, host.stdin()) : files.load(path);
    if ('trouble' in loaded) troubles.push(`${path}: ${loaded.trouble}`);
    else {
      const language = settings.language ?? languageOfName(path) ?? likeliestLanguage(loaded.text);
      configs.push({ path, language });
    }
  }
  return { configs, stdin, troubles };
}

/**
 * Checks configs together. A file that another one includes is judged where it is included, for alone it would lack what stands
 * before it there. The reports are sorted by path, their findings by place; each path has one report.
 */
export function checkConfigs(
  analysis: Checker,
  configs: readonly Config[],
  settings: Settings,
  files: Files,
): readonly FileReport[] {
  const checked = configs.map(({ path, language }) => ({
    path,
    reports: analysis.check({ path, language, text: files.read(path) ?? '' }, settings),
  }));
  return merge(
    withoutIncluded(checked, files).flatMap(({ reports }) => reports),
    files,
  );
}

/** A config, and the reports of it and of the files that it includes. */
interface WithIncluded {
  readonly path: string;
  readonly reports: readonly { readonly path: string }[];
}

/** Leaves out what another config includes; of those that include each other the last stays. */
export function withoutIncluded<T extends WithIncluded>(checked: readonly T[], files: Files): readonly T[] {
  const includedBy = new Map<string, T[]>();
  for (const one of checked) {
    for (const key of new Set(one.reports.map(({ path }) => files.key(path)))) {
      if (key !== files.key(one.path)) includedBy.set(key, [...(includedBy.get(key) ?? []), one]);
    }
  }
  const left = new Set(checked);
  for (const one of checked) {
    if (includedBy.get(files.key(one.path))?.some((other) => left.has(other))) left.delete(one);
  }
  return [...left];
}

/** One report for each file: two configs may include the same one, and find the same there or not. */
function merge(reports: readonly FileReport[], files: Files): readonly FileReport[] {
  const merged = new Map<string, FileReport>();
  for (const report of reports) {
    const key = files.key(report.path);
    const twin = merged.get(key);
    merged.set(
      key,
      twin ? { ...twin, findings: withoutTwins([...twin.findings, ...report.findings]).sort(byPlace) } : report,
    );
  }
  return [...merged.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
