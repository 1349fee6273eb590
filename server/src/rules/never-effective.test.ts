import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'never-effective';
const DEFINED = 'option igelrmserver code 224 = text;\n';
const SPACE = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
const TEST = 'match if option vendor-class-identifier = "igel-dhcp-1";';
const block = (head: string, ...lines: string[]): string =>
  `${head} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const subnet = (...lines: string[]): string =>
  block('subnet 192.0.2.0 netmask 255.255.255.0', 'range 192.0.2.100 192.0.2.200;', ...lines);
const other = (...lines: string[]): string =>
  block('subnet 198.51.100.0 netmask 255.255.255.0', 'range 198.51.100.100 198.51.100.200;', ...lines);
const set = (last: number): string => `option igelrmserver "192.0.2.${last}";`;
const sub = (last: number): string => `option igel.igelrmserver "192.0.2.${last}";`;

describe('dhcpd: a value for IGEL OS', () => {
  it('of a subnet, where the class that sends it has one too', async () => {
    const text = (...lines: string[]): string =>
      SPACE + block('class "igel"', TEST, 'vendor-option-space igel;', sub(10)) + subnet(...lines);
    expect(await foundBy(RULE, text(sub(11)))).toEqual(['warning: igel.igelrmserver']);
    expect(await mendedBy(RULE, text(sub(11)))).toBe(text());
  });

  it('of a subnet, where more clients than those of the class are sent the space', async () => {
    const text = `${SPACE}vendor-option-space igel;\n${block('class "igel"', TEST, sub(10))}${subnet(sub(11))}`;
    expect(await foundBy(RULE, text)).toEqual([]);
  });

  it('for everybody, where each subnet has its own', async () => {
    expect(await foundBy(RULE, DEFINED + set(9) + subnet(set(10)) + other(set(11)))).toEqual(['warning: igelrmserver']);
    expect(await foundBy(RULE, DEFINED + set(9) + subnet(set(10)) + other())).toEqual([]);
  });

  it('for everybody, where a subnet without addresses of its own serves known hosts', async () => {
    const text = `${DEFINED}${set(9)}\n${subnet(set(10))}subnet 203.0.113.0 netmask 255.255.255.0 {\n}\n`;
    const host = 'host a {\n  hardware ethernet 02:00:00:00:00:01;\n  fixed-address 203.0.113.5;\n}\n';
    expect(await foundBy(RULE, text)).toEqual(['warning: igelrmserver']);
    expect(await foundBy(RULE, text + host)).toEqual([]);
  });

  it('of a subnet, where its pool has one too and no host stays outside of the pool', async () => {
    const pool = block('pool', 'range 192.0.2.100 192.0.2.200;', set(11));
    const text = DEFINED + block('subnet 192.0.2.0 netmask 255.255.255.0', set(10), pool);
    const host = 'host a {\n  hardware ethernet 02:00:00:00:00:01;\n  fixed-address 192.0.2.5;\n}\n';
    expect(await foundBy(RULE, text)).toEqual(['warning: igelrmserver']);
    expect(await foundBy(RULE, text + host)).toEqual([]);
  });

  it('under a test, with another one further down for everybody', async () => {
    const test = block('if option vendor-class-identifier = "igel-dhcp-1"', set(10));
    expect(await foundBy(RULE, DEFINED + subnet(test, set(11)))).toEqual(['warning: igelrmserver']);
    expect(await foundBy(RULE, DEFINED + subnet(set(11), test))).toEqual([]);
  });

  it('that is a default where one is set', async () => {
    expect(await foundBy(RULE, DEFINED + set(10) + subnet('default igelrmserver "192.0.2.11";'))).toEqual([
      'warning: igelrmserver',
    ]);
  });

  it('of a class whose clients are all in one that comes first', async () => {
    const first = block('class "thin"', 'match if substring(option vendor-class-identifier, 0, 4) = "igel";', set(10));
    const second = block('class "igel"', TEST, set(11));
    expect(await foundBy(RULE, DEFINED + first + second + subnet())).toEqual(['warning: igelrmserver']);
    expect(await foundBy(RULE, DEFINED + second + first + subnet())).toEqual([]);
  });

  it('of a class that shares only some clients with the first', async () => {
    const first = block('class "west"', 'match if substring(hardware, 1, 3) != 00:e0:c5;', set(10));
    const second = block('class "igel"', TEST, set(11));
    expect(await foundBy(RULE, DEFINED + first + second + subnet())).toEqual([]);
  });

  it('that is set twice in one place is told by another rule', async () => {
    expect(await foundBy(RULE, DEFINED + subnet(set(10), set(11)))).toEqual([]);
  });

  it('may be for a place in a file that could not be read', async () => {
    expect(await foundBy(RULE, `${DEFINED}${set(9)}\n${subnet(set(10))}include "branches.conf";\n`)).toEqual([]);
  });
});

describe('Kea: a value for IGEL OS', () => {
  const entry = (last: number): string => `{ "name": "igelrmserver", "data": "192.0.2.${last}" }`;
  const config = (inClass: readonly string[], ...subnets: (readonly string[])[]): string =>
    `{ "Dhcp4": {
  "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
  "client-classes": [ { "name": "igel", "test": "option[60].hex == 'igel-dhcp-1'", "option-data": [${inClass.join()}] } ],
  "subnet4": [
${subnets
  .map(
    (data, i) =>
      `    { "id": ${i + 1}, "subnet": "192.0.${i}.0/24", "pools": [ { "pool": "192.0.${i}.10-192.0.${i}.99" } ], "option-data": [${data.join()}] }`,
  )
  .join(',\n')}
  ]
} }\n`;

  it('of a class, where each subnet has its own', async () => {
    const text = config([entry(9)], [entry(10)], [entry(11)]);
    expect(await foundBy(RULE, text, 'kea')).toEqual(['warning: igelrmserver']);
    expect(await mendedBy(RULE, text, 'kea')).toBe(config([], [entry(10)], [entry(11)]));
  });

  it('of a class that a subnet leaves to it', async () => {
    expect(await foundBy(RULE, config([entry(9)], [entry(10)], []), 'kea')).toEqual([]);
  });

  it('of a class, where the entry of the subnet is for other clients', async () => {
    const reserved = '{ "name": "igelrmserver", "data": "192.0.2.1", "client-classes": [ "phones" ] }';
    expect(await foundBy(RULE, config([entry(9)], [reserved]), 'kea')).toEqual([]);
  });
});
