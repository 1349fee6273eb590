import { nearestNames } from '../../nearest-names.ts';

/** Names that other servers, clients and people give to dhcpd's options. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  bootfile: 'bootfile-name',
  'boot-file-name': 'bootfile-name',
  'class-identifier': 'vendor-class-identifier',
  'dhcp-class-identifier': 'vendor-class-identifier',
  'dhcp-vendor-class-identifier': 'vendor-class-identifier',
  'dhcp-user-class': 'user-class',
  dns: 'domain-name-servers',
  'dns-server': 'domain-name-servers',
  'dns-servers': 'domain-name-servers',
  domain: 'domain-name',
  gateway: 'routers',
  hostname: 'host-name',
  mtu: 'interface-mtu',
  netmask: 'subnet-mask',
  'default-gateway': 'routers',
  'search-domain': 'domain-search',
  'tftp-server': 'tftp-server-name',
  'tftp-server-address': 'tftp-server-name',
  'vendor-class': 'vendor-class-identifier',
  'wins-server': 'netbios-name-servers',
  'wins-servers': 'netbios-name-servers',
};

/** The option that an unknown name most likely stands for: the one that others call so, or the nearest of those that exist. */
export function meantOption(written: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const other = OTHER_NAMES[written.toLowerCase()];
  return other !== undefined && known.includes(other) ? other : nearestNames(written, known)[0];
}
