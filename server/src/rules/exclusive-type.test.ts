import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'exclusive-type';
const inSpace = (type: string, value: string): string =>
  `option space igel;\noption igel.exclusive code 1 = ${type};\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive ${value};\n  option igel.igelrmserver "192.0.2.10";\n}\n`;
const inBytes = (bytes: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${bytes};\n}\n`;
const SERVER = 'e0:0a:31:39:32:2e:30:2e:32:2e:31:30';

describe('exclusive', () => {
  it.each([
    ['unsigned integer 16', '1'],
    ['unsigned integer 32', '1'],
    ['ip-address', '0.0.0.1'],
    ['text', '"true"'],
    ['string', '01:00'],
  ])('as %s with the value %s is no single byte, and becomes one', async (type, value) => {
    expect(await foundBy(RULE, inSpace(type, value))).toEqual([`error: ${type}`]);
    expect(await mendedBy(RULE, inSpace(type, value))).toBe(inSpace('unsigned integer 8', '1'));
  });

  it.each([
    ['01:02:00:01', '01:02:00:01'],
    ['01:00', '01:00'],
  ])('in the raw bytes %s is no single byte', async (bytes, words) => {
    expect(await foundBy(RULE, inBytes(`${bytes}:${SERVER}`))).toEqual([`error: ${words}`]);
  });

  it.each([
    ['unsigned integer 8', '1'],
    ['integer 8', '1'],
    ['boolean', 'true'],
    ['string', '01'],
    ['array of unsigned integer 8', '1'],
  ])('as %s with the value %s is one byte', async (type, value) => {
    expect(await foundBy(RULE, inSpace(type, value))).toEqual([]);
  });

  it('is one byte in raw bytes that say so', async () => {
    expect(await foundBy(RULE, inBytes(`01:01:01:${SERVER}`))).toEqual([]);
  });
});
