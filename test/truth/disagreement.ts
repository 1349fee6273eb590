import type { Expectation } from './cases.ts';

/** A finding as far as it can agree or disagree with a server. Lines count from 1. */
export interface Found {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information';
  readonly line: number;
}

/** Rules that speak of the fleet; a file without a fault may have findings of them. */
const OF_THE_FLEET: readonly string[] = ['legacy-devices-uncovered', 'servers-differ'];

/** How the findings of a case contradict what the server did with it; `null` where they do not. */
export function disagreement(expected: Expectation, found: readonly Found[]): string | null {
  const errors = found.filter(({ severity }) => severity === 'error');
  if (expected.check === 'reject') {
    if (errors.length === 0) return `no error, but the server refuses it: ${expected.message}`;
    const line = lineNamedIn(expected.message);
    if (line === null || errors.some((error) => Math.abs(error.line - line) <= 1)) return null;
    if (ofWhole(expected.message) && errors.some((error) => error.line > line)) return null;
    return `errors at line ${errors.map((error) => error.line).join(', ')}, but the server says: ${expected.message}`;
  }
  if (expected.problem === null) {
    return errors.length === 0 ? null : `${list(errors)}, but the server takes it, and what it sends is right`;
  }
  if (found.some(({ rule, severity }) => severity !== 'information' && !OF_THE_FLEET.includes(rule))) return null;
  return `nothing found, although ${expected.problem}`;
}

/** Kea names the line where a subnet begins, for whatever is wrong with its pools. */
const ofWhole = (message: string): boolean => message.startsWith('subnet configuration failed:');

/** The first line that a message names. dhcpd says 0 where it has lost count, which names none. */
function lineNamedIn(message: string): number | null {
  const [, line] = /(?:\bline |\.conf:)(\d+)/.exec(message) ?? [];
  return line === undefined || line === '0' ? null : Number(line);
}

function list(found: readonly Found[]): string {
  return found.map(({ rule, severity, line }) => `${severity} ${rule} at line ${line}`).join(', ');
}
