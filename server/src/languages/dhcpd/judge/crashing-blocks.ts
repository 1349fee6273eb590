import type { BuiltScope } from '../built-scope.ts';
import { headSpan, type Statement } from '../statement.ts';
import type { Judgement } from './judgement.ts';

/** Blocks of statements that dhcpd keeps in a list, to run them for a client. */
const LISTS: ReadonlySet<BuiltScope['place']> = new Set(['if', 'on', 'switch']);

const LEAVES_NOTHING: ReadonlySet<string> = new Set(['key', 'zone', 'db-time-format']);

/**
 * Keys, zones and the format of times leave no statement to run. dhcpd still hangs the next statement of the block behind the one that is
 * not there, and crashes (common/parse.c, parse_executable_statements). Alone, or as the last of the block, they are taken.
 */
export function refuseCrashingStatement(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  if (!LEAVES_NOTHING.has(statement.keyword) || !LISTS.has(scope.place)) return;
  const next = scope.after(statement);
  if (!next) return;
  judgement.error(
    'misplaced-declaration',
    headSpan(statement),
    `dhcpd crashes while it reads the statement behind this ${statement.keyword}, because both stand in a block of conditions or events.`,
    'Move it out of the block: it holds for the whole server wherever it stands.',
    {
      hurts: 'dhcpd crashes while it reads the file, so no device gets an address or its UMS from it.',
      related: [{ at: headSpan(next), message: 'what dhcpd crashes on' }],
    },
  );
}
