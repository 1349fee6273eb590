import type { FileReport } from '../workspace/analysis.ts';
import type { Command } from './arguments.ts';
import { checkConfigs, readConfigs } from './configs.ts';
import { Files } from './files.ts';
import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatSarif } from './format-sarif.ts';
import { formatFindings, summarize } from './format-text.ts';
import { complain, type ExitStatus, type Host } from './host.ts';

type Check = Extract<Command, { name: 'check' }>;

/** `igel-rollout check`: prints what is found. */
export async function check(command: Check, host: Host): Promise<ExitStatus> {
  const files = new Files(host.cwd);
  const { configs, troubles } = readConfigs(command, files, host);
  const analysis = await host.startAnalysis(files);
  const reports = checkConfigs(analysis, configs, command.settings, files);
  host.out(format(command, reports, troubles, files, host));
  complain(host, troubles);
  return exitStatus(reports, troubles);
}

/** What the findings and the troubles of a run amount to. */
export function exitStatus(reports: readonly FileReport[], troubles: readonly string[]): ExitStatus {
  if (troubles.length > 0) return 2;
  return reports.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function format(
  command: Check,
  reports: readonly FileReport[],
  troubles: readonly string[],
  files: Files,
  host: Host,
): string {
  switch (command.format) {
    case 'json':
      return formatJson(reports);
    case 'sarif':
      return formatSarif(reports, troubles);
    case 'github':
      return formatGithub(reports);
    case 'text': {
      if (reports.length === 0) return '';
      return formatFindings(reports, (path) => files.read(path) ?? '', host) + summarize(reports, command.paths);
    }
  }
}
