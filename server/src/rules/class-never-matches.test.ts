import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'class-never-matches';
const withTest = (test: string): string =>
  `class "some" {\n  match if ${test};\n  option domain-name "example.org";\n}\n`;
const withKey = (match: string, key: string): string =>
  `class "some" {\n  match ${match};\n}\nsubclass "some" ${key} {\n  option domain-name "example.org";\n}\n`;

describe('a test that no client can pass', () => {
  it.each([
    [
      'substring(option vendor-class-identifier, 0, 4) = "igel-dhcp-1"',
      'substring(option vendor-class-identifier, 0, 4)',
    ],
    ['lcase(option vendor-class-identifier) = "IGEL-DHCP-1"', 'lcase(option vendor-class-identifier)'],
    ['hardware = 00:e0:c5:11:22:33', 'hardware'],
    ['substring(hardware, 0, 3) = 00:e0:c5', 'substring(hardware, 0, 3)'],
    ['known', 'known'],
    ['igel = "igel-dhcp-1"', 'igel'],
    ['option vendor-class-identifier = igel-dhcp-1', 'igel-dhcp-1'],
    ['substing(option vendor-class-identifier, 0, 4) = "igel"', 'substing(option vendor-class-identifier, 0, 4)'],
    // The number is one byte for the server, and the option holds two or more
    ['option pxe-system-type = 7', 'option pxe-system-type'],
    ['option dhcp-message-type = 00:01', 'option dhcp-message-type'],
  ])('%s', async (test, part) => {
    expect(await foundBy(RULE, withTest(test))).toEqual([`warning: ${part}`]);
  });

  it.each([
    'substring(option vendor-class-identifier, 0, 4) = "igel"',
    'hardware = 1:00:e0:c5:11:22:33',
    'substring(hardware, 1, 3) = 00:e0:c5',
    'option pxe-system-type = 00:07',
    'substring(option pxe-system-type, 1, 1) = 7',
    'option dhcp-message-type = 1',
    'option vendor-class-identifier = "igel-dhcp-1" or known',
  ])('but not %s', async (test) => {
    expect(await foundBy(RULE, withTest(test))).toEqual([]);
  });
});

describe('a key that no client can have', () => {
  it('lacks the type of the network card', async () => {
    expect(await foundBy(RULE, withKey('hardware', '00:e0:c5:11:22:33'))).toEqual(['warning: 00:e0:c5:11:22:33']);
    expect(await foundBy(RULE, withKey('hardware', '1:00:e0:c5:11:22:33'))).toEqual([]);
  });

  it('is longer than what is compared', async () => {
    const match = 'substring(option vendor-class-identifier, 0, 4)';
    expect(await foundBy(RULE, withKey(match, '"igel-dhcp-1"'))).toEqual(['warning: "igel-dhcp-1"']);
    expect(await foundBy(RULE, withKey(match, '"igel"'))).toEqual([]);
  });
});

it('a class that asks for all classes in its own test is no reason to ask without end', async () => {
  const text = `class "loop" {\n  match if check "default";\n}\n${'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n'}`;
  expect(await foundBy(RULE, text)).toEqual([]);
});
