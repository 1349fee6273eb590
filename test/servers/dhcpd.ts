import { type DhcpProgram, type DhcpServer, wireNeeds, withServer } from './dhcp-server.ts';
import { environment, type Need, program } from './server-environment.ts';

/** What `withDhcpd` needs of the machine. */
export const dhcpdOnAWire: readonly Need[] = [program('dhcpd', '--version'), ...wireNeeds];

/** ISC dhcpd for DHCPv4. */
const DHCPD: DhcpProgram = {
  name: 'dhcpd',
  files: (config) => ({
    'dhcpd.conf': config,
    // Neither the second in which dhcpd pings an address before it offers it, nor the disk, tells anything here.
    'run.conf': 'include "dhcpd.conf";\nping-check false;\ndont-use-fsync true;\n',
    leases: '',
  }),
  environment,
  arguments: (networkInterface) => [
    ...['-4', '-f', '-d', '--no-pid', '-cf', 'run.conf', '-lf', 'leases'],
    networkInterface,
  ],
  isStarted: (line) => line === 'Server starting service.',
  isReleaseOf: (line, mac) => line.startsWith('DHCPRELEASE') && line.includes(mac),
  // A message that it will not answer is logged with a colon and the reason after the interface
  isPromiseTo: (line, mac) =>
    /^DHCP(DISCOVER|REQUEST) /.test(line) && line.includes(` from ${mac.toLowerCase()} `) && /via \S+$/.test(line),
};

/** Starts the real dhcpd on a config: see `withServer`. */
export const withDhcpd = <T>(
  config: string | Uint8Array,
  use: (server: DhcpServer) => Promise<T>,
  address?: string,
): Promise<T> => withServer(DHCPD, config, use, address);
