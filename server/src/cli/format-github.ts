import type { Severity } from '../rules/finding.ts';
import type { FileReport } from '../workspace/analysis.ts';
import { messageOf, placeOf } from './places.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** The findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function formatGithub(reports: readonly FileReport[]): string {
  return reports
    .flatMap((report) =>
      report.findings.map((finding) => {
        const start = placeOf(report, finding.start);
        const end = placeOf(report, finding.end);
        const properties = {
          file: finding.file,
          line: start.line,
          endLine: end.line,
          // GitHub takes columns only of a place within one line.
          ...(end.line === start.line && { col: start.column, endColumn: end.column }),
          title: finding.rule,
        };
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${LEVELS[finding.severity]} ${list.join(',')}::${escapeData(messageOf(finding))}\n`;
      }),
    )
    .join('');
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
