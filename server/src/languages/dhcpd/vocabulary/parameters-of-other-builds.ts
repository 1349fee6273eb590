import { enumeration, FLAG, TEXT, U32 } from './field-types.ts';
import type { Parameter } from './parameters.ts';
import type { Effect } from './place.ts';

/** A parameter that only a server built in a special way knows; Debian's isc-dhcp-server refuses it. */
export interface ParameterOfOtherBuild extends Parameter {
  /** `ldap`: Debian's isc-dhcp-server-ldap. `eui-64`: a server compiled with EUI_64, which Debian does not package. */
  readonly build: 'ldap' | 'eui-64';
}

const LDAP: { readonly build: 'ldap'; readonly family: 'both'; readonly effect: Effect } = {
  build: 'ldap',
  family: 'both',
  effect: ['global'],
};

const METHOD = enumeration('ldap-methods', 8, { static: 0, dynamic: 1 });
const SSL = enumeration('ldap-ssl-usage', 8, { off: 0, on: 1, start_tls: 2, ldaps: 3 });
const CERTIFICATE = enumeration('ldap-tls-reqcert', 8, { never: 0, hard: 1, demand: 2, allow: 3, try: 4 });
const REVOCATION = enumeration('ldap-tls-crlcheck', 8, { none: 0, peer: 1, all: 2 });

// biome-ignore format: two lines per parameter read as a table
export const PARAMETERS_OF_OTHER_BUILDS: readonly ParameterOfOtherBuild[] = [
  { ...LDAP, name: 'ldap-server', code: 60, type: TEXT,
    help: 'Host name or address of the LDAP server the configuration is read from' },
  { ...LDAP, name: 'ldap-port', code: 61, type: U32, default: '389',
    help: 'TCP port of the LDAP server' },
  { ...LDAP, name: 'ldap-username', code: 62, type: TEXT,
    help: 'Distinguished name the server logs in to LDAP with; anonymous if not set' },
  { ...LDAP, name: 'ldap-password', code: 63, type: TEXT,
    help: 'Password of ldap-username; keep the file readable for the server only' },
  { ...LDAP, name: 'ldap-base-dn', code: 64, type: TEXT,
    help: 'Branch of the LDAP tree that is searched for the configuration' },
  { ...LDAP, name: 'ldap-method', code: 65, type: METHOD, default: 'dynamic',
    help: 'Whether LDAP is read as a whole at the start, or host by host as clients ask' },
  { ...LDAP, name: 'ldap-debug-file', code: 66, type: TEXT,
    help: 'File into which what came from LDAP is written, as dhcpd.conf text' },
  { ...LDAP, name: 'ldap-dhcp-server-cn', code: 67, type: TEXT,
    help: "Common name of this server's entry in LDAP; its host name if not set" },
  { ...LDAP, name: 'ldap-referrals', code: 68, type: FLAG,
    help: 'Whether referrals to other LDAP servers are followed' },
  { ...LDAP, name: 'ldap-ssl', code: 69, type: SSL,
    help: 'How the connection to LDAP is encrypted' },
  { ...LDAP, name: 'ldap-tls-reqcert', code: 70, type: CERTIFICATE,
    help: 'How strictly the certificate of the LDAP server is checked' },
  { ...LDAP, name: 'ldap-tls-ca-file', code: 71, type: TEXT,
    help: "File of the authorities that are trusted to sign the LDAP server's certificate" },
  { ...LDAP, name: 'ldap-tls-ca-dir', code: 72, type: TEXT,
    help: "Folder of the authorities that are trusted to sign the LDAP server's certificate" },
  { ...LDAP, name: 'ldap-tls-cert', code: 73, type: TEXT,
    help: 'File with the certificate this server shows to LDAP' },
  { ...LDAP, name: 'ldap-tls-key', code: 74, type: TEXT,
    help: 'File with the private key of ldap-tls-cert' },
  { ...LDAP, name: 'ldap-tls-crlcheck', code: 75, type: REVOCATION,
    help: 'Which certificates of the chain are looked up in revocation lists' },
  { ...LDAP, name: 'ldap-tls-ciphers', code: 76, type: TEXT,
    help: 'Ciphers allowed on the connection to LDAP' },
  { ...LDAP, name: 'ldap-tls-randfile', code: 77, type: TEXT,
    help: 'Source of random bytes for the connection to LDAP' },
  { ...LDAP, name: 'ldap-init-retry', code: 178, type: U32,
    help: 'How often the server tries to reach LDAP, a second apart, before it gives up at the start' },
  { ...LDAP, name: 'ldap-gssapi-keytab', code: 179, type: TEXT,
    help: 'Kerberos key table for logging in to LDAP' },
  { ...LDAP, name: 'ldap-gssapi-principal', code: 180, type: TEXT,
    help: 'Kerberos principal for logging in to LDAP' },
  { build: 'eui-64', name: 'use-eui-64', code: 90, type: FLAG, family: 6, effect: 'everywhere', default: 'off',
    help: "Whether IPv6 addresses are made from the hardware address in the client's EUI-64 DUID" },
  { build: 'eui-64', name: 'persist-eui-64-leases', code: 91, type: FLAG, family: 6, effect: ['global'], default: 'on',
    help: 'Whether leases of use-eui-64 are written to the lease file' },
];
