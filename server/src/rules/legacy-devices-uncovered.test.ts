import { expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'legacy-devices-uncovered';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const IGEL =
  'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\n';
const DEFINITION = 'option igelrmserver code 224 = text;\n';
const FOR_ALL = 'option igelrmserver "192.0.2.10";\n';

it('a UMS in option 43 alone is told, and set for all', async () => {
  expect(await foundBy(RULE, IGEL + SUBNET)).toEqual(['warning: option igel.igelrmserver "192.0.2.10"']);
  const after = await mendedBy(RULE, IGEL + SUBNET);
  expect(await foundBy(RULE, after)).toEqual([]);
  expect(after).toContain(DEFINITION);
  expect(after).toContain(FOR_ALL);
});

it('a definition that is there is used', async () => {
  const after = await mendedBy(RULE, DEFINITION + IGEL + SUBNET);
  expect(after.split(DEFINITION)).toHaveLength(2);
  expect(await foundBy(RULE, after)).toEqual([]);
});

it.each([
  DEFINITION + FOR_ALL + IGEL + SUBNET,
  // Nothing for IGEL OS
  SUBNET,
])('nothing is said of %j', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});
