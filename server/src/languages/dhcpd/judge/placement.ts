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

interface Places {
  readonly four: ReadonlySet<Place>;
  readonly six: ReadonlySet<Place>;
}

const PLACES = new Map<string, Places | undefined>();

/** Where statements that begin with a word may stand, for each of dhcpd's two servers; undefined for a word that begins none. */
function placesOf(word: string): Places | undefined {
  if (PLACES.has(word)) return PLACES.get(word);
  const known = statementsBeginningWith(word);
  const places: Places | undefined =
    known.length === 0
      ? undefined
      : {
          four: new Set(known.flatMap(({ places4 }) => places4)),
          six: new Set(known.flatMap(({ places6 }) => places6)),
        };
  // Words that people type are without number; those of the vocabulary are not.
  if (places) PLACES.set(word, places);
  return places;
}

/** Tells a known statement that stands where dhcpd does not accept it; whether it did. */
export function refuseMisplaced(judgement: Judgement, statement: Statement, scope: BuiltScope): boolean {
  const { place } = scope;
  if (CLOSED.has(place) || place === 'unknown') return false;
  const known = placesOf(statement.keyword);
  if (!known) return false;
  const { four, six } = known;
  const { family } = judgement;
  // dhcpd -6 reads the statements of DHCPv4 and makes nothing of them; dhcpd -4 refuses those of DHCPv6.
  if (four.has(place) || (family !== 4 && six.has(place))) return false;
  const allowed = family === 4 ? four : new Set([...four, ...six]);
  if (family === 4 && allowed.size === 0) {
    judgement.error(
      'unknown-statement',
      keywordSpan(statement),
      `"${statement.keyword}" belongs to DHCPv6, and this file is for DHCPv4.`,
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

/** Whether a statement that begins with a word may stand in a scope. */
export function mayStandIn(word: string, { place }: BuiltScope, family: 4 | 6 | undefined): boolean {
  if (CLOSED.has(place) || place === 'unknown') return true;
  const known = placesOf(word);
  return known !== undefined && (known.four.has(place) || (family !== 4 && known.six.has(place)));
}

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
