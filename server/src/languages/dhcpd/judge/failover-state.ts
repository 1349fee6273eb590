import { nearestNames } from '../../nearest-names.ts';
import type { BuiltScope } from '../built-scope.ts';
import { Reader, Refusal, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import { readDate } from './date.ts';
import type { Judgement } from './judgement.ts';

/** The states of a failover peer (server/confpars.c, parse_failover_state). */
const STATES: readonly string[] = [
  'unknown-state',
  'partner-down',
  'normal',
  'communications-interrupted',
  'conflict-done',
  'resolution-interrupted',
  'potential-conflict',
  'recover',
  'recover-wait',
  'recover-done',
  'shutdown',
  'paused',
  'startup',
];

const FORM = 'Write "my state", "partner state", each with a state, or "mclt" with seconds.';

/** The head of `failover peer "NAME" state { … }`: dhcpd must have read the peer. */
export function judgeFailoverStateHead(judgement: Judgement, opens: BuiltScope): void {
  const { name, statement } = opens;
  if (statement?.kind !== 'failover_state_declaration' || name === undefined) return;
  const { peers, incomplete } = judgement.declarations;
  if (incomplete || peers.before(name, headSpan(statement))) return;
  judgement.error(
    'unknown-reference',
    opens.at,
    peers.anywhere(name)
      ? `The failover peer "${name}" is declared only further down.`
      : `There is no failover peer "${name}".`,
    'Declare the peer above its state, or take the state out: dhcpd keeps it in its lease file.',
  );
}

/** One statement inside `failover peer "NAME" state { … }`. */
export function judgeFailoverStateStatement(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.start, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const first = reader.next();
    switch (first.text.toLowerCase()) {
      case 'my':
      case 'partner':
        readState(reader);
        break;
      case 'mclt':
        if (isPrimary(judgement, statement, scope)) {
          throw new Refusal(
            'parameter-value',
            first,
            'A primary server takes mclt from its declaration, and none from its state.',
            'Take it out.',
          );
        }
        if (reader.peek().kind !== 'number') {
          throw new Refusal(
            'parameter-value',
            reader.atEnd ? first : reader.peek(),
            'A number of seconds belongs behind mclt.',
            'Write a number.',
          );
        }
        reader.next();
        break;
      default:
        throw new Refusal(
          'unknown-statement',
          { start: statement.start, end: Math.max(first.end, statement.keywordEnd) },
          `The state of a failover peer has no statement ${show(first)}.`,
          FORM,
        );
    }
    expectEnd(reader);
  });
}

/** `state STATE [at DATE]` */
function readState(reader: Reader): void {
  if (!reader.takeWord('state')) {
    throw new Refusal(
      'syntax',
      reader.atEnd ? (reader.last ?? reader.peek()) : reader.peek(),
      `The word "state" belongs here, not ${show(reader.peek())}.`,
      FORM,
    );
  }
  const found = reader.peek();
  if (!STATES.includes(found.text.toLowerCase())) {
    const meant = nearestNames(found.text, STATES)[0];
    throw new Refusal(
      'parameter-value',
      reader.atEnd ? (reader.last ?? found) : found,
      `${show(found)} is no state of a failover peer.`,
      meant === undefined ? `Write one of ${STATES.join(', ')}.` : `Is "${meant}" meant?`,
      meant === undefined
        ? []
        : [{ title: `Write ${meant}`, safe: false, edits: [{ start: found.start, end: found.end, newText: meant }] }],
    );
  }
  reader.next();
  if (reader.takeWord('at')) readDate(reader);
}

/** Whether the peer was declared as the primary one: what its block says last counts. */
function isPrimary(judgement: Judgement, statement: Statement, { name }: BuiltScope): boolean {
  const peer = name === undefined ? undefined : judgement.declarations.peers.before(name, headSpan(statement));
  if (!peer) return false;
  const [primary, secondary] = ['primary', 'secondary'].map((role) => peer.scope.all(role).at(-1)?.start ?? -1);
  return (primary ?? -1) > (secondary ?? -1);
}
