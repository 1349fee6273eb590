import { nearestNames } from '../../nearest-names.ts';
import { readIp4OrHostName } from '../address.ts';
import type { BuiltScope } from '../built-scope.ts';
import { decodeString } from '../lexer.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd, readHexList } from '../value.ts';
import { type Judgement, spanIn } from './judgement.ts';

const NUMBERS = [
  'max-lease-misbalance',
  'max-lease-ownership',
  'max-balance',
  'min-balance',
  'auto-partner-down',
  'max-response-delay',
  'max-unacked-updates',
  'mclt',
  'port',
  'split',
] as const;

const WORDS = [...NUMBERS, 'primary', 'secondary', 'peer', 'address', 'hba', 'load'];

/** One statement inside `failover peer "NAME" { … }`. */
export function judgeFailoverStatement(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.start, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const first = reader.next();
    let word = first.text.toLowerCase();
    if (word === 'peer') word = reader.next().text.toLowerCase();
    const secondary = scope.all('secondary').length > 0;
    if (secondary && (word === 'hba' || word === 'split')) {
      throw new Refusal(
        'parameter-value',
        first,
        'Only the primary server says how the load is shared.',
        `Take ${word} out of the secondary server's file.`,
      );
    }
    if (word === 'primary' || word === 'secondary') {
      // nothing follows
    } else if (word === 'address') {
      readIp4OrHostName(reader, { rule: 'parameter-value', what: 'an address' });
    } else if (word === 'hba') {
      const from = reader.peek();
      const bytes = readHexList(reader, 'parameter-value');
      if (bytes.length !== 32) {
        throw new Refusal(
          'parameter-value',
          reader.restFrom(from),
          `hba has ${bytes.length} bytes; it must have 32.`,
          'Write split instead.',
        );
      }
    } else if (word === 'load') {
      for (const next of ['balance', 'max', 'seconds']) {
        if (reader.takeWord(next)) continue;
        throw new Refusal(
          'syntax',
          reader.atEnd ? first : reader.peek(),
          `"${next}" belongs here.`,
          'Write "load balance max seconds N".',
        );
      }
      readNumber(reader, first);
    } else if ((NUMBERS as readonly string[]).includes(word)) {
      const token = readNumber(reader, first);
      // An integer of 32 bits without sign, so that none below zero passes either (confpars.c, parse_failover_peer).
      if (word === 'split' && BigInt.asUintN(32, BigInt(token.text)) > 256n) {
        throw new Refusal(
          'parameter-value',
          token,
          `split is ${token.text}; dhcpd takes 0 to 256.`,
          'Write 128 to share evenly.',
        );
      }
    } else {
      const meant = nearestNames(first.text, WORDS)[0];
      throw new Refusal(
        'unknown-statement',
        { start: statement.start, end: statement.keywordEnd || first.end },
        `A failover peer has no statement "${first.text}".`,
        meant === undefined ? 'Take it out.' : `Is "${meant}" meant?`,
        meant === undefined
          ? []
          : [{ title: `Write ${meant}`, safe: false, edits: [{ start: first.start, end: first.end, newText: meant }] }],
      );
    }
    expectEnd(reader);
  });
}

function readNumber(reader: Reader, keyword: { readonly start: number; readonly end: number }) {
  const token = reader.next();
  if (token.kind === 'number') return token;
  throw new Refusal(
    'parameter-value',
    token.kind === 'end' ? keyword : token,
    `A whole number belongs here, not ${show(token)}.`,
    'Write a number.',
  );
}

/** `failover peer "NAME";` in a pool or shared network. */
export function judgeFailoverReference(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    if (!reader.takeWord('peer')) {
      throw new Refusal(
        'syntax',
        reader.atEnd ? headSpan(statement) : reader.peek(),
        '"peer" belongs behind "failover".',
        'Write failover peer "NAME".',
      );
    }
    const name = reader.next();
    if (name.kind !== 'string' && (scope.place === 'pool' || !isName(name))) {
      throw new Refusal(
        'syntax',
        name.kind === 'end' ? headSpan(statement) : name,
        'The name of the failover peer belongs here, in quotes.',
        'Write the name in quotes.',
        isName(name)
          ? [
              {
                title: 'Put the name into quotes',
                safe: true,
                edits: [{ start: name.start, end: name.end, newText: `"${name.text}"` }],
              },
            ]
          : [],
      );
    }
    expectEnd(reader);
    const text = name.kind === 'string' ? new TextDecoder().decode(decodeString(name.text).bytes) : name.text;
    const { peers, incomplete } = judgement.declarations;
    if (scope.place !== 'pool' && scope.place !== 'shared-network') {
      throw new Refusal(
        'unknown-statement',
        headSpan(statement),
        'A failover peer is named in a pool or in a shared network.',
        'Move this into the pools that both servers share.',
      );
    }
    if (peers.before(text, headSpan(statement)) || incomplete) {
      judgement.peersUsed.add(text);
      return;
    }
    const meant = nearestNames(text, peers.names())[0];
    throw new Refusal(
      'unknown-reference',
      name,
      peers.anywhere(text)
        ? `The failover peer "${text}" is declared only further down.`
        : `There is no failover peer "${text}".`,
      meant === undefined ? 'Declare it above.' : `Is "${meant}" meant?`,
      meant === undefined || meant === text
        ? []
        : [
            {
              title: `Write "${meant}"`,
              safe: false,
              edits: [{ start: name.start, end: name.end, newText: `"${meant}"` }],
            },
          ],
    );
  });
}

/** `no failover peer` in a pool, which dhcpd reads without a semicolon. */
export function judgeNoFailover(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    if (scope.keyword !== 'pool') {
      throw new Refusal(
        'unknown-statement',
        headSpan(statement),
        '"no failover peer" belongs into a pool of IPv4 addresses.',
        'Take it away: other blocks have no failover peer.',
      );
    }
    for (const word of ['failover', 'peer']) {
      if (reader.takeWord(word)) continue;
      throw new Refusal(
        'syntax',
        reader.atEnd ? headSpan(statement) : reader.peek(),
        `The word "${word}" belongs here.`,
        'Write "no failover peer".',
      );
    }
    expectEnd(reader);
  });
}

/** What a failover peer's whole block must have. */
export function judgeFailoverBlock(judgement: Judgement, opens: BuiltScope): void {
  const { statement } = opens;
  if (!statement?.block || statement.kind !== 'failover_declaration') return;
  const has = (word: string) => opens.all(word).length > 0;
  const hasPartner = opens
    .all('peer')
    .some(({ anchor, keywordEnd, wordsEnd }) => new Reader(anchor.text, keywordEnd, wordsEnd).isWord('address'));
  const missing = (what: string, remedy: string) =>
    judgement.error('incomplete-declaration', opens.ending, what, remedy, {
      related: [{ at: headSpan(statement), message: 'the failover peer' }],
    });
  if (!hasPartner) missing('The address of the partner is missing.', 'Add "peer address" and the address.');
  if (has('primary')) {
    if (!has('hba') && !has('split'))
      missing('The primary server must say how the load is shared.', 'Add "split 128;".');
    else if (!has('mclt'))
      missing('The primary server must say how long a lease may be extended alone.', 'Add "mclt 3600;".');
    else refuseZero(judgement, opens.all('mclt'));
  }
}

/** dhcpd takes an mclt of no seconds for one that was not written. */
function refuseZero(judgement: Judgement, written: readonly Statement[]): void {
  const last = written.at(-1);
  if (!last) return;
  const value = new Reader(last.anchor.text, last.keywordEnd, last.wordsEnd).peek();
  if (value.kind !== 'number' || Number(value.text) !== 0) return;
  judgement.error(
    'incomplete-declaration',
    spanIn(last, value),
    'The primary server must say how long a lease may be extended alone, and 0 counts as nothing said.',
    'Write a number of seconds, such as 3600.',
  );
}

/** A peer that no pool and no shared network names makes dhcpd stop after reading. */
export function judgeUnusedPeers(judgement: Judgement): void {
  if (judgement.declarations.incomplete) return;
  for (const { name, at } of judgement.declarations.peers) {
    if (judgement.peersUsed.has(name)) continue;
    judgement.error(
      'incomplete-declaration',
      at,
      `No pool names the failover peer "${name}".`,
      `Add failover peer "${name}"; to the pools that both servers share.`,
    );
  }
}
