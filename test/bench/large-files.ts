export const hex = (number: number): string => number.toString(16).padStart(2, '0');

export const many = (count: number, make: (index: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

const macOf = (index: number): string => `02:1e:10:${hex(index >> 16)}:${hex((index >> 8) & 255)}:${hex(index & 255)}`;

/** 10.0.0.0 and what follows, 4,000 of each 4,096 addresses, so that hosts lie in subnets of 20 bits. */
const addressOf = (index: number): string => {
  const address = Math.floor(index / 4000) * 4096 + (index % 4000) + 50;
  return `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`;
};

const networkOf = (subnet: number): string => `10.${subnet >> 4}.${(subnet & 15) << 4}`;

/** A language's configuration of a company with so many devices, some 90 bytes each. */
export interface LargeFile {
  readonly language: 'dhcpd' | 'kea';
  readonly text: string;
  /** A device in the middle, whose address is a good place to type at. */
  readonly middle: string;
}

export function dhcpdWith(hosts: number): LargeFile {
  const text = `option igelrmserver code 224 = text;
option igelrmserver "192.0.2.5";
option space igel;
option igel.igelrmserver code 224 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "192.0.2.5";
}
${many(Math.ceil(hosts / 4000), (subnet) => `subnet ${networkOf(subnet)}.0 netmask 255.255.240.0 {\n  range ${networkOf(subnet)}.10 ${networkOf(subnet)}.40;\n}`)}
${many(hosts, (host) => `host tc-${host} {\n  hardware ethernet ${macOf(host)};\n  fixed-address ${addressOf(host)};\n}`)}
`;
  return { language: 'dhcpd', text, middle: addressOf(hosts >> 1) };
}

export function keaWith(reservations: number): LargeFile {
  const subnets = Math.ceil(reservations / 4000);
  const inSubnet = (subnet: number): string =>
    many(
      Math.min(4000, reservations - subnet * 4000),
      (index) => {
        const host = subnet * 4000 + index;
        return `        { "hw-address": "${macOf(host)}", "ip-address": "${addressOf(host)}", "hostname": "tc-${host}" }`;
      },
      ',\n',
    );
  const text = `{ "Dhcp4": {
  "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
  "option-data": [ { "name": "igelrmserver", "data": "192.0.2.5" } ],
  "subnet4": [
${many(subnets, (subnet) => `    { "id": ${subnet + 1}, "subnet": "${networkOf(subnet)}.0/20", "pools": [ { "pool": "${networkOf(subnet)}.10-${networkOf(subnet)}.40" } ],\n      "reservations": [\n${inSubnet(subnet)}\n      ] }`, ',\n')}
  ]
} }
`;
  return { language: 'kea', text, middle: addressOf(reservations >> 1) };
}
