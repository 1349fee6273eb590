import type { BuiltScope } from '../built-scope.ts';
import { headSpan, keywordSpan, type Statement } from '../statement.ts';
import type { Place } from '../vocabulary/place.ts';
import { statementsBeginningWith } from '../vocabulary/vocabulary.ts';
import type { Judgement } from './judgement.ts';

/** Blocks whose statements are judged by themselves. */
const CLOSED: ReadonlySet<BuiltScope['place']> = new Set(['failover', 'failover-state', 'key', 'zone', 'unknown']);

const NAMES: Readonly<Record<Place, string>> = {
  global: 'directly in the file',
  'shared-network': 'in a shared network',
  subnet: 'in a subnet',
  pool: 'in a pool',
  group: 'in a group',
  host: 'in a host',
  class: 'in a class',
  subclass: 'in a subclass',
  if: 'under a condition',
  on: 'in an event',
  switch: 'in a switch',
  failover: 'in a failover peer',
  'failover-state': 'in a failover state',
  key: 'in a key',
  zone: 'in a DNS zone',
};

/** Tells a known statement that stands where dhcpd does not accept it; whether it did. */
export function refuseMisplaced(judgement: Judgement, statement: Statement, scope: BuiltScope): boolean {
  const { place } = scope;
  if (CLOSED.has(place) || place === 'unknown') return false;
  const known = statementsBeginningWith(statement.keyword);
  if (known.length === 0) return false;
  const places = (family: 4 | 6): ReadonlySet<Place> =>
    new Set(known.flatMap(({ places4, places6 }) => (family === 4 ? places4 : places6)));
  const four = places(4);
  const six = places(6);
  const { family } = judgement;
  const allowed = family === undefined ? new Set([...four, ...six]) : family === 4 ? four : six;
  if (allowed.has(place)) return false;
  const otherFamily = family !== undefined && (family === 4 ? six : four).has(place) && allowed.size === 0;
  if (otherFamily) {
    judgement.error(
      'unknown-statement',
      keywordSpan(statement),
      `"${statement.keyword}" belongs to DHCPv${family === 4 ? 6 : 4}, and this file is for DHCPv${family}.`,
      'Put the two kinds into files of their own: dhcpd serves one of them at a time.',
    );
    return true;
  }
  const where = [...allowed].filter((name) => !['if', 'on', 'switch'].includes(name)).map((name) => NAMES[name]);
  judgement.error(
    'unknown-statement',
    keywordSpan(statement),
    `"${statement.keyword}" does not belong ${NAMES[place]}.`,
    where.length > 0 ? `It may stand ${joined(where)}.` : 'Take it away.',
    scope.statement ? { related: [{ at: headSpan(scope.statement), message: 'what it stands in' }] } : {},
  );
  return true;
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
