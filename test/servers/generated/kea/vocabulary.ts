/** Types of option definitions, a record's fields among them. */
export type FieldType =
  | 'empty'
  | 'binary'
  | 'boolean'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'ipv4-address'
  | 'ipv6-address'
  | 'ipv6-prefix'
  | 'psid'
  | 'string'
  | 'tuple'
  | 'vendor-classes'
  | 'fqdn';

/** An option that the generated configurations define or know. */
export interface GeneratedOption {
  readonly space: string;
  readonly name: string;
  readonly code: number;
  /** The type of its value, or of the fields that its value is made of. */
  readonly fields: readonly FieldType[];
  /** Whether the last field may come again and again. */
  readonly array: boolean;
  /** The space of options that it holds. */
  readonly encapsulates: string | undefined;
}

interface More {
  readonly array?: boolean;
  readonly encapsulates?: string;
}

const option = (
  space: string,
  name: string,
  code: number,
  fields: FieldType | readonly FieldType[],
  { array = false, encapsulates }: More = {},
): GeneratedOption => ({
  space,
  name,
  code,
  fields: typeof fields === 'string' ? [fields] : fields,
  array,
  encapsulates,
});

const ARRAY: More = { array: true };

/** In the space of DHCP's own options. */
export const DEFINED: readonly GeneratedOption[] = [
  option('dhcp4', 'igelrmserver', 224, 'string'),
  option('dhcp4', 'umsstructuretag', 226, 'string'),
  option('dhcp4', 'o-binary', 227, 'binary'),
  option('dhcp4', 'o-u8', 228, 'uint8'),
  option('dhcp4', 'o-u16', 229, 'uint16'),
  option('dhcp4', 'o-u32', 230, 'uint32'),
  option('dhcp4', 'o-s8', 231, 'int8'),
  option('dhcp4', 'o-s16', 232, 'int16'),
  option('dhcp4', 'o-s32', 233, 'int32'),
  option('dhcp4', 'o-boolean', 234, 'boolean'),
  option('dhcp4', 'o-ip', 235, 'ipv4-address'),
  option('dhcp4', 'o-ip6', 236, 'ipv6-address'),
  option('dhcp4', 'o-prefix', 237, 'ipv6-prefix'),
  option('dhcp4', 'o-psid', 238, 'psid'),
  option('dhcp4', 'o-tuple', 239, 'tuple'),
  option('dhcp4', 'o-fqdn', 240, 'fqdn'),
  option('dhcp4', 'o-empty', 241, 'empty'),
  option('dhcp4', 'o-ips', 242, 'ipv4-address', ARRAY),
  option('dhcp4', 'o-u16s', 243, 'uint16', ARRAY),
  option('dhcp4', 'o-u32s', 244, 'uint32', ARRAY),
  option('dhcp4', 'o-fqdns', 245, 'fqdn', ARRAY),
  option('dhcp4', 'o-tuples', 246, 'tuple', ARRAY),
  option('dhcp4', 'o-record', 247, ['boolean', 'uint16', 'ipv4-address']),
  option('dhcp4', 'o-record-text', 248, ['uint8', 'string']),
  option('dhcp4', 'o-record-list', 249, ['uint8', 'ipv4-address'], ARRAY),
  option('dhcp4', 'o-record-name', 250, ['fqdn', 'uint32', 'tuple']),
  option('dhcp4', 'o-carrier', 251, 'empty', { encapsulates: 'inner' }),
  option('dhcp4', 'o-counted', 252, 'uint8', { encapsulates: 'inner' }),
];

/** Those of Kea itself, or of the space that its option 43 holds. */
export const STANDARD: readonly GeneratedOption[] = [
  option('dhcp4', 'routers', 3, 'ipv4-address', ARRAY),
  option('dhcp4', 'domain-name-servers', 6, 'ipv4-address', ARRAY),
  option('dhcp4', 'host-name', 12, 'string'),
  option('dhcp4', 'domain-name', 15, 'string'),
  option('dhcp4', 'subnet-mask', 1, 'ipv4-address'),
  option('dhcp4', 'time-offset', 2, 'int32'),
  option('dhcp4', 'policy-filter', 21, 'ipv4-address', ARRAY),
  option('dhcp4', 'interface-mtu', 26, 'uint16'),
  option('dhcp4', 'broadcast-address', 28, 'ipv4-address'),
  option('dhcp4', 'ntp-servers', 42, 'ipv4-address', ARRAY),
  option('dhcp4', 'tftp-server-name', 66, 'string'),
  option('dhcp4', 'boot-file-name', 67, 'string'),
  option('dhcp4', 'domain-search', 119, 'fqdn', ARRAY),
  option('dhcp4', 'vivco-suboptions', 124, ['uint32', 'vendor-classes']),
  option('dhcp4', 'vivso-suboptions', 125, 'uint32'),
  option('dhcp4', 'vendor-class-identifier', 60, 'string'),
];

/** Options of spaces that option 43, a carrier, or a vendor's option 125 holds. */
export const INNER: readonly GeneratedOption[] = [
  option('igel', 'exclusive', 1, 'uint8'),
  option('igel', 'igelrmserver', 224, 'string'),
  option('igel', 'umsstructuretag', 226, 'string'),
  option('acme', 'server', 1, 'ipv4-address', ARRAY),
  option('acme', 'mode', 2, ['uint8', 'boolean']),
  option('acme', 'label', 3, 'tuple'),
  option('acme', 'flag', 4, 'empty'),
  option('acme', 'domain', 5, 'fqdn'),
  option('acme', 'nested', 6, 'empty', { encapsulates: 'inner' }),
  option('inner', 'first', 1, 'string'),
  option('inner', 'second', 2, 'uint16'),
  option('vendor-encapsulated-options-space', 'own', 10, 'string'),
  option('vendor-encapsulated-options-space', 'numbers', 11, 'uint8', ARRAY),
  option('vendor-4711', 'site', 1, 'string'),
  option('vendor-4711', 'port', 2, 'uint16'),
];

/** Option 43 as Kea defines it, which definitions of a file may replace. */
export const VENDOR_OPTIONS: GeneratedOption = option('dhcp4', 'vendor-encapsulated-options', 43, 'empty', {
  encapsulates: 'vendor-encapsulated-options-space',
});

export const VENDOR_CLASSES: readonly (string | null)[] = [
  null,
  'igel-dhcp-1',
  'igel-dhcp-1',
  'igel-dhcp-10',
  'IGEL-DHCP-1',
  'PXEClient:Arch:00007:UNDI:003016',
  'desk phone',
  'igel-dhcp-1\0',
];

export const USER_CLASSES: readonly (string | undefined)[] = [undefined, undefined, 'lab', 'iPXE'];

/** Enterprise numbers, and what a client says to have of them: options 124 and 125 (RFC 3925), in hex. */
export const ENTERPRISE = 4711;
