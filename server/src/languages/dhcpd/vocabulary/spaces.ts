import type { OptionSpace } from '../../../model/option.ts';
import type { Family } from './place.ts';

/** An option space that dhcpd has without a declaration in the file (its `tables.c`, `stables.c`). */
export interface StandardSpace extends OptionSpace {
  readonly at: undefined;
  readonly family: Family;
  /** The option that carries this space, as dhcpd spells it with its space; missing for the spaces that stand alone. */
  readonly encapsulatedBy?: string;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
}

const SPACES: readonly StandardSpace[] = [
  {
    name: 'dhcp',
    codeWidth: 1,
    lengthWidth: 1,
    at: undefined,
    family: 4,
    help: 'The DHCPv4 options; a name without a space belongs here, in both servers',
  },
  {
    name: 'nwip',
    codeWidth: 1,
    lengthWidth: 1,
    at: undefined,
    family: 4,
    encapsulatedBy: 'dhcp.nwip-suboptions',
    help: 'Settings of NetWare/IP clients',
  },
  {
    name: 'fqdn',
    codeWidth: 1,
    lengthWidth: 1,
    at: undefined,
    family: 'both',
    encapsulatedBy: 'dhcp.fqdn',
    help: "The parts of a client's full name, for DHCPv4 and DHCPv6 alike; they do not travel as options of their own",
  },
  {
    name: 'vendor-class',
    codeWidth: 4,
    lengthWidth: 1,
    at: undefined,
    family: 4,
    encapsulatedBy: 'dhcp.vivco',
    help: 'Vendor classes in DHCPv4, with the enterprise number as their code',
  },
  {
    name: 'vendor',
    codeWidth: 4,
    lengthWidth: 1,
    at: undefined,
    family: 4,
    encapsulatedBy: 'dhcp.vivso',
    help: 'Vendor options in DHCPv4, with the enterprise number as their code',
  },
  {
    name: 'isc',
    codeWidth: 2,
    lengthWidth: 2,
    at: undefined,
    family: 4,
    encapsulatedBy: 'vendor.isc',
    help: "Options of ISC's own programs in DHCPv4",
  },
  {
    name: 'agent',
    codeWidth: 1,
    lengthWidth: 1,
    at: undefined,
    family: 4,
    encapsulatedBy: 'dhcp.relay-agent-information',
    help: 'What a DHCPv4 relay adds to the packets of its clients',
  },
  {
    name: 'dhcp6',
    codeWidth: 2,
    lengthWidth: 2,
    at: undefined,
    family: 6,
    help: 'The DHCPv6 options; their names always need the space in front',
  },
  {
    name: 'vsio',
    codeWidth: 4,
    lengthWidth: 0,
    at: undefined,
    family: 6,
    encapsulatedBy: 'dhcp6.vendor-opts',
    help: 'Vendor options in DHCPv6, with the enterprise number as their code',
  },
  {
    name: 'isc6',
    codeWidth: 4,
    lengthWidth: 0,
    at: undefined,
    family: 6,
    encapsulatedBy: 'vsio.isc',
    help: "Options of ISC's own programs in DHCPv6",
  },
  {
    name: 'fqdn6-if-you-see-me-its-a-bug-bug-bug',
    codeWidth: 0,
    lengthWidth: 0,
    at: undefined,
    family: 6,
    encapsulatedBy: 'dhcp6.fqdn',
    help: 'Stand-in for space fqdn in DHCPv6, which has no options of its own',
  },
  {
    name: 'server',
    codeWidth: 4,
    lengthWidth: 1,
    at: undefined,
    family: 'both',
    help: "The server's own parameters, which are never sent; min-secs is also option server.min-secs",
  },
];

/** dhcpd's own option spaces by name, in small letters as they all are. */
export const STANDARD_SPACES: ReadonlyMap<string, StandardSpace> = new Map(SPACES.map((space) => [space.name, space]));
