import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import { messageOf } from '../cli/places.ts';
import { MOST_PROBLEMS } from '../model/problem.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import type { FileFindings } from '../workspace/findings.ts';
import type { AnyDocument } from '../workspace/workspace.ts';

export const SOURCE = 'igel-rollout';

/** Editors show no more of one file, and none helps anybody who has so many. */
export const MOST_DIAGNOSTICS = 1000;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

export interface Places {
  /** The document of a path, to turn offsets in it into positions; undefined where it is no longer known. */
  document(path: string): AnyDocument | undefined;
  uri(path: string): string;
  /** The editor's version of a file; null for one that is not open. */
  version(path: string): number | null;
  /** Whether the editor shows places that belong to a finding. */
  readonly showsRelated: boolean;
}

export function rangeOf(
  document: AnyDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Findings as an editor shows them, errors first, each severity in the order of the text, and a last one that counts what is left out. */
export function diagnosticsOf(
  document: AnyDocument,
  { findings, more }: FileFindings,
  places: Places,
  typedLine: number | undefined,
): Diagnostic[] {
  const diagnostics = findings
    .map((finding) => diagnosticOf(document, finding, places))
    .filter(({ range }) => typedLine === undefined || range.start.line > typedLine || range.end.line < typedLine)
    .sort((a, b) => (a.severity ?? 0) - (b.severity ?? 0));
  if (more > 0) diagnostics.push(countOf(more));
  return diagnostics;
}

export function diagnosticOf(document: AnyDocument, finding: Finding, places: Places): Diagnostic {
  const related = places.showsRelated ? finding.related : [];
  const relatedInformation = related.flatMap(({ file, start, end, message }) => {
    const there = places.document(file);
    return there ? [{ location: { uri: places.uri(file), range: rangeOf(there, { start, end }) }, message }] : [];
  });
  return {
    range: rangeOf(document, finding),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: messageOf(finding),
    ...(relatedInformation.length > 0 && { relatedInformation }),
  };
}

function countOf(more: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    message: `${more} more ${more === 1 ? 'finding is' : 'findings are'} not shown here, none graver than these. "igel-rollout check" prints up to ${MOST_PROBLEMS} of a file.`,
  };
}

/** Whether two lists say the same, so that an editor need not be told again. */
export function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
