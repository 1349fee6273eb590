/** The programs of Kea that have a configuration file: the DHCP servers, the daemon for DNS updates (D2), the Control Agent. */
export type Program = '4' | '6' | 'd2' | 'agent';

/** A kind of map. Where the programs differ in what it may hold, the name ends with the program. */
export type Place =
  | `global${Program}`
  | `${'class' | 'network' | 'subnet' | 'pool' | 'reservation' | 'compatibility' | 'dhcp-ddns' | 'interfaces-config'}${'4' | '6'}`
  | `socket${'4' | '6' | 'd2'}`
  | 'pd-pool'
  | 'option-data'
  | 'option-def'
  | 'relay'
  | 'server-id'
  | 'lease-database'
  | 'hosts-database'
  | 'config-database'
  | 'config-control'
  | 'dhcp-queue-control'
  | 'expired-leases-processing'
  | 'multi-threading'
  | 'sanity-checks'
  | 'hook'
  | 'logger'
  | 'output'
  | 'authentication'
  | 'user'
  | 'header'
  | 'ddns-domains-of'
  | 'ddns-domains'
  | 'dns-servers'
  | 'tsig-keys'
  | 'agent-sockets'
  | 'agent-socket';

/** The key of the one map that a file holds. */
export const PROGRAM_OF_KEY: Readonly<Record<string, Program>> = {
  Dhcp4: '4',
  Dhcp6: '6',
  DhcpDdns: 'd2',
  'Control-agent': 'agent',
};

export const KEY_OF_PROGRAM: Readonly<Record<Program, string>> = {
  4: 'Dhcp4',
  6: 'Dhcp6',
  d2: 'DhcpDdns',
  agent: 'Control-agent',
};

export const SERVER_OF_PROGRAM: Readonly<Record<Program, string>> = {
  4: 'kea-dhcp4',
  6: 'kea-dhcp6',
  d2: 'kea-dhcp-ddns',
  agent: 'kea-ctrl-agent',
};

/** Maps that these programs accept when they are empty; all others are refused then. */
export const MAY_BE_EMPTY: ReadonlySet<Place> = new Set<Place>(['ddns-domains-of']);

/** Keys that a map of this kind must have (`require` in Kea's grammars). */
export const REQUIRED: Readonly<Partial<Record<Place, readonly string[]>>> = {
  class4: ['name'],
  class6: ['name'],
  subnet4: ['subnet'],
  subnet6: ['subnet'],
  pool4: ['pool'],
  pool6: ['pool'],
  'pd-pool': ['prefix', 'prefix-len', 'delegated-len'],
  'option-def': ['name', 'code', 'type'],
  'dhcp-ddns4': ['enable-updates'],
  'dhcp-ddns6': ['enable-updates'],
  'dhcp-queue-control': ['enable-queue'],
  'multi-threading': ['enable-multi-threading'],
  'lease-database': ['type'],
  'hosts-database': ['type'],
  'config-database': ['type'],
  authentication: ['type'],
  hook: ['library'],
};

// Groups of places that many keys share.
export const SERVERS = ['global4', 'global6'] as const satisfies readonly Place[];
export const PROGRAMS = ['global4', 'global6', 'globald2', 'globalagent'] as const satisfies readonly Place[];
export const SERVERS_AND_D2 = ['global4', 'global6', 'globald2'] as const satisfies readonly Place[];
export const NETWORKS = [
  'global4',
  'network4',
  'subnet4',
  'global6',
  'network6',
  'subnet6',
] as const satisfies readonly Place[];
export const NETWORKS4 = ['global4', 'network4', 'subnet4'] as const satisfies readonly Place[];
export const NETWORKS6 = ['global6', 'network6', 'subnet6'] as const satisfies readonly Place[];
export const INNER_NETWORKS = ['network4', 'subnet4', 'network6', 'subnet6'] as const satisfies readonly Place[];
export const POOLS = ['pool4', 'pool6'] as const satisfies readonly Place[];
export const NETWORKS_AND_POOLS = [
  'global4',
  'network4',
  'subnet4',
  'pool4',
  'global6',
  'network6',
  'subnet6',
  'pool6',
] as const satisfies readonly Place[];
export const INNER_NETWORKS_AND_POOLS = [
  'network4',
  'subnet4',
  'pool4',
  'network6',
  'subnet6',
  'pool6',
  'pd-pool',
] as const satisfies readonly Place[];
export const NETWORKS_AND_CLASSES = [
  'global4',
  'network4',
  'subnet4',
  'class4',
  'global6',
  'network6',
  'subnet6',
  'class6',
] as const satisfies readonly Place[];
export const NETWORKS_AND_CLASSES4 = ['global4', 'network4', 'subnet4', 'class4'] as const satisfies readonly Place[];
export const NETWORKS_AND_CLASSES6 = ['global6', 'network6', 'subnet6', 'class6'] as const satisfies readonly Place[];
export const BOOT = ['global4', 'network4', 'subnet4', 'class4', 'reservation4'] as const satisfies readonly Place[];
export const CLASSES = ['class4', 'class6'] as const satisfies readonly Place[];
export const RESERVATIONS = ['reservation4', 'reservation6'] as const satisfies readonly Place[];
export const SUBNETS = ['subnet4', 'subnet6'] as const satisfies readonly Place[];
export const DATABASES = ['lease-database', 'hosts-database', 'config-database'] as const satisfies readonly Place[];
export const SOCKETS = ['socket4', 'socket6', 'socketd2'] as const satisfies readonly Place[];
export const DDNS = ['dhcp-ddns4', 'dhcp-ddns6'] as const satisfies readonly Place[];
export const INTERFACES = ['interfaces-config4', 'interfaces-config6'] as const satisfies readonly Place[];
