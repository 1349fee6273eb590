import type { InScope } from './assembly.ts';

const FOUR: ReadonlySet<string> = new Set(['subnet', 'range', 'fixed-address', 'pool', 'bootp']);
const SIX: ReadonlySet<string> = new Set([
  'subnet6',
  'range6',
  'prefix6',
  'fixed-address6',
  'fixed-prefix6',
  'pool6',
  'server-duid',
]);

/** Which of dhcpd's two servers a file is for, by the first statement that only one of them has; undefined where none stands. */
export function familyOf(statements: readonly InScope[]): 4 | 6 | undefined {
  for (const { statement } of statements) {
    if (FOUR.has(statement.keyword)) return 4;
    if (SIX.has(statement.keyword)) return 6;
  }
  return undefined;
}
