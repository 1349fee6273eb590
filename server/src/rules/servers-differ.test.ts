import { expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'servers-differ';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const forAll = (address: string): string => `option igelrmserver code 224 = text;\noption igelrmserver "${address}";\n`;
const igel = (address: string): string =>
  `option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "${address}";\n}\n`;

it('two servers, one for each age, are information: a migration wants them', async () => {
  expect(await foundBy(RULE, forAll('192.0.2.10') + igel('192.0.2.11') + SUBNET)).toEqual([
    'information: option igel.igelrmserver "192.0.2.11"',
  ]);
});

it.each([
  forAll('192.0.2.10') + igel('192.0.2.10') + SUBNET,
  forAll('192.0.2.10') + SUBNET,
  igel('192.0.2.11') + SUBNET,
])('nothing is said of %j', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});
