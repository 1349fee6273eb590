import { expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'exclusive-without-server';
const SPACE =
  'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\n';
const FOR_ALL = 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n';
const igel = (...lines: string[]): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

it('exclusive alone keeps devices from the server that is set for everybody', async () => {
  const text = FOR_ALL + SPACE + igel('vendor-option-space igel;', 'option igel.exclusive 1;');
  expect(await foundBy(RULE, text)).toEqual(['error: 1']);
});

it('exclusive alone is found in raw bytes', async () => {
  expect(await foundBy(RULE, FOR_ALL + igel('option vendor-encapsulated-options 01:01:01;'))).toEqual([
    'error: 01:01:01',
  ]);
});

it.each([
  SPACE + igel('vendor-option-space igel;', 'option igel.exclusive 1;', 'option igel.igelrmserver "192.0.2.10";'),
  // The server may be set elsewhere
  `${SPACE}option igel.igelrmserver "192.0.2.10";\n${igel('vendor-option-space igel;', 'option igel.exclusive 1;')}`,
  igel('option vendor-encapsulated-options 01:01:01:e0:0a:31:39:32:2e:30:2e:32:2e:31:30;'),
  SPACE,
])('exclusive beside a server is right: %j', async (text) => {
  expect(await foundBy(RULE, text)).toEqual([]);
});

it('option 43 of another vendor is not looked at', async () => {
  const text =
    'class "phones" {\n  match if option vendor-class-identifier = "phone";\n  option vendor-encapsulated-options 01:01:01;\n}\n';
  expect(await foundBy(RULE, text)).toEqual([]);
});
