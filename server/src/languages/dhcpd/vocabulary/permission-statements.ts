import { type Effect, type Family, type Place, SCOPES_AND_BLOCKS } from './place.ts';
import { parameter, type Statement, type StatementForm, statementOf } from './statement.ts';

const OUTSIDE_POOLS: readonly Place[] = SCOPES_AND_BLOCKS.filter((place) => place !== 'pool');

/** A word that turns a server parameter on and off outside of pools. */
interface Switch {
  readonly word: string;
  readonly family: Family;
  readonly effect: Effect;
  readonly allow: string;
  readonly deny: string;
}

const SWITCHES: readonly Switch[] = [
  {
    word: 'bootp',
    family: 4,
    effect: 'everywhere',
    allow: 'Answers BOOTP requests; the default',
    deny: 'Does not answer BOOTP requests',
  },
  {
    word: 'booting',
    family: 4,
    effect: 'everywhere',
    allow: 'Serves the clients of this scope; the default',
    deny: 'Serves nobody of this scope; written into the declaration of a host that is to be shut out',
  },
  {
    word: 'dynamic-bootp',
    family: 4,
    effect: 'never',
    allow: 'Accepted without any effect; write range dynamic-bootp',
    deny: 'Accepted without any effect; leave dynamic-bootp out of the range',
  },
  {
    word: 'duplicates',
    family: 4,
    effect: 'everywhere',
    allow: 'Lets a known hardware address hold several leases under different client identifiers; the default',
    deny: 'Frees the other leases of a known hardware address when one-lease-per-client is on',
  },
  {
    word: 'declines',
    family: 4,
    effect: 'everywhere',
    allow: 'Sets an address aside when a client declines it; the default',
    deny: 'Disregards it when a client declines an address',
  },
  {
    word: 'client-updates',
    family: 'both',
    effect: 'everywhere',
    allow: 'Leaves the address record in DNS to clients that want to register it themselves; the default',
    deny: 'Registers the address record in DNS even for clients that want to do it themselves',
  },
  {
    word: 'leasequery',
    family: 'both',
    effect: 'everywhere',
    allow: 'Answers lease queries',
    deny: 'Does not answer lease queries; the default',
  },
];

const UNKNOWN_CLIENTS: Switch = {
  word: 'unknown-clients',
  family: 4,
  effect: 'everywhere',
  allow: 'Serves devices that have no host declaration; the default',
  deny: 'Serves only devices that have a host declaration',
};

/** Whom a pool admits: the words after `allow` and `deny` inside a pool, and how the help lines call these clients. */
const ADMITTED: readonly (readonly [words: string, shape: string, clients: string])[] = [
  ['known-clients', '', 'devices that a host declaration knows'],
  ['known clients', '', 'known clients, written in two words'],
  ['unknown clients', '', 'unknown clients, written in two words'],
  ['members of', '"CLASS"', 'the members of a class declared before'],
  ['dynamic bootp clients', '', 'BOOTP clients'],
  ['authenticated clients', '', 'authenticated clients, though dhcpd finds nobody to be one'],
  ['unauthenticated clients', '', 'clients without authentication, which dhcpd does not tell apart'],
  ['all clients', '', 'every client'],
  ['after', 'WEEKDAY YYYY/MM/DD HH:MM:SS | epoch SECONDS | never', 'everybody from a moment on'],
];

function switched({ family, effect }: Switch, places: readonly Place[], help: string): StatementForm {
  return { ...parameter('', places, help), family, effect };
}

function ignoring(word: Switch): Statement {
  const help = `Like deny ${word.word}, without a line in the log`;
  return statementOf(`ignore ${word.word}`, switched(word, SCOPES_AND_BLOCKS, help));
}

function opening(shape: string, clients: string): StatementForm {
  return parameter(shape, ['pool'], `Opens this pool to ${clients}; whom no allow line names stays out`);
}

function closing(shape: string, clients: string): StatementForm {
  return parameter(shape, ['pool'], `Closes this pool to ${clients}, whatever its allow lines say`);
}

/** The statements that begin with `allow`, `deny` or `ignore` (dhcpd.conf(5), ALLOW AND DENY). */
export const PERMISSION_STATEMENTS: readonly Statement[] = [
  ...SWITCHES.flatMap((word) => [
    statementOf(`allow ${word.word}`, switched(word, OUTSIDE_POOLS, word.allow)),
    statementOf(`deny ${word.word}`, switched(word, OUTSIDE_POOLS, word.deny)),
    ignoring(word),
  ]),
  statementOf(
    'allow unknown-clients',
    switched(UNKNOWN_CLIENTS, OUTSIDE_POOLS, UNKNOWN_CLIENTS.allow),
    opening('', 'devices that no host declaration knows'),
  ),
  statementOf(
    'deny unknown-clients',
    switched(UNKNOWN_CLIENTS, OUTSIDE_POOLS, UNKNOWN_CLIENTS.deny),
    closing('', 'devices that no host declaration knows'),
  ),
  ignoring(UNKNOWN_CLIENTS),
  ...ADMITTED.flatMap(([words, shape, clients]) => [
    statementOf(`allow ${words}`, opening(shape, clients)),
    statementOf(`deny ${words}`, closing(shape, clients)),
  ]),
];
