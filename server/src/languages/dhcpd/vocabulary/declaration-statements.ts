import { type Place, SCOPES, SCOPES_AND_BLOCKS, UNTIL_GROUP } from './place.ts';
import {
  declaration,
  definition,
  effective,
  only4,
  only6,
  parameter,
  type Statement,
  statementOf,
} from './statement.ts';

const UNTIL_HOST: readonly Place[] = [...UNTIL_GROUP, 'host'];

/** What opens a scope, adds to the network, or gives options a name (dhcpd.conf(5), dhcp-options(5)). */
export const DECLARATION_STATEMENTS: readonly Statement[] = [
  statementOf(
    'include',
    declaration(
      '"FILE"',
      SCOPES,
      'Continues with another file at this point; a relative path starts where the server was started',
    ),
  ),

  statementOf(
    'shared-network',
    declaration(
      'NAME { … }',
      ['global', 'pool', 'group'],
      'Subnets on one wire, one at least; a client may get an address from any of them',
    ),
  ),
  statementOf('subnet', {
    ...declaration(
      'ADDRESS netmask MASK { … }',
      ['global', 'shared-network', 'pool', 'group'],
      'An IPv4 network; every network the server listens on needs one, with or without ranges',
    ),
    family: 4,
    places6: ['group'],
  }),
  statementOf(
    'subnet6',
    only6(
      declaration(
        'PREFIX/LENGTH { … }',
        ['global', 'shared-network', 'pool', 'group'],
        'An IPv6 network; every network the server listens on needs one, with or without ranges',
      ),
    ),
  ),
  statementOf(
    'pool',
    only4(
      declaration(
        '{ range …; … }',
        ['shared-network', 'subnet'],
        'Ranges with options of their own and a list of who may use them; its subnet stands before',
      ),
    ),
  ),
  statementOf(
    'pool6',
    only6(
      declaration(
        '{ range6 …; … }',
        ['subnet'],
        'IPv6 ranges or prefixes with options of their own and a list of who may use them',
      ),
    ),
  ),
  statementOf(
    'range',
    only4(declaration('LOW HIGH', ['subnet', 'pool'], 'Addresses the server may hand out, both ends included')),
    only4(declaration('ADDRESS', ['subnet', 'pool'], 'A single address the server may hand out')),
    only4(
      declaration(
        'dynamic-bootp LOW [HIGH]',
        ['subnet', 'pool'],
        'Addresses BOOTP clients may get too, and keep for ever; not together with failover',
      ),
    ),
  ),
  statementOf(
    'range6',
    only6(declaration('LOW HIGH', ['subnet', 'pool'], 'IPv6 addresses the server may hand out, both ends included')),
    only6(
      declaration('PREFIX/LENGTH', ['subnet', 'pool'], 'All addresses of an IPv6 prefix, which lies inside the subnet'),
    ),
    only6(
      declaration(
        'PREFIX/LENGTH temporary',
        ['subnet', 'pool'],
        'Temporary addresses, for clients that want to stay unrecognised (RFC 8981)',
      ),
    ),
  ),
  statementOf(
    'prefix6',
    only6(
      declaration(
        'LOW HIGH /LENGTH',
        ['subnet', 'pool'],
        'Prefixes of that length to delegate to routers, from LOW to HIGH; they may lie outside the subnet',
      ),
    ),
  ),

  statementOf(
    'group',
    declaration('{ … }', UNTIL_GROUP, 'Declarations that share the options and parameters written here'),
    declaration('NAME { … }', UNTIL_GROUP, 'A group with a name, whose parameters a host may take over'),
    parameter('NAME', ['host'], 'Takes over the parameters of a named group, declared before this host'),
  ),
  statementOf(
    'host',
    declaration(
      'NAME { … }',
      UNTIL_GROUP,
      'A device known by hardware address or client identifier; known everywhere, wherever it is declared',
    ),
  ),
  statementOf(
    'class',
    declaration(
      '"NAME" { … }',
      UNTIL_HOST,
      'Clients that a test picks out, or a key sorts into subclasses; known everywhere, wherever it is declared',
    ),
  ),
  statementOf(
    'subclass',
    declaration(
      '"CLASS" KEY;',
      UNTIL_HOST,
      'Puts the clients with this key, a text or hex bytes, into a class declared before',
    ),
    declaration('"CLASS" KEY { … }', UNTIL_HOST, 'The same, with options of its own for these clients'),
  ),
  statementOf(
    'vendor-class',
    declaration(
      '"NAME" { … }',
      UNTIL_HOST,
      'Outdated way to declare a subclass by vendor class identifier; use class and subclass',
    ),
  ),
  statementOf(
    'user-class',
    declaration('"NAME" { … }', UNTIL_HOST, 'Outdated way to declare a subclass by user class; use class and subclass'),
  ),
  statementOf(
    'key',
    effective(
      ['global'],
      declaration(
        'NAME { algorithm NAME; secret "BASE64"; }',
        SCOPES_AND_BLOCKS,
        'A secret that signs DNS updates and OMAPI connections; algorithm and secret must both be there',
      ),
    ),
    parameter('NAME', ['zone'], 'Signs updates of this zone with a key declared before'),
  ),
  statementOf(
    'zone',
    effective(
      ['global'],
      declaration(
        'NAME { primary ADDRESS; key NAME; }',
        SCOPES_AND_BLOCKS,
        'Which DNS server takes the updates for a zone, and which key signs them',
      ),
    ),
  ),
  statementOf(
    'failover peer',
    only4(
      declaration(
        '"NAME" { … }',
        ['global', 'shared-network'],
        'A second server that shares pools with this one; some pool or shared network must refer to it',
      ),
    ),
    only4(
      parameter(
        '"NAME"',
        ['shared-network', 'pool'],
        'Shares the addresses of this place with a failover peer declared before',
      ),
    ),
    only4(
      effective(
        'lease-file',
        declaration(
          '"NAME" state { … }',
          ['global', 'shared-network'],
          'Where the two servers stand, as written into the lease file',
        ),
      ),
    ),
  ),
  statementOf(
    'no failover peer',
    only4(
      parameter(
        '',
        ['pool'],
        'Leaves this pool to one server although its network has a failover peer; no semicolon may follow',
      ),
    ),
  ),

  statementOf(
    'option space',
    effective(
      ['global'],
      definition(
        'NAME [code width 1|2|4] [length width 1|2] [hash size N]',
        'A space for own options, such as the sub-options of a vendor; widths are in bytes, 1 each if not set',
      ),
    ),
  ),
  statementOf(
    'option',
    parameter(
      '[SPACE.]NAME VALUE, …',
      SCOPES_AND_BLOCKS,
      'Sets an option for the clients of this scope, unless a narrower scope sets it too',
    ),
    parameter(
      '[SPACE.]NAME = EXPRESSION',
      SCOPES_AND_BLOCKS,
      'Computes an option for every client; nothing is sent where the result is missing',
    ),
    effective(
      ['global'],
      definition(
        '[SPACE.]NAME code NUMBER = TYPE',
        'Gives an option a name and a type; stands before its first use, outside of all braces',
      ),
    ),
  ),
];
