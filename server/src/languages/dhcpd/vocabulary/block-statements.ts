import { effective, only4, parameter, type Statement, type StatementForm, statementOf } from './statement.ts';

function failover(shape: string, help: string): StatementForm {
  return only4(parameter(shape, ['failover'], help));
}

/** What stands inside `failover peer`, `key` and `zone`, and nowhere else. */
export const BLOCK_STATEMENTS: readonly Statement[] = [
  statementOf(
    'primary',
    failover('', 'Makes this server the one that leads; mclt and split or hba are set here'),
    parameter('ADDRESS, …', ['zone'], 'DNS server that takes the updates of this zone'),
  ),
  statementOf(
    'secondary',
    failover('', 'Makes this server the one that follows'),
    parameter('ADDRESS, …', ['zone'], 'DNS server that is tried when the primary one does not answer'),
  ),
  statementOf(
    'primary6',
    parameter('ADDRESS, …', ['zone'], 'DNS server that takes the updates of this zone, by IPv6 address'),
  ),
  statementOf(
    'secondary6',
    parameter('ADDRESS, …', ['zone'], 'DNS server that is tried when the primary one does not answer, by IPv6 address'),
  ),
  statementOf('address', failover('ADDRESS', 'Address this server uses towards its partner; found out if not set')),
  statementOf('port', failover('NUMBER', 'TCP port for connections from the partner; 647 if not set')),
  statementOf('peer address', failover('ADDRESS', 'Where the partner is reached; cannot be left out')),
  statementOf('peer port', failover('NUMBER', 'TCP port for connections to the partner; 647 if not set')),
  statementOf(
    'max-response-delay',
    failover('SECONDS', 'Longest silence before the connection is given up; 20 seconds if not set'),
  ),
  statementOf(
    'max-unacked-updates',
    failover('NUMBER', 'How many lease updates the partner may send before one is confirmed; 100 if not set'),
  ),
  statementOf(
    'peer max-response-delay',
    failover('SECONDS', 'The same limit of the partner, which tells its own when they connect'),
  ),
  statementOf(
    'peer max-unacked-updates',
    failover('NUMBER', 'The same number of the partner, which tells its own when they connect'),
  ),
  statementOf(
    'mclt',
    failover(
      'SECONDS',
      'How long one server may extend a lease without the other; set on the primary only, often 3600',
    ),
  ),
  statementOf(
    'split',
    failover('0…256', 'Share of the clients the primary answers, of 256; set on the primary only, 128 halves them'),
  ),
  statementOf('hba', failover('HEX:HEX:…', 'The same share as a map of 32 bytes, one bit for each kind of client')),
  statementOf(
    'load balance max seconds',
    failover('SECONDS', 'Seconds a client must have waited before either server answers it, whoever it belongs to'),
  ),
  statementOf(
    'max-lease-misbalance',
    failover('PERCENT', 'How uneven free addresses may be before they are moved; 15 percent if not set'),
  ),
  statementOf(
    'max-lease-ownership',
    failover('PERCENT', 'How uneven free addresses may stay when they are moved; 10 percent if not set'),
  ),
  statementOf('min-balance', failover('SECONDS', 'Shortest time between two moves of free addresses; 60 if not set')),
  statementOf('max-balance', failover('SECONDS', 'Longest time between two moves of free addresses; 3600 if not set')),
  statementOf(
    'auto-partner-down',
    failover(
      'SECONDS',
      'Seconds without contact until this server takes over all addresses; 0, the default, waits for a person',
    ),
  ),
  statementOf(
    'my state',
    effective('lease-file', {
      ...failover('STATE [at DATE]', 'Failover state of this server, as written into the lease file'),
      places4: ['failover-state'],
    }),
  ),
  statementOf(
    'partner state',
    effective('lease-file', {
      ...failover('STATE [at DATE]', 'Failover state of the partner, as written into the lease file'),
      places4: ['failover-state'],
    }),
  ),
  statementOf(
    'algorithm',
    parameter('hmac-md5|hmac-sha1|hmac-sha224|hmac-sha256|hmac-sha384|hmac-sha512', ['key'], 'Hash the key signs with'),
  ),
  statementOf('secret', parameter('"BASE64"', ['key'], 'The shared secret, in base 64 with or without quotes')),
];
