import { BOOLEAN, EMPTY, encapsulate, IP, IPS, STRING, TEXT, U8, U32 } from './field-types.ts';
import { type OptionRow, optionsOf, type StandardOption } from './standard-option.ts';

// biome-ignore format: one option per row reads as a table
const AGENT: readonly OptionRow[] = [
  [1, 'circuit-id', STRING, "Port or line the client hangs on, in the relay's own spelling", 'Agent Circuit ID'],
  [2, 'remote-id', STRING,
   "Device at the far end of the client's line, in the relay's own spelling", 'Agent Remote ID'],
  [3, 'agent-id', IP, 'Address of the relay; never standardised, sent by old relays only'],
  [4, 'DOCSIS-device-class', U32, 'Class bits of a cable modem', 'DOCSIS Device Class'],
  [5, 'link-selection', IP,
   'Subnet the relay wants the address from, where it differs from its own address (RFC 3527)', 'Link selection'],
  [19, 'relay-port', EMPTY, 'Says that the relay listens on another port than 67 (RFC 8357)', 'Relay Source Port'],
];

// biome-ignore format: one option per row reads as a table
const FQDN: readonly OptionRow[] = [
  [1, 'no-client-update', BOOLEAN,
   'From the client: do no DNS update at all; in a reply: the client shall do none itself'],
  [2, 'server-update', BOOLEAN, 'Whether the server registers the address record of the name'],
  [3, 'encoded', BOOLEAN, 'Whether the name travels in DNS wire form instead of as plain text'],
  [4, 'rcode1', U8, 'DNS result of the pointer record, no longer used by clients'],
  [5, 'rcode2', U8, 'DNS result of the address record, no longer used by clients'],
  [6, 'hostname', TEXT, "First label of the client's name, up to the first dot"],
  [7, 'domainname', TEXT, "What follows the first dot of the client's name"],
  [8, 'fqdn', TEXT, "The client's name, host and domain together"],
];

// biome-ignore format: one option per row reads as a table
const NWIP: readonly OptionRow[] = [
  [5, 'nsq-broadcast', BOOLEAN, 'Whether the client broadcasts for the nearest NetWare server'],
  [6, 'preferred-dss', IPS, 'Domain SAP servers to try first, at most five'],
  [7, 'nearest-nwip-server', IPS, 'Closest NetWare/IP servers, at most five'],
  [8, 'autoretries', U8, 'How many times the client tries a domain SAP server again'],
  [9, 'autoretry-secs', U8, 'Pause in seconds between these tries'],
  [10, 'nwip-1-1', BOOLEAN, 'Whether the client supports NetWare/IP version 1.1'],
  [11, 'primary-dss', IP, 'Primary domain SAP server of this NetWare/IP domain'],
];

// biome-ignore format: one option per row reads as a table
const VENDOR_CLASS: readonly OptionRow[] = [
  [2495, 'isc', STRING, "Vendor class data of ISC's own programs"],
];

// biome-ignore format: one option per row reads as a table
const VENDOR: readonly OptionRow[] = [
  [2495, 'isc', encapsulate('isc'), "Vendor options of ISC's own programs, made of the options of space isc"],
];

// biome-ignore format: one option per row reads as a table
const ISC: readonly OptionRow[] = [
  [1, 'media', TEXT, "Media type ISC's client sets on its interface"],
  [2, 'update-assist', STRING, "Data that helps ISC's client update DNS"],
];

/** The options of dhcpd's DHCPv4 spaces that lie inside another option. */
export const INNER_OPTIONS4: readonly StandardOption[] = [
  ...optionsOf('agent', AGENT),
  ...optionsOf('fqdn', FQDN),
  ...optionsOf('nwip', NWIP),
  ...optionsOf('vendor-class', VENDOR_CLASS),
  ...optionsOf('vendor', VENDOR),
  ...optionsOf('isc', ISC),
];
