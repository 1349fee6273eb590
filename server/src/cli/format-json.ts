import type { FileReport } from '../workspace/analysis.ts';
import { messageOf, pageOf, placeOf } from './places.ts';

/** The findings as one JSON array, in the order of the reports. */
export function formatJson(reports: readonly FileReport[]): string {
  const findings = reports.flatMap((report) => {
    const range = ({ start, end }: { start: number; end: number }) => ({
      start: placeOf(report, start),
      end: placeOf(report, end),
    });
    return report.findings.map((finding) => ({
      file: finding.file,
      rule: finding.rule,
      severity: finding.severity,
      message: messageOf(finding),
      docs: pageOf(finding.rule),
      ...range(finding),
      fixes: finding.fixes.map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map((edit) => ({ ...range(edit), newText: edit.newText })),
      })),
    }));
  });
  return `${JSON.stringify(findings, undefined, 2)}\n`;
}
