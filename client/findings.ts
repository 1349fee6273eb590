import { type Diagnostic, DiagnosticSeverity, languages, type Uri } from 'vscode';

/** How much is found in a file. */
export interface Findings {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
}

/** The name that the server signs its diagnostics with. */
const SOURCE = 'igel-rollout';

export function findingsOf(uri: Uri): Findings {
  const diagnostics = languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
  const count = (matches: (one: Diagnostic) => boolean) => diagnostics.filter(matches).length;
  const errors = count(({ severity }) => severity === DiagnosticSeverity.Error);
  const warnings = count(({ severity }) => severity === DiagnosticSeverity.Warning);
  return { errors, warnings, others: diagnostics.length - errors - warnings };
}

/** `2 errors, 1 warning`, or `nothing`. */
export function inWords({ errors, warnings, others }: Findings): string {
  const counted = [amount(errors, 'error'), amount(warnings, 'warning'), amount(others, 'remark')];
  return counted.filter(Boolean).join(', ') || 'nothing';
}

const amount = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;

export const sumOf = (findings: readonly Findings[]): Findings =>
  findings.reduce(
    (sum, one) => ({
      errors: sum.errors + one.errors,
      warnings: sum.warnings + one.warnings,
      others: sum.others + one.others,
    }),
    { errors: 0, warnings: 0, others: 0 },
  );
