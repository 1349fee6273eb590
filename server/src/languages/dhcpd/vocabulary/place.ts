/**
 * Where a statement of dhcpd.conf can stand: directly in the file (`global`), or inside that declaration or block.
 * The words are the same for DHCPv4 and DHCPv6: `subnet` is also `subnet6`, `pool` also `pool6`, `if` also its
 * branches.
 */
export type Place =
  | 'global'
  | 'shared-network'
  | 'subnet'
  | 'pool'
  | 'group'
  | 'host'
  | 'class'
  | 'subclass'
  | 'if'
  | 'on'
  | 'switch'
  | 'failover'
  | 'failover-state'
  | 'key'
  | 'zone';

/** Which of dhcpd's two servers makes use of a statement; both servers read all of them alike. */
export type Family = 4 | 6 | 'both';

/**
 * Where a statement means something, among the places that accept it: `everywhere`; only in the listed places;
 * `lease-file` if dhcpd writes it there and it does not belong in a config; `never` if it is read and then forgotten.
 */
export type Effect = 'everywhere' | 'lease-file' | 'never' | readonly Place[];

/** The scopes that hold other declarations. */
export const UNTIL_GROUP: readonly Place[] = ['global', 'shared-network', 'subnet', 'pool', 'group'];

/** The declarations that parameters are inherited through. */
export const SCOPES: readonly Place[] = [...UNTIL_GROUP, 'host', 'class', 'subclass'];

/** The scopes, and the blocks of executable statements in them. */
export const SCOPES_AND_BLOCKS: readonly Place[] = [...SCOPES, 'if', 'on', 'switch'];
