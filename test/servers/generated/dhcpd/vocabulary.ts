/** Options that the generated configurations define or know, by the kind of value that their statements take. */
export interface GeneratedOption {
  readonly name: string;
  readonly code: number;
  readonly type: string;
  readonly value: ValueKind;
}

export type ValueKind =
  | 'text'
  | 'string'
  | 'u8'
  | 'u16'
  | 'u32'
  | 's8'
  | 'boolean'
  | 'ip'
  | 'ips'
  | 'pairs'
  | 'record'
  | 'u8-text'
  | 'domain'
  | 'domains';

const option = (name: string, code: number, type: string, value: ValueKind): GeneratedOption => ({
  name,
  code,
  type,
  value,
});

/** In the space of DHCP's own options. */
export const DEFINED: readonly GeneratedOption[] = [
  option('igelrmserver', 224, 'text', 'text'),
  option('umsstructuretag', 226, 'text', 'text'),
  option('o-string', 227, 'string', 'string'),
  option('o-u8', 228, 'unsigned integer 8', 'u8'),
  option('o-u16', 229, 'unsigned integer 16', 'u16'),
  option('o-u32', 231, 'unsigned integer 32', 'u32'),
  option('o-s8', 232, 'signed integer 8', 's8'),
  option('o-boolean', 233, 'boolean', 'boolean'),
  option('o-ip', 234, 'ip-address', 'ip'),
  option('o-ips', 235, 'array of ip-address', 'ips'),
  option('o-pairs', 236, 'array of { ip-address, unsigned integer 8 }', 'pairs'),
  option('o-record', 237, '{ boolean, unsigned integer 16, ip-address }', 'record'),
  option('o-u8-text', 238, '{ unsigned integer 8, text }', 'u8-text'),
  option('o-domain', 239, 'domain-name', 'domain'),
  option('o-domains', 240, 'domain-list compressed', 'domains'),
];

export const STANDARD: readonly GeneratedOption[] = [
  option('routers', 3, '', 'ips'),
  option('domain-name-servers', 6, '', 'ips'),
  option('host-name', 12, '', 'text'),
  option('domain-name', 15, '', 'text'),
  option('ntp-servers', 42, '', 'ips'),
  option('tftp-server-name', 66, '', 'text'),
  option('bootfile-name', 67, '', 'text'),
  option('domain-search', 119, '', 'domains'),
  option('interface-mtu', 26, '', 'u16'),
  option('vendor-encapsulated-options', 43, '', 'string'),
  option('dhcp-renewal-time', 58, '', 'u32'),
  option('dhcp-rebinding-time', 59, '', 'u32'),
];

/** Codes and kinds that sub-options of a space are made of. */
export const INNER: readonly (readonly [number, string, ValueKind])[] = [
  [1, 'unsigned integer 8', 'u8'],
  [2, 'text', 'text'],
  [17, 'string', 'string'],
  [18, 'ip-address', 'ip'],
  [33, 'boolean', 'boolean'],
  [224, 'text', 'text'],
  [226, 'text', 'text'],
  [250, 'array of ip-address', 'ips'],
];

export const VENDOR_CLASSES: readonly (string | null)[] = [
  null,
  'igel-dhcp-1',
  'igel-dhcp-10',
  'IGEL-DHCP-1',
  'PXEClient:Arch:00007',
  'desk phone',
];
export const USER_CLASSES: readonly (string | undefined)[] = [undefined, 'lab', 'west', 'igel'];
/** What a client may send as option 230. */
export const SENT: readonly (string | undefined)[] = [undefined, '00', '01', '0a63', '776573740000', '6c6162'];
