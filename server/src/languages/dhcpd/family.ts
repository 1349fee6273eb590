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
  for (const { statement, scope } of statements) {
    const family = FOUR.has(statement.keyword) ? 4 : SIX.has(statement.keyword) ? 6 : undefined;
    // Of hosts only those are among the statements that are judged with the rest of the file.
    if (family && !scope.nearest('host')) return family;
  }
  return undefined;
}
