import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'exclusive-value';
const inSpace = (type: string, value: string): string =>
  `option space igel;\noption igel.exclusive code 1 = ${type};\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive ${value};\n  option igel.igelrmserver "192.0.2.10";\n}\n`;
const inBytes = (bytes: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${bytes}:e0:0a:31:39:32:2e:30:2e:32:2e:31:30;\n}\n`;

describe('the value of exclusive', () => {
  it.each([
    ['unsigned integer 8', '0', '1'],
    ['unsigned integer 8', '255', '1'],
    ['string', '00', '01'],
  ])('as %s is not %s, and becomes %s', async (type, before, after) => {
    expect(await foundBy(RULE, inSpace(type, before))).toEqual([`error: ${before}`]);
    expect(await mendedBy(RULE, inSpace(type, before))).toBe(inSpace(type, after));
  });

  it.each([
    ['text', '"1"'],
    ['boolean', 'false'],
  ])('as %s is not %s, and is left to a person', async (type, value) => {
    expect(await foundBy(RULE, inSpace(type, value))).toEqual([`error: ${value}`]);
    expect(await mendedBy(RULE, inSpace(type, value))).toBe(inSpace(type, value));
  });

  it('is looked at in raw bytes', async () => {
    expect(await foundBy(RULE, inBytes('01:01:00'))).toEqual(['error: 01:01:00']);
    expect(await foundBy(RULE, inBytes('01:01:01'))).toEqual([]);
  });

  it.each([
    ['unsigned integer 8', '1'],
    ['string', '01'],
    ['boolean', 'on'],
  ])('as %s may be %s', async (type, value) => {
    expect(await foundBy(RULE, inSpace(type, value))).toEqual([]);
  });

  it('is nothing to look at where it is no single byte', async () => {
    expect(await foundBy(RULE, inSpace('unsigned integer 16', '0'))).toEqual([]);
  });
});
