import { languageRule } from './language-rule.ts';

export const addressRange = languageRule('address-range', 'error', {
  summary: 'Addresses that do not fit together: ranges, subnets, masks and fixed addresses.',
  what: 'A range outside of its subnet, two ranges that share addresses, a network address with host bits, a mask that does not fit. Subnets that share addresses, and fixed addresses inside a range, are warnings: dhcpd accepts them.',
  why: 'dhcpd stops at most of these, often without naming a line. The others give two devices one address.',
  example: 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.3.10 192.0.3.20;\n}\n',
  instead: 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.10 192.0.2.20;\n}\n',
});
