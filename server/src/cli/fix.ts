import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { applyFixes } from '../rules/apply-fixes.ts';
import type { Fix } from '../rules/finding.ts';
import type { FileReport } from '../workspace/analysis.ts';
import type { Command } from './arguments.ts';
import { exitStatus } from './check.ts';
import { type Configs, checkConfigs, readConfigs } from './configs.ts';
import { Files } from './files.ts';
import { formatFindings, summarizeFixes } from './format-text.ts';
import { type Checker, complain, type ExitStatus, type Host } from './host.ts';
import { ruleNamed } from './rule-named.ts';

type FixCommand = Extract<Command, { name: 'fix' }>;

/** Every round mends something, so a run that takes more than this goes in a circle. */
const MOST_ROUNDS = 100;

interface Mended {
  /** What is left. */
  readonly reports: readonly FileReport[];
  /** The fixes that were applied, under the path of their file. */
  readonly applied: ReadonlyMap<string, readonly Fix[]>;
}

/**
 * `igel-rollout fix`: mends files and what they include in place, or shows with `--diff` what would change. Standard input is
 * mended onto standard output, and then no file that was not named is touched. Where the files' text takes standard output, the
 * report goes to standard error.
 */
export async function fix(command: FixCommand, host: Host): Promise<ExitStatus> {
  if (command.rule !== undefined) ruleNamed(command.rule);
  const files = new Files(host.cwd);
  const read = readConfigs(command, files, host);
  const { reports, applied } = mend(await host.startAnalysis(files), read, command, files);
  const troubles = [...read.troubles];
  if (command.diff) {
    for (const path of applied.keys()) host.out(patch(path, files));
  } else {
    for (const path of applied.keys()) {
      const trouble = path === read.stdin ? undefined : files.save(path);
      if (trouble) troubles.push(`${path}: ${trouble}`);
    }
    if (read.stdin !== undefined) host.out(files.bytes(read.stdin));
  }
  const say = command.diff || read.stdin !== undefined ? host.err : host.out;
  if (reports.length > 0) {
    say(formatFindings(reports, (path) => files.read(path) ?? '', host));
    say(summarizeFixes(reports, applied, command));
  }
  complain(host, troubles);
  return exitStatus(reports, troubles);
}

/** Applies fixes in memory, in rounds, until nothing changes: one fix may make room for the next. */
function mend(analysis: Checker, { configs, stdin }: Configs, command: FixCommand, files: Files): Mended {
  const named = new Set(configs.map(({ path }) => files.key(path)));
  const applied = new Map<string, readonly Fix[]>();
  let reports = checkConfigs(analysis, configs, command.settings, files);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let changed = false;
    for (const { path, findings } of reports) {
      const before = files.read(path);
      if (before === undefined || (stdin !== undefined && !named.has(files.key(path)))) continue;
      const after = applyFixes(before, findings, command);
      if (after.text === before) continue;
      files.change(path, after.text);
      applied.set(path, [...(applied.get(path) ?? []), ...after.applied]);
      changed = true;
    }
    if (!changed) break;
    reports = checkConfigs(analysis, configs, command.settings, files);
  }
  return { reports, applied };
}

const patch = (path: string, files: Files): string =>
  createTwoFilesPatch(path, path, files.original(path) ?? '', files.read(path) ?? '', undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
