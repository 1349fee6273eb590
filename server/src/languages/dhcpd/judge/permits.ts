import { nearestNames } from '../../nearest-names.ts';
import type { BuiltScope } from '../built-scope.ts';
import { decodeString } from '../lexer.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { SERVER_SPACE, standardByName } from '../standard-definitions.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import { readDate } from './date.ts';
import { type Judgement, spanIn } from './judgement.ts';
import { movedIntoPool } from './permit-outside-pool.ts';

/** Words behind allow, deny and ignore outside of pools, and the parameter that each sets. */
const SWITCHES: Readonly<Record<string, string>> = {
  bootp: 'allow-bootp',
  booting: 'allow-booting',
  'dynamic-bootp': 'dynamic-bootp',
  'unknown-clients': 'boot-unknown-clients',
  duplicates: 'duplicates',
  declines: 'declines',
  'client-updates': 'client-updates',
  leasequery: 'leasequery',
};

/** The parameter that a word sets. dhcpd has one number for `new` and `client-updates`, and takes one for the other (dhctoken.h). */
const switchOf = (word: string): string | undefined => SWITCHES[word === 'new' ? 'client-updates' : word];

/** Words behind allow and deny in pools only. */
const OF_POOLS: ReadonlySet<string> = new Set([
  'members',
  'known-clients',
  'known',
  'unknown',
  'all',
  'dynamic',
  'after',
  'authenticated',
  'unauthenticated',
]);

const VALUE: Readonly<Record<string, number>> = { deny: 0, allow: 1, ignore: 2 };

/** `allow WORD;`, `deny WORD;`, `ignore WORD;` outside of pools: a server parameter that is on, off or ignored. */
export function judgePermission(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const token = reader.next();
    const name = isName(token) ? switchOf(token.text.toLowerCase()) : undefined;
    if (name === undefined) {
      const belongs = OF_POOLS.has(token.text.toLowerCase());
      const meant = belongs ? undefined : nearestNames(token.text, Object.keys(SWITCHES))[0];
      throw new Refusal(
        belongs ? 'unknown-statement' : 'parameter-value',
        token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
        belongs
          ? `"${statement.keyword} ${token.text}" is for pools only.`
          : token.kind === 'end'
            ? `What to ${statement.keyword} is missing.`
            : `dhcpd does not know what ${show(token)} is to ${statement.keyword}.`,
        belongs
          ? 'Put the range and this statement into a pool of the subnet.'
          : `Write one of ${Object.keys(SWITCHES).join(', ')}.`,
        meant === undefined
          ? movedIntoPool(statement, scope, isPermit)
          : [{ title: `Write ${meant}`, safe: true, edits: [{ start: token.start, end: token.end, newText: meant }] }],
      );
    }
    expectEnd(reader);
    const definition = standardByName(SERVER_SPACE, name);
    if (!definition) return;
    const value = {
      space: SERVER_SPACE,
      name,
      definition,
      code: definition.code,
      operator: 'set',
      data: { kind: 'bytes', bytes: Uint8Array.of(VALUE[statement.keyword] ?? 0) },
      scope,
      at: headSpan(statement),
      nameAt: spanIn(statement, token),
      valueAt: undefined,
    } as const;
    judgement.values.push(value);
    scope.addStep({ kind: 'value', value });
  });
}

function isPermit({ keyword, anchor, keywordEnd, wordsEnd }: Statement): boolean {
  const word = new Reader(anchor.text, keywordEnd, wordsEnd).peek().text.toLowerCase();
  return keyword !== 'ignore' && OF_POOLS.has(word);
}

/** `allow` and `deny` directly in a pool: who may have its addresses. */
export function judgePermit(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  const allow = statement.keyword === 'allow';
  const record = (clients: BuiltScope['permits'][number]['clients']) =>
    scope.permits.push({ allow, clients, at: headSpan(statement) });
  judgement.reading(statement, reader, () => {
    const token = reader.next();
    switch (isName(token) ? token.text.toLowerCase() : '') {
      case 'known-clients':
        record('known');
        break;
      case 'unknown-clients':
        record('unknown');
        break;
      case 'known':
      case 'unknown':
      case 'authenticated':
      case 'unauthenticated':
      case 'all':
        expectWord(reader, 'clients');
        record(token.text.toLowerCase() as 'known' | 'unknown' | 'authenticated' | 'unauthenticated' | 'all');
        break;
      case 'dynamic':
        expectWord(reader, 'bootp');
        expectWord(reader, 'clients');
        record('dynamic-bootp');
        break;
      case 'members': {
        expectWord(reader, 'of');
        const name = reader.next();
        if (name.kind !== 'string') {
          throw new Refusal(
            'syntax',
            name.kind === 'end' ? token : name,
            'The name of the class belongs here, in quotes.',
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
        const text = new TextDecoder().decode(decodeString(name.text).bytes);
        record({ memberOf: text });
        refuseUnknownClass(judgement, statement, text, name);
        break;
      }
      case 'after':
        readDate(reader);
        if (scope.permits.some(({ clients }) => typeof clients === 'object' && 'after' in clients)) {
          throw new Refusal('duplicate', token, 'A pool can have one "after" only.', 'Keep one of them.');
        }
        record({ after: spanIn(statement, token) });
        break;
      default:
        throw new Refusal(
          'parameter-value',
          token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
          token.kind === 'end'
            ? `Whom to ${statement.keyword} is missing.`
            : `dhcpd does not know which clients ${show(token)} are.`,
          'Write known-clients, unknown-clients, members of "CLASS", all clients, or dynamic bootp clients.',
        );
    }
    expectEnd(reader);
  });
}

function expectWord(reader: Reader, word: string): void {
  if (reader.takeWord(word)) return;
  const found = reader.peek();
  const behind = reader.last?.end ?? found.start;
  throw new Refusal(
    'syntax',
    found.kind === 'end' ? (reader.last ?? found) : found,
    `"${word}" belongs here.`,
    'Add it.',
    [{ title: `Add "${word}"`, safe: true, edits: [{ start: behind, end: behind, newText: ` ${word}` }] }],
  );
}

/** A class must stand above what refers to it; its name is told apart by capitals. */
export function refuseUnknownClass(
  judgement: Judgement,
  statement: Statement,
  name: string,
  at: { readonly start: number; readonly end: number },
): void {
  const { declarations } = judgement;
  if (declarations.incomplete || declarations.classes.before(name, headSpan(statement))) return;
  const later = declarations.classes.anywhere(name);
  const meant = later ? undefined : nearestNames(name, declarations.classes.names())[0];
  judgement.refuse(
    new Refusal(
      'unknown-reference',
      at,
      later
        ? `The class "${name}" is declared only further down; dhcpd reads from top to bottom.`
        : `There is no class "${name}".`,
      later
        ? 'Move the class above this statement.'
        : meant === undefined
          ? 'Declare the class first.'
          : `Is "${meant}" meant?`,
      meant === undefined
        ? []
        : [
            {
              title: `Write "${meant}"`,
              safe: false,
              edits: [{ start: at.start, end: at.end, newText: `"${meant}"` }],
            },
          ],
    ),
    statement,
    later ? [{ at: later.at, message: 'declared here' }] : [],
  );
}
