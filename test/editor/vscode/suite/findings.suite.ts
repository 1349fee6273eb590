import { type Diagnostic, DiagnosticSeverity } from 'vscode';
import TRUTH_CASES from '../truth-cases.json';
import { closeAll, diagnostics, equal, open, textOf } from './editor.ts';

/** A part of what `check --format json` prints; lines and columns from 1. */
interface Printed {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'information',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

suite('the same is found here as by the command line', () => {
  teardown(closeAll);

  for (const name of TRUTH_CASES) {
    test(name, async () => {
      const file = `truth/${name}.dhcpd.conf`;
      const printed = JSON.parse(await textOf('truth/findings.json')) as readonly Printed[];
      const expected = printed
        .filter((one) => one.file === file)
        .map(fromCommandLine)
        .sort();
      equal(expected.length > 0, true);
      const document = await open(file);
      const found = await diagnostics(document, ({ length }) => length === expected.length);
      equal(found.map(fromEditor).sort(), expected);
    });
  }
});

const fromCommandLine = ({ rule, severity, message, start, end }: Printed): string =>
  [start.line, start.column, end.line, end.column, severity, rule, message].join(' ');

const fromEditor = ({ code, severity, message, range: { start, end } }: Diagnostic): string =>
  [start.line + 1, start.character + 1, end.line + 1, end.character + 1, SEVERITIES[severity], code, message].join(' ');
