import { nearestNames } from '../../nearest-names.ts';
import { readHostName, readIp4OrHostName, readIp6 } from '../address.ts';
import type { BuiltScope } from '../built-scope.ts';
import { decodeString } from '../lexer.ts';
import { Reader, Refusal, show } from '../reader.ts';
import { readSecret } from '../secret.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import type { Judgement } from './judgement.ts';

/** One statement inside `key NAME { … }`. */
export function judgeKeyStatement(judgement: Judgement, statement: Statement): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    switch (statement.keyword) {
      case 'algorithm':
        if (!readHostName(reader)) {
          throw new Refusal(
            'syntax',
            reader.atEnd ? headSpan(statement) : reader.peek(),
            'The name of the algorithm belongs here, without quotes.',
            'Write algorithm hmac-sha256.',
          );
        }
        expectEnd(reader);
        return;
      case 'secret':
        refuseBadBase64(reader, statement);
        return;
    }
    throw unknownInside(statement, 'key', ['algorithm', 'secret']);
  });
}

function refuseBadBase64(reader: Reader, statement: Statement): void {
  const first = reader.peek();
  const text = readSecret(reader);
  const at = first.kind === 'end' ? headSpan(statement) : { start: first.start, end: reader.last?.end ?? first.end };
  const refuse = (what: string) =>
    new Refusal(
      'parameter-value',
      at,
      what,
      'Copy the secret once more: letters, digits, "+", "/" and "=" at the end.',
    );
  if (first.kind === 'end') throw refuse('The secret is missing.');
  const odd = /[^A-Za-z0-9+/=]/.exec(text)?.[0];
  if (odd !== undefined) throw refuse(`"${odd}" does not occur in a secret, which is written in base64.`);
  const digits = text.replace(/=+$/, '');
  if (digits.includes('=')) throw refuse('Something follows the "=" that ends a secret.');
  if (digits.length === 0) {
    reader.doubt({
      rule: 'parameter-value',
      severity: 'warning',
      start: at.start,
      end: at.end,
      what: 'The secret is empty, and dhcpd leaves out a key without one.',
      hurts: 'A zone or an omapi-key that names it is refused, as if it were not declared.',
      remedy: 'Copy the secret once more, or take the key away.',
      mends: [],
    });
    return;
  }
  const rest = digits.length % 4;
  const last = BASE64.indexOf(digits.at(-1) ?? 'A');
  const left = rest === 1 ? last : rest === 2 ? last & 15 : rest === 3 ? last & 3 : 0;
  if (left !== 0) throw refuse('The secret is cut off: its last characters make no whole byte.');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function unknownInside(statement: Statement, block: string, words: readonly string[]): Refusal {
  const meant = nearestNames(statement.keyword, words)[0];
  const at = { start: statement.start, end: statement.keywordEnd };
  return new Refusal(
    'unknown-statement',
    statement.keyword === '' ? headSpan(statement) : at,
    statement.keyword === ''
      ? `This does not belong into a ${block}.`
      : `A ${block} has no statement "${statement.keyword}".`,
    `Only ${words.join(', ')} may stand here.`,
    meant === undefined ? [] : [{ title: `Write ${meant}`, safe: true, edits: [{ ...at, newText: meant }] }],
  );
}

/** What a key must have: without it dhcpd crashes while it reads the file. */
export function judgeKeyBlock(judgement: Judgement, opens: BuiltScope): void {
  for (const word of ['algorithm', 'secret']) {
    const found = opens.all(word);
    const again = found[1];
    if (again) {
      judgement.error('duplicate', headSpan(again), `This key has a second ${word}.`, 'Keep one.', {
        related: found[0] ? [{ at: headSpan(found[0]), message: 'the first' }] : [],
      });
    }
    if (found.length > 0) continue;
    judgement.error(
      'incomplete-declaration',
      opens.at,
      `This key has no ${word}.`,
      `Add it: dhcpd crashes on a key without one.`,
      {
        hurts: 'dhcpd crashes while it reads the file, so no device gets an address or its UMS from it.',
      },
    );
  }
}

const ZONE_WORDS = ['primary', 'secondary', 'primary6', 'secondary6', 'key'];

/** One statement inside `zone NAME { … }`. */
export function judgeZoneStatement(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    if (!ZONE_WORDS.includes(statement.keyword)) throw unknownInside(statement, 'zone', ZONE_WORDS);
    const first = scope.all(statement.keyword)[0];
    if (first && first !== statement) {
      throw new Refusal(
        'duplicate',
        { start: statement.start, end: statement.keywordEnd },
        `This zone has a second ${statement.keyword}.`,
        'Keep one; several addresses are joined by commas.',
      );
    }
    if (statement.keyword === 'key') {
      judgeKeyName(judgement, statement, reader);
      return;
    }
    do {
      if (statement.keyword.endsWith('6')) readIp6(reader, { rule: 'parameter-value', what: 'an IPv6 address' });
      else readIp4OrHostName(reader, { rule: 'parameter-value', what: 'an address' });
    } while (reader.takeSign(','));
    expectEnd(reader);
  });
}

function judgeKeyName(judgement: Judgement, statement: Statement, reader: Reader): void {
  const first = reader.peek();
  const name =
    first.kind === 'string'
      ? new TextDecoder().decode(decodeString(reader.next().text).bytes)
      : readHostName(reader)?.name;
  if (name === undefined) {
    throw new Refusal(
      'syntax',
      reader.atEnd ? headSpan(statement) : first,
      `The name of a key belongs here, not ${show(first)}.`,
      'Name the key.',
    );
  }
  const at = { start: first.start, end: reader.last?.end ?? first.end };
  expectEnd(reader);
  const { keys, incomplete } = judgement.declarations;
  if (incomplete || keys.before(name.toLowerCase(), headSpan(statement))) return;
  const later = keys.anywhere(name.toLowerCase());
  const meant = later ? undefined : nearestNames(name, keys.names())[0];
  throw new Refusal(
    'unknown-reference',
    at,
    later
      ? `The key "${name}" is declared only further down; a zone's key must stand above it.`
      : `There is no key "${name}".`,
    later
      ? 'Move the key above the zone.'
      : meant === undefined
        ? 'Declare the key above the zone.'
        : `Is "${meant}" meant?`,
    meant === undefined ? [] : [{ title: `Write ${meant}`, safe: false, edits: [{ ...at, newText: meant }] }],
  );
}

/** `omapi-key NAME;` may come before its key: it is looked up when the whole file is read. */
export function judgeOmapiKey(judgement: Judgement): void {
  if (judgement.declarations.incomplete) return;
  for (const { name, data, valueAt, nameAt } of judgement.values) {
    if (name !== 'omapi-key' || data.kind !== 'bytes') continue;
    const key = new TextDecoder().decode(data.bytes);
    if (judgement.declarations.keys.anywhere(key.toLowerCase())) continue;
    judgement.error(
      'unknown-reference',
      valueAt ?? nameAt,
      `There is no key "${key}".`,
      'Declare the key, or take omapi-key out.',
    );
  }
}
