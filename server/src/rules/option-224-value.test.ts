import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-value';
const server = (value: string): string => `option igelrmserver code 224 = text;\noption igelrmserver ${value};\n`;
const inSpace = (value: string): string =>
  `option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver ${value};\n}\n`;
const inBytes = (value: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${value};\n}\n`;

describe('the text that names the UMS', () => {
  it.each(['""', '"3221225994"', '"192.0.2"', '"192.0.2.256"', '"192.0.2.010"', '"\\300\\000\\002\\012"'])(
    '%s is the address of none',
    async (value) => {
      expect(await foundBy(RULE, server(value))).toEqual([`error: ${value}`]);
      expect(await foundBy(RULE, inSpace(value))).toEqual([`error: ${value}`]);
    },
  );

  it.each([
    ['" 192.0.2.10"', '"192.0.2.10"'],
    ['"192.0.2.10 "', '"192.0.2.10"'],
    ['"\\"192.0.2.10\\""', '"192.0.2.10"'],
    ['"192.0.2.10\\000"', '"192.0.2.10"'],
  ])('%s carries more than the address, and is mended', async (before, after) => {
    expect(await foundBy(RULE, server(before))).toEqual([`error: ${before}`]);
    expect(await mendedBy(RULE, server(before))).toBe(server(after));
    expect(await mendedBy(RULE, inSpace(before))).toBe(inSpace(after));
  });

  it.each([
    ['"https://192.0.2.10/ums"', '"192.0.2.10"'],
    ['"192.0.2.10:30001"', '"192.0.2.10"'],
    // Which of several is meant, or which address an IPv6 one stands for, nobody can tell
    ['"192.0.2.10,192.0.2.11"', undefined],
    ['"2001:db8::10"', undefined],
    ['"127.0.0.1"', undefined],
  ])('%s is not what is documented', async (before, after) => {
    expect(await foundBy(RULE, server(before))).toEqual([`warning: ${before}`]);
    expect(await mendedBy(RULE, server(before))).toBe(server(after ?? before));
  });

  it('may be a host name at a risk', async () => {
    expect(await foundBy(RULE, server('"ums.example.org"'))).toEqual(['information: "ums.example.org"']);
  });

  it('is looked at in raw bytes of option 43, too', async () => {
    expect(await foundBy(RULE, inBytes('e0:02:31:30'))).toEqual(['error: e0:02:31:30']);
    expect(await foundBy(RULE, inBytes('e0:0a:31:39:32:2e:30:2e:32:2e:31:30'))).toEqual([]);
  });

  it.each(['"192.0.2.10"', '31:39:32:2e:30:2e:32:2e:31:30', '"\\x3192.0.2.10"'])('%s is right', async (value) => {
    expect(await foundBy(RULE, server(value))).toEqual([]);
    expect(await foundBy(RULE, inSpace(value))).toEqual([]);
  });

  it('is not for IGEL OS where option 224 has a name of its own', async () => {
    expect(await foundBy(RULE, 'option phone-key code 224 = text;\noption phone-key "secret 1";\n')).toEqual([]);
  });
});
