import type { KeyRow } from '../key.ts';
import { BOOLEAN, list, STRING, STRINGS } from '../key-types.ts';
import { NETWORKS, RESERVATIONS, SERVERS } from '../places.ts';

/** Reservations, and where they are looked for. */
export const RESERVATIONS_KEYS: readonly KeyRow[] = [
  [
    'circuit-id',
    STRING,
    ['reservation4'],
    'Identifies the client by the port that its relay reports (sub-option 1 of option 82)',
  ],
  ['client-classes', STRINGS, RESERVATIONS, 'Classes that the client belongs to besides those whose tests hold'],
  [
    'client-id',
    STRING,
    ['reservation4'],
    'Identifies the client by option 61: hexadecimal digits, or a text in single quotes inside the double ones',
  ],
  ['duid', STRING, RESERVATIONS, 'Identifies the client by its DUID, as hexadecimal digits'],
  [
    'early-global-reservations-lookup',
    BOOLEAN,
    SERVERS,
    'Reads global reservations before the subnet is chosen, so that classes given there can decide it',
    { since: '2.1.4' },
  ],
  [
    'excluded-prefixes',
    STRINGS,
    ['reservation6'],
    'For each reserved prefix the part that is kept out of it, or an empty text',
    { since: '2.7.3' },
  ],
  ['flex-id', STRING, RESERVATIONS, 'Identifies the client by a value that the hook library flex_id works out'],
  [
    'host-reservation-identifiers',
    STRINGS,
    ['global4'],
    'Identifiers by which reservations are searched, the first match wins; leaving out what is not used saves time',
    { words: ['circuit-id', 'client-id', 'duid', 'flex-id', 'hw-address'] },
  ],
  [
    'host-reservation-identifiers',
    STRINGS,
    ['global6'],
    'Identifiers by which reservations are searched, the first match wins; leaving out what is not used saves time',
    { words: ['duid', 'flex-id', 'hw-address'] },
  ],
  ['hostname', STRING, RESERVATIONS, 'Name that the client is told, and that is put into DNS'],
  [
    'hw-address',
    STRING,
    RESERVATIONS,
    'Identifies the client by its MAC address: hexadecimal digits with colons or none, dashes are refused',
  ],
  ['ip-address', STRING, ['reservation4'], 'Address that is kept for this client; it must lie in the subnet'],
  ['ip-addresses', STRINGS, ['reservation6'], 'Addresses that are kept for this client'],
  [
    'ip-reservations-unique',
    BOOLEAN,
    SERVERS,
    'Whether one address may be reserved for one client only; needs a database that can do it',
  ],
  ['prefixes', STRINGS, ['reservation6'], 'Prefixes that are kept for this client'],
  [
    'reservation-mode',
    STRING,
    NETWORKS,
    'Which reservations count: all, those out of the pools, global ones, or none',
    {
      words: ['all', 'disabled', 'global', 'off', 'out-of-pool'],
      until: '2.5.8',
      replacedBy: ['reservations-global', 'reservations-in-subnet', 'reservations-out-of-pool'],
    },
  ],
  [
    'reservations',
    list('reservation'),
    ['global4', 'subnet4', 'global6', 'subnet6'],
    'Clients with an address, a name, options or classes of their own',
  ],
  [
    'reservations-global',
    BOOLEAN,
    NETWORKS,
    'Whether reservations outside of all subnets count; by default they are ignored',
  ],
  ['reservations-in-subnet', BOOLEAN, NETWORKS, 'Whether the reservations of the subnet count'],
  [
    'reservations-lookup-first',
    BOOLEAN,
    SERVERS,
    'Whether reservations are read before leases, which is slower and solves conflicts earlier',
    { since: '2.1.3' },
  ],
  [
    'reservations-out-of-pool',
    BOOLEAN,
    NETWORKS,
    'Promises that no reserved address lies in a pool, which saves lookups',
  ],
];
