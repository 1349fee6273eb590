import { describe, expect, it } from 'vitest';
import { findingsIn, foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'vendor-class-match';
const SPACE = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
const FOR_ALL = 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n';
const SENDS = 'vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const withClass = (test: string): string => `${SPACE}class "igel" {\n  match if ${test};\n  ${SENDS}\n}\n${SUBNET}`;
const withBranch = (test: string): string => `${SPACE}if ${test} {\n  ${SENDS}\n}\n${SUBNET}`;
const withKey = (key: string, of = 'vendor-class-identifier'): string =>
  `${SPACE}class "vendors" {\n  match option ${of};\n}\nsubclass "vendors" ${key} {\n  ${SENDS}\n}\n${SUBNET}`;

describe('a class for IGEL OS', () => {
  it.each([
    'option vendor-class-identifier = "IGEL-DHCP-1"',
    'option vendor-class-identifier = "igel-dhcp-2"',
    'option vendor-class-identifier = "igel-dhcp-1 "',
    'option user-class = "igel-dhcp-1"',
    'option vendor-class-identifier ~= "^IGEL"',
  ])('that tests for %s holds no device, and is mended', async (test) => {
    const before = withClass(test);
    expect(await foundBy(RULE, before)).toEqual([`error: ${test}`]);
    expect(await mendedBy(RULE, before)).toBe(withClass('option vendor-class-identifier = "igel-dhcp-1"'));
  });

  it('is a warning where the devices get their UMS another way', async () => {
    const test = 'option vendor-class-identifier = "IGEL-DHCP-1"';
    expect(await foundBy(RULE, FOR_ALL + withClass(test))).toEqual([`warning: ${test}`]);
  });

  it.each([
    'substring(option vendor-class-identifier, 0, 4) = "igel"',
    'option vendor-class-identifier ~= "^igel-dhcp-1"',
  ])('that tests for %s holds others too', async (test) => {
    expect(await foundBy(RULE, withClass(test))).toEqual([`warning: ${test}`]);
  });

  it.each([
    'option vendor-class-identifier = "igel-dhcp-1"',
    'option vendor-class-identifier = 69:67:65:6c:2d:64:68:63:70:2d:31',
    'lcase(option vendor-class-identifier) = "igel-dhcp-1"',
    'option vendor-class-identifier ~~ "^IGEL-dhcp-1$"',
  ])('that tests for %s is right', async (test) => {
    expect(await foundBy(RULE, withClass(test))).toEqual([]);
  });

  it('may also be one that keeps them out', async () => {
    const others = 'class "others" {\n  match if not (option vendor-class-identifier = "igel-dhcp-1");\n}\n';
    expect(await findingsIn(FOR_ALL + others + SUBNET)).toEqual([]);
  });

  it('is not meant to keep them out where it sets what only they read', async () => {
    const test = 'not (option vendor-class-identifier = "igel-dhcp-1")';
    expect(await foundBy(RULE, withClass(test))).toEqual([`error: ${test}`]);
  });
});

describe('a condition for IGEL OS', () => {
  it('that no device meets is mended', async () => {
    const before = withBranch('option vendor-class-identifier = "igel-dhcp1"');
    expect(await foundBy(RULE, before)).toEqual(['error: option vendor-class-identifier = "igel-dhcp1"']);
    expect(await mendedBy(RULE, before)).toBe(withBranch('option vendor-class-identifier = "igel-dhcp-1"'));
  });

  it('that comes too late is not met either', async () => {
    const before = `${SPACE}if exists vendor-class-identifier {\n  log (info, "one");\n} elsif option vendor-class-identifier = "igel-dhcp-1" {\n  ${SENDS}\n}\n${SUBNET}`;
    expect(await foundBy(RULE, before)).toEqual(['error: option vendor-class-identifier = "igel-dhcp-1"']);
  });

  it('that the devices meet is right, and one on their network cards is not judged', async () => {
    expect(await foundBy(RULE, withBranch('option vendor-class-identifier = "igel-dhcp-1"'))).toEqual([]);
    expect(await foundBy(RULE, withBranch('substring(hardware, 1, 3) = 00:e0:c5'))).toEqual([]);
  });
});

describe('a subclass for IGEL OS', () => {
  it('whose key is misspelt is mended', async () => {
    expect(await foundBy(RULE, withKey('"igel-dhcp1"'))).toEqual(['error: "igel-dhcp1"']);
    expect(await mendedBy(RULE, withKey('"igel-dhcp1"'))).toBe(withKey('"igel-dhcp-1"'));
  });

  it('of a class that looks at another option is found, and left to a person', async () => {
    const before = withKey('"igel-dhcp-1"', 'user-class');
    expect(await foundBy(RULE, before)).toEqual(['error: "igel-dhcp-1"']);
    expect(await mendedBy(RULE, before)).toBe(before);
  });

  it('with the right key is right', async () => {
    expect(await foundBy(RULE, withKey('"igel-dhcp-1"'))).toEqual([]);
  });
});
