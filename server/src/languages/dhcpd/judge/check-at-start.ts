import type { ClientClass } from '../../../model/client-class.ts';
import type { Assembly } from '../assembly.ts';
import { Reader } from '../reader.ts';
import { type Judgement, spanIn } from './judgement.ts';

/**
 * `check "default"` asks the classes about the request of a client. What stands outside of all blocks is run once when dhcpd starts, without
 * a request: then the first class with a test crashes it (server/class.c, check_collection).
 */
export function refuseChecksAtStart(
  judgement: Judgement,
  { statements }: Assembly,
  classes: readonly ClientClass[],
): void {
  if (!classes.some(({ test, key }) => test ?? key)) return;
  for (const { statement, scope } of statements) {
    const { expression } = statement;
    if (scope.place !== 'global' || !expression) continue;
    const reader = new Reader(expression.at.anchor.text, expression.at.start, expression.at.end);
    for (let i = 0; reader.peek(i).kind !== 'end'; i++) {
      if (!reader.isWord('check', i) || reader.peek(i + 1).kind !== 'string') continue;
      judgement.error(
        'parameter-value',
        spanIn(statement, { start: reader.peek(i).start, end: reader.peek(i + 1).end }),
        'dhcpd runs this when it starts, without a client to check, and crashes.',
        'Move it into a subnet or a pool, where it is run for clients alone.',
        { hurts: 'dhcpd crashes before it serves anybody, so no device gets an address or its UMS from it.' },
      );
    }
  }
}
