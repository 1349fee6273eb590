import { type OptionRow, optionsOf, type StandardOption } from './standard-option.ts';

// biome-ignore-start format: one option per row reads as a table
const DHCP6: readonly OptionRow[] = [
  [1, 'clientid', 'binary', 'DUID of the client; reservations name it duid'],
  [2, 'serverid', 'binary', 'DUID of the server; the key server-id decides how Kea makes it'],
  [3, 'ia-na', 'record uint32, uint32, uint32', 'Bundle of lasting addresses (IA_NA); the server builds it'],
  [4, 'ia-ta', 'uint32', 'Bundle of temporary addresses (IA_TA); the server builds it'],
  [
    5,
    'iaaddr',
    'record ipv6-address, uint32, uint32',
    'One address with its lifetimes, inside a bundle; the server builds it',
  ],
  [6, 'oro', 'array of uint16', 'Codes of the DHCPv6 options the client wants'],
  [7, 'preference', 'uint8', 'Rank among servers, higher wins; with 255 the client stops waiting for others'],
  [8, 'elapsed-time', 'uint16', 'Hundredths of a second since the client began'],
  [9, 'relay-msg', 'binary', 'Message a relay passes on; the server handles it'],
  [11, 'auth', 'binary', 'Proof that the message comes from whom it says, as bytes'],
  [12, 'unicast', 'ipv6-address', 'Address at which this server takes messages without multicast'],
  [13, 'status-code', 'record uint16, string', 'Outcome as a word, then a message for the reader'],
  [14, 'rapid-commit', 'empty', 'Shortens the exchange for an address to a solicit and a reply'],
  [15, 'user-class', 'binary', 'Groups that the client counts itself among, each behind its length'],
  [
    16,
    'vendor-class',
    'vendor classes',
    'Enterprise number, then the kinds of hardware and software that the client names',
  ],
  [17, 'vendor-opts', 'uint32', 'DHCPv6 vendor options by enterprise number, the options of space vsio'],
  [18, 'interface-id', 'binary', "Interface of the relay the client hangs on, in the relay's own spelling"],
  [19, 'reconf-msg', 'uint8', 'Message a reconfigured client shall send: RENEW, REBIND or INFORMATION-REQUEST'],
  [20, 'reconf-accept', 'empty', 'Says that reconfigure messages are welcome'],
  [21, 'sip-server-dns', 'array of fqdn', 'Names of SIP proxies for telephones'],
  [22, 'sip-server-addr', 'array of ipv6-address', 'IPv6 addresses of SIP proxies for telephones'],
  [
    23,
    'dns-servers',
    'array of ipv6-address',
    'IPv6 addresses of the DNS servers the client asks, in order of preference',
  ],
  [24, 'domain-search', 'array of fqdn', 'Domains a DHCPv6 client tries in turn when it completes a name'],
  [25, 'ia-pd', 'record uint32, uint32, uint32', 'Bundle of delegated prefixes (IA_PD); the server builds it'],
  [
    26,
    'iaprefix',
    'record uint32, uint32, uint8, ipv6-address',
    'One prefix with its lifetimes, inside a bundle; the server builds it',
  ],
  [27, 'nis-servers', 'array of ipv6-address', 'IPv6 addresses of NIS servers'],
  [28, 'nisp-servers', 'array of ipv6-address', 'IPv6 addresses of NIS+ servers'],
  [29, 'nis-domain-name', 'array of fqdn', 'NIS domain of a DHCPv6 client'],
  [30, 'nisp-domain-name', 'array of fqdn', 'NIS+ domain of a DHCPv6 client'],
  [
    31,
    'sntp-servers',
    'array of ipv6-address',
    'IPv6 addresses of SNTP time servers; newer clients want code 56, which needs a definition',
  ],
  [32, 'information-refresh-time', 'uint32', 'Seconds until a client without a lease asks again; 86400 if not sent'],
  [33, 'bcmcs-server-dns', 'array of fqdn', 'Names of broadcast and multicast controllers, for 3G clients over IPv6'],
  [
    34,
    'bcmcs-server-addr',
    'array of ipv6-address',
    'IPv6 addresses of broadcast and multicast controllers for 3G clients',
  ],
  [
    36,
    'geoconf-civic',
    'record uint8, uint16, binary',
    'Civic address of a DHCPv6 client, in the encoding of RFC 4776',
  ],
  [
    37,
    'remote-id',
    'record uint32, binary',
    "Far end of the client's line as the relay names it: enterprise number, then bytes",
  ],
  [38, 'subscriber-id', 'binary', "Customer the line belongs to, as the provider's relay names it"],
  [
    39,
    'client-fqdn',
    'record uint8, fqdn',
    'Full name of a DHCPv6 client and who registers it in DNS, set field by field in space fqdn',
  ],
  [40, 'pana-agent', 'array of ipv6-address', 'IPv6 addresses of PANA network access authentication agents'],
  [
    41,
    'new-posix-timezone',
    'string',
    'Time zone of a DHCPv6 client as a POSIX rule, such as "CET-1CEST,M3.5.0,M10.5.0/3"',
  ],
  [42, 'new-tzdb-timezone', 'string', 'Time zone of a DHCPv6 client by its name, such as "Europe/Berlin"'],
  [43, 'ero', 'array of uint16', 'Codes of the options a relay wants back'],
  [44, 'lq-query', 'record uint8, ipv6-address', 'Question of a lease query', { encapsulates: 'dhcp6' }],
  [45, 'client-data', 'empty', 'Everything known of one client, in answer to a lease query', { encapsulates: 'dhcp6' }],
  [46, 'clt-time', 'uint32', 'Seconds since a DHCPv6 client last spoke to the server'],
  [
    47,
    'lq-relay-data',
    'record ipv6-address, binary',
    'Relay and the message it last passed on for the client, in answer to a lease query',
  ],
  [
    48,
    'lq-client-link',
    'array of ipv6-address',
    'Links on which the client holds addresses, in answer to a lease query',
  ],
  [51, 'v6-lost', 'fqdn', 'Name of the server that finds emergency services by location (LoST), for IPv6'],
  [52, 'capwap-ac-v6', 'array of ipv6-address', 'IPv6 addresses of controllers that CAPWAP access points join'],
  [53, 'relay-id', 'binary', 'DUID of the relay agent a packet came through'],
  [
    56,
    'ntp-server',
    'empty',
    'Time servers as sub-options (RFC 5908)',
    { encapsulates: 'v6-ntp-server-suboptions', since: '2.7.4' },
  ],
  [57, 'v6-access-domain', 'fqdn', 'Domain of the access network, for finding location servers over IPv6'],
  [58, 'sip-ua-cs-list', 'array of fqdn', 'Domains where SIP phones look for their configuration over IPv6'],
  [59, 'bootfile-url', 'string', 'URL of the boot file, such as "tftp://[2001:db8::1]/boot.efi" (RFC 5970)'],
  [60, 'bootfile-param', 'array of tuple', 'Parameters for the boot file: each two bytes of length, then the text'],
  [
    61,
    'client-arch-type',
    'array of uint16',
    'Architecture of a client that boots over IPv6: 7 or 9 for 64-bit UEFI, …',
  ],
  [
    62,
    'nii',
    'record uint8, uint8, uint8',
    'Interface of a client that boots over IPv6: type, major and minor version',
  ],
  [64, 'aftr-name', 'fqdn', 'Name of the far end of the DS-Lite tunnel (RFC 6334)'],
  [65, 'erp-local-domain-name', 'fqdn', 'Domain of the local server for EAP re-authentication'],
  [66, 'rsoo', 'empty', 'Options that a relay proposes for the reply', { encapsulates: 'rsoo-opts' }],
  [67, 'pd-exclude', 'ipv6-prefix', 'Part of a delegated prefix that the client must not use on its own side'],
  [
    74,
    'rdnss-selection',
    'array of record ipv6-address, uint8, fqdn',
    'DNS server for certain domains: address, preference, domains (RFC 6731)',
  ],
  [
    79,
    'client-linklayer-addr',
    'binary',
    'Hardware type and address of the client, as the first relay saw them (RFC 6939)',
  ],
  [80, 'link-address', 'ipv6-address', 'Link a relay shall pass a reconfigure message on to'],
  [82, 'solmax-rt', 'uint32', 'Longest pause in seconds between solicit messages; 60 to 86400'],
  [83, 'inf-max-rt', 'uint32', 'Longest pause in seconds between information requests; 60 to 86400'],
  [87, 'dhcpv4-message', 'binary', 'DHCPv4 message carried inside DHCPv6 (RFC 7341)'],
  [88, 'dhcp4o6-server-addr', 'array of ipv6-address', 'IPv6 addresses of servers that take DHCPv4 inside DHCPv6'],
  [94, 's46-cont-mape', 'empty', 'Rules of MAP-E, IPv4 inside IPv6', { encapsulates: 's46-cont-mape-options' }],
  [95, 's46-cont-mapt', 'empty', 'Rules of MAP-T, IPv4 translated to IPv6', { encapsulates: 's46-cont-mapt-options' }],
  [96, 's46-cont-lw', 'empty', 'Settings of lightweight 4over6', { encapsulates: 's46-cont-lw-options' }],
  [103, 'v6-captive-portal', 'string', "URI of the captive portal's API for IPv6 clients (RFC 8910)"],
  [135, 'relay-source-port', 'uint16', 'UDP port the relay sends from, where it is not 547 (RFC 8357)'],
  [
    136,
    'v6-sztp-redirect',
    'array of tuple',
    'Addresses of servers that a new device fetches its first configuration from',
    { since: '2.3.6' },
  ],
  [
    143,
    'ipv6-address-andsf',
    'array of ipv6-address',
    'IPv6 servers that advise mobile devices which access network to take',
  ],
  [
    144,
    'v6-dnr',
    'record uint16, uint16, fqdn, binary',
    'DNS servers that are asked over encrypted connections (RFC 9463)',
    { since: '2.3.8', until: '2.5.5' },
  ],
  [
    144,
    'v6-dnr',
    'encrypted dns',
    'DNS servers that are asked over encrypted connections (RFC 9463)',
    { since: '2.5.6' },
  ],
  [
    148,
    'addr-reg-enable',
    'empty',
    'Invites clients to report addresses that they chose by themselves (RFC 9686)',
    { since: '2.7.7' },
  ],
];

const S46_CONT_MAPE_OPTIONS: readonly OptionRow[] = [
  [
    89,
    's46-rule',
    'record uint8, uint8, uint8, ipv4-address, ipv6-prefix',
    'Rule that maps IPv4 addresses and ports to IPv6 prefixes',
    { encapsulates: 's46-rule-options' },
  ],
  [90, 's46-br', 'ipv6-address', 'Router at which IPv4 leaves the tunnel'],
];

const S46_CONT_MAPT_OPTIONS: readonly OptionRow[] = [
  [
    89,
    's46-rule',
    'record uint8, uint8, uint8, ipv4-address, ipv6-prefix',
    'Rule that maps IPv4 addresses and ports to IPv6 prefixes',
    { encapsulates: 's46-rule-options' },
  ],
  [91, 's46-dmr', 'ipv6-prefix', 'Prefix that stands for all other IPv4 addresses'],
];

const S46_CONT_LW_OPTIONS: readonly OptionRow[] = [
  [90, 's46-br', 'ipv6-address', 'Router at which IPv4 leaves the tunnel'],
  [
    92,
    's46-v4v6bind',
    'record ipv4-address, ipv6-prefix',
    'IPv4 address of the client and the IPv6 prefix that it is bound to',
    { encapsulates: 's46-v4v6bind-options' },
  ],
];

const S46_RULE_OPTIONS: readonly OptionRow[] = [
  [93, 's46-portparams', 'record uint8, psid', 'Ports of the shared address that the client may use'],
];

const S46_V4V6BIND_OPTIONS: readonly OptionRow[] = [
  [93, 's46-portparams', 'record uint8, psid', 'Ports of the shared address that the client may use'],
];

const V6_NTP_SERVER_SUBOPTIONS: readonly OptionRow[] = [
  [1, 'ntp-server-address', 'ipv6-address', 'Address of a time server', { since: '2.7.4' }],
  [2, 'ntp-server-multicast', 'ipv6-address', 'Multicast address that time is announced on', { since: '2.7.4' }],
  [3, 'ntp-server-fqdn', 'fqdn', 'Name of a time server', { since: '2.7.4' }],
];

const DOCSIS3: readonly OptionRow[] = [
  [1, 'oro', 'array of uint16', 'Codes of the sub-options that the modem asks for'],
  [2, 'device-type', 'string', 'Kind of device, such as ECM or EMTA'],
  [10, 'vendor-type', 'string', 'Maker of the device'],
  [32, 'tftp-servers', 'array of ipv6-address', "TFTP servers with the modem's configuration"],
  [33, 'config-file', 'string', 'Name of the file with the configuration'],
  [34, 'syslog-servers', 'array of ipv6-address', 'Hosts that take log messages'],
  [36, 'device-id', 'binary', 'MAC address of the device'],
  [37, 'time-servers', 'array of ipv6-address', 'Servers that tell the time (RFC 868)'],
  [38, 'time-offset', 'int32', 'Distance from UTC in seconds, east positive'],
  [1026, 'cmts-cm-mac', 'binary', 'MAC address of the modem, as the head end sees it'],
];

const SPACE_4O6: readonly OptionRow[] = [
  [60000, '4o6-interface', 'string', 'Interface that an inner DHCPv4 request came in by'],
  [60001, '4o6-source-address', 'ipv6-address', 'Source of the packet around an inner DHCPv4 request'],
  [60002, '4o6-source-port', 'uint16', 'Source port of the packet around an inner DHCPv4 request'],
];
// biome-ignore-end format: one option per row reads as a table

/** The options that kea-dhcp6 knows without a definition in the file. */
export const OPTIONS6: readonly StandardOption[] = [
  ...optionsOf('dhcp6', DHCP6),
  ...optionsOf('s46-cont-mape-options', S46_CONT_MAPE_OPTIONS),
  ...optionsOf('s46-cont-mapt-options', S46_CONT_MAPT_OPTIONS),
  ...optionsOf('s46-cont-lw-options', S46_CONT_LW_OPTIONS),
  ...optionsOf('s46-rule-options', S46_RULE_OPTIONS),
  ...optionsOf('s46-v4v6bind-options', S46_V4V6BIND_OPTIONS),
  ...optionsOf('v6-ntp-server-suboptions', V6_NTP_SERVER_SUBOPTIONS),
  // The same ones go by two names.
  ...optionsOf('docsis3-v6', DOCSIS3),
  ...optionsOf('vendor-4491', DOCSIS3),
  ...optionsOf('4o6', SPACE_4O6),
];
