import { type Place, SCOPES, SCOPES_AND_BLOCKS, UNTIL_GROUP } from './place.ts';
import { effective, parameter, type Statement, statementOf, usedBy } from './statement.ts';

/** What can be made over OMAPI, and is then written into the lease file. */
const OBJECTS_OF_OMAPI: readonly Place[] = ['group', 'host', 'class', 'subclass'];

/** The parameters that dhcpd reads in its own way, beside those of its option space `server`. */
export const PARAMETER_STATEMENTS: readonly Statement[] = [
  statementOf(
    'authoritative',
    effective(
      UNTIL_GROUP,
      usedBy(
        4,
        parameter(
          '',
          [...UNTIL_GROUP, 'class', 'subclass'],
          'Tells clients with a wrong address at once that they cannot keep it; without it they wait until it runs out',
        ),
      ),
    ),
  ),
  statementOf(
    'not authoritative',
    effective(
      UNTIL_GROUP,
      usedBy(
        4,
        parameter(
          '',
          [...UNTIL_GROUP, 'class', 'subclass'],
          'Keeps silent towards clients with an address of another network; the default',
        ),
      ),
    ),
  ),
  statementOf(
    'server-identifier',
    usedBy(
      4,
      parameter(
        'ADDRESS',
        SCOPES,
        'Address by which clients know this server; its own address on the network if not set',
      ),
    ),
  ),
  statementOf(
    'server-duid',
    effective(
      ['global'],
      usedBy(
        6,
        parameter(
          'llt [ethernet|token-ring|fddi TIME HEX]',
          SCOPES,
          'Identifies the DHCPv6 server by hardware address and time, given or found out; the default',
        ),
      ),
    ),
    effective(
      ['global'],
      usedBy(
        6,
        parameter(
          'll [ethernet|token-ring|fddi HEX]',
          SCOPES,
          'Identifies the DHCPv6 server by hardware address, given or found out',
        ),
      ),
    ),
    effective(
      ['global'],
      usedBy(
        6,
        parameter(
          'en ENTERPRISE-NUMBER "ID"',
          SCOPES,
          'Identifies the DHCPv6 server by a text that its enterprise chose',
        ),
      ),
    ),
    effective(
      ['global'],
      usedBy(6, parameter('TYPE "DATA"', SCOPES, 'Identifies the DHCPv6 server by a DUID of any type number')),
    ),
  ),
  statementOf(
    'lease-id-format',
    effective(
      ['global'],
      parameter('octal|hex', SCOPES, 'How the lease file spells client identifiers and DUIDs; octal if not set'),
    ),
  ),
  statementOf(
    'db-time-format',
    effective(
      ['global'],
      parameter(
        'default|local',
        SCOPES_AND_BLOCKS,
        'Whether the lease file shows times in UTC, the default, or as seconds with the local time beside them',
      ),
    ),
  ),
  statementOf(
    'authoring-byte-order',
    effective(
      'lease-file',
      parameter('big-endian|little-endian', [], 'Tells how numbers in a lease file are laid out; refused in a config'),
    ),
  ),
  statementOf(
    'interface',
    parameter(
      '"NAME"',
      ['shared-network', 'subnet'],
      'Ties the network to one interface of the server, for networks the server has no address in',
    ),
  ),
  statementOf('%', parameter('ANYTHING', SCOPES, 'Skipped up to the semicolon; a mark left by a migration tool')),

  statementOf(
    'hardware',
    parameter(
      'ethernet|token-ring|fddi|infiniband|unknown-N HEX:HEX:…',
      ['host'],
      'Hardware address by which this host is recognised',
    ),
  ),
  statementOf(
    'fixed-address',
    usedBy(
      4,
      parameter(
        'ADDRESS|HOST-NAME, …',
        ['host'],
        'Address this host always gets, one for each network it may be in; lies outside of all ranges',
      ),
    ),
  ),
  statementOf('fixed-address6', usedBy(6, parameter('ADDRESS', ['host'], 'IPv6 address this host always gets'))),
  statementOf(
    'fixed-prefix6',
    usedBy(6, parameter('PREFIX/LENGTH', ['host'], 'Prefix always delegated to this host; may be given several times')),
  ),
  statementOf(
    'host-identifier',
    parameter('option [SPACE.]NAME VALUE', ['host'], 'Recognises this host by the value of an option it sends'),
    usedBy(
      6,
      parameter(
        'v6relopt RELAY [SPACE.]NAME VALUE',
        ['host'],
        'Recognises this host by an option that a relay added, counted from 1 at the client',
      ),
    ),
  ),
  statementOf(
    'uid',
    usedBy(
      4,
      parameter(
        'HEX:HEX:…|"TEXT"',
        ['host'],
        'Client identifier as OMAPI writes it; by hand use option dhcp-client-identifier',
      ),
    ),
  ),
  statementOf(
    'dynamic',
    effective('lease-file', parameter('', OBJECTS_OF_OMAPI, 'Marks what OMAPI made; belongs in the lease file')),
  ),
  statementOf(
    'deleted',
    effective('lease-file', parameter('', OBJECTS_OF_OMAPI, 'Marks what OMAPI removed; belongs in the lease file')),
  ),
  statementOf(
    'static',
    effective(
      'lease-file',
      parameter('', ['group'], 'Marks a group that comes from the config; belongs in the lease file'),
    ),
  ),

  statementOf('match if', parameter('TEST', ['class'], 'Puts into the class whoever passes the test')),
  statementOf(
    'match',
    parameter('EXPRESSION', ['class'], 'The bytes by which clients are looked up among the subclasses'),
  ),
  statementOf(
    'spawn with',
    parameter('EXPRESSION', ['class'], 'Makes a subclass of its own for each value that turns up'),
  ),
  statementOf(
    'lease limit',
    usedBy(
      4,
      parameter(
        'NUMBER',
        ['class', 'subclass'],
        'How many clients of the class, or of each subclass, may hold a lease at a time',
      ),
    ),
  ),
];
