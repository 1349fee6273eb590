import type { KeyRow } from '../key.ts';
import { BOOLEAN, INTEGER, list, STRING, STRINGS } from '../key-types.ts';
import { BOOT, NETWORKS_AND_POOLS } from '../places.ts';

/** Options and the boot fields of replies. */
export const OPTIONS_KEYS: readonly KeyRow[] = [
  [
    'always-send',
    BOOLEAN,
    ['option-data'],
    'Sends the option whether or not the client requests it; for option 43 it counts on the entry of 43 itself',
  ],
  ['array', BOOLEAN, ['option-def'], 'Whether the option carries a list of values of its type'],
  ['boot-file-name', STRING, BOOT, 'File that the client is to boot from, sent in the fixed header of the reply'],
  [
    'client-classes',
    STRINGS,
    ['option-data'],
    'Sends the option to members of any of these classes only',
    { since: '2.7.4' },
  ],
  [
    'code',
    INTEGER,
    ['option-data', 'option-def'],
    'Number of the option; with a name beside it in option-data both must mean the same option',
  ],
  [
    'csv-format',
    BOOLEAN,
    ['option-data'],
    "Whether data is written in the words of the option's type; with false it is hexadecimal bytes",
  ],
  [
    'data',
    STRING,
    ['option-data'],
    'Value of the option: fields joined by commas, or hexadecimal bytes with csv-format false',
  ],
  ['encapsulate', STRING, ['option-def'], 'Option space whose options are packed into this one'],
  ['name', STRING, ['option-data'], 'Name of the option in its space'],
  ['name', STRING, ['option-def'], 'Name that option-data uses for the option'],
  [
    'never-send',
    BOOLEAN,
    ['option-data'],
    'Keeps the option out of every reply, even if another place sets it',
    { since: '2.3.6' },
  ],
  ['next-server', STRING, BOOT, 'Address of the boot server, sent in the fixed header of the reply'],
  [
    'option-data',
    list('option-data'),
    [...NETWORKS_AND_POOLS, 'class4', 'class6', 'pd-pool', 'reservation4', 'reservation6'],
    'Options that clients get from here',
  ],
  [
    'option-def',
    list('option-def'),
    ['global4', 'class4', 'global6'],
    'Options that Kea does not know, with code and type',
  ],
  ['record-types', STRING, ['option-def'], 'Types of the fields of a record, joined by commas'],
  ['server-hostname', STRING, BOOT, 'Name of the boot server, sent in the fixed header of the reply'],
  ['space', STRING, ['option-data', 'option-def'], 'Option space that the option belongs to'],
  ['type', STRING, ['option-def'], "Type of the option's value, such as string, uint8 or record"],
];
