import { expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'option-43-unscoped';
const SPACE = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
const SENDS = 'vendor-option-space igel;\noption igel.igelrmserver "192.0.2.10";\n';
const RAW = 'option vendor-encapsulated-options e0:0a:31:39:32:2e:30:2e:32:2e:31:30;\n';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const igel = (text: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n${text}}\n`;

it('sub-options of IGEL for everybody are told where they are set', async () => {
  expect(await foundBy(RULE, SPACE + SENDS + SUBNET)).toEqual(['warning: igel.igelrmserver']);
  expect(await foundBy(RULE, RAW + SUBNET)).toEqual(['warning: vendor-encapsulated-options']);
});

it('they are told once, however many subnets send them', async () => {
  const second = 'subnet 198.51.100.0 netmask 255.255.255.0 {\n  range 198.51.100.100 198.51.100.200;\n}\n';
  expect(await foundBy(RULE, RAW + SUBNET + second)).toEqual(['warning: vendor-encapsulated-options']);
});

it.each([
  SPACE + igel(SENDS) + SUBNET,
  igel(RAW) + SUBNET,
  // Set for everybody, and sent to IGEL OS alone
  `${SPACE}option igel.igelrmserver "192.0.2.10";\n${igel('vendor-option-space igel;\n')}${SUBNET}`,
  // Another vendor's affair
  `option vendor-encapsulated-options 05:01:41;\n${SUBNET}`,
])('sub-options for IGEL OS alone are right: %j', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});
