import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, Region, Result, Fix as SarifFix } from 'sarif';
import { version } from '../../../package.json';
import type { Finding, Fix, Severity } from '../rules/finding.ts';
import type { FileReport } from '../workspace/analysis.ts';
import { messageOf, placeOf } from './places.ts';

const LEVELS = { error: 'error', warning: 'warning', information: 'note' } as const satisfies Record<Severity, string>;

/** The findings as a SARIF 2.1.0 log of one run. `troubles` are what could not be read, one sentence each. */
export function formatSarif(reports: readonly FileReport[], troubles: readonly string[]): string {
  const rules = [...new Set(reports.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const byPath = new Map(reports.map((report) => [report.path, report]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'igel-rollout', version, rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: troubles.length === 0,
            toolExecutionNotifications: troubles.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: reports.flatMap((report) =>
          report.findings.map((finding) => result(report, finding, rules.indexOf(finding.rule), byPath)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(
  report: FileReport,
  finding: Finding,
  ruleIndex: number,
  byPath: ReadonlyMap<string, FileReport>,
): Result {
  const related = finding.related.flatMap(({ file, start, end, message }) => {
    const there = byPath.get(file);
    return there ? [{ ...location(there, start, end), message: { text: message } }] : [];
  });
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    locations: [location(report, finding.start, finding.end)],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(finding.fixes.length > 0 && { fixes: finding.fixes.map((fix) => sarifFix(report, fix)) }),
  };
}

const location = (report: FileReport, start: number, end: number) => ({
  physicalLocation: { artifactLocation: artifact(report.path), region: region(report, start, end) },
});

const sarifFix = (report: FileReport, { title, edits }: Fix): SarifFix => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(report.path),
      replacements: edits.map(({ start, end, newText }) => ({
        deletedRegion: region(report, start, end),
        insertedContent: { text: newText },
      })),
    },
  ],
});

function region(report: FileReport, start: number, end: number): Region {
  const first = placeOf(report, start);
  const last = placeOf(report, end);
  return { startLine: first.line, startColumn: first.column, endLine: last.line, endColumn: last.column };
}

/** A relative path stays relative, as GitHub's code scanning wants it. */
const artifact = (path: string): ArtifactLocation => ({
  uri: isAbsolute(path)
    ? pathToFileURL(path).href
    : path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/'),
});
