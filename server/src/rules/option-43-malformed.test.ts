import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-43-malformed';
const ADDRESS = '31:39:32:2e:30:2e:32:2e:31:30';
const igel = (value: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${value};\n}\n`;

describe('the bytes of option 43 for IGEL OS', () => {
  it.each([
    // Address and length
    [`e0:14:${ADDRESS}`, '14', `e0:0a:${ADDRESS}`],
    [`01:01:01:e0:0b:${ADDRESS}`, '0b', `01:01:01:e0:0a:${ADDRESS}`],
    // Bare text
    ['"192.0.2.10"', '"192.0.2.10"', `e0:0a:${ADDRESS}`],
    // Packed twice
    [`2b:0c:e0:0a:${ADDRESS}`, '2b:0c', `e0:0a:${ADDRESS}`],
  ])('%s are mended', async (before, words, after) => {
    expect(await foundBy(RULE, igel(before))).toEqual([`error: ${words}`]);
    expect(await mendedBy(RULE, igel(before))).toBe(igel(after));
    expect(await foundBy(RULE, igel(after))).toEqual([]);
  });

  it.each([
    [`e0:0a:${ADDRESS}:e2`, 'e2'],
    [`e0:0a:${ADDRESS}:e2:05:41`, '05'],
    ['"look at the manual"', '"look at the manual"'],
  ])('%s are left to a person', async (text, words) => {
    expect(await foundBy(RULE, igel(text))).toEqual([`error: ${words}`]);
    expect(await mendedBy(RULE, igel(text))).toBe(igel(text));
  });

  it.each([`e0:0a:${ADDRESS}`, `01:01:01:e0:0a:${ADDRESS}:e2:01:41`, `e0:0a:${ADDRESS}:ff`, `00:e0:0a:${ADDRESS}`])(
    '%s are right',
    async (text) => {
      expect(await foundBy(RULE, igel(text))).toEqual([]);
    },
  );

  it('are not those of other vendors', async () => {
    const others =
      'class "phones" {\n  match if option vendor-class-identifier = "phone";\n  option vendor-encapsulated-options "tftp";\n}\n';
    expect(await foundBy(RULE, others)).toEqual([]);
  });
});

describe('a space for option 43', () => {
  const space = (widths: string): string =>
    `option space igel${widths};\noption igel.igelrmserver code 224 = text;\n${igel(`e0:0a:${ADDRESS}`)}`;

  it('with wider codes or lengths is read at the wrong places', async () => {
    expect(await foundBy(RULE, space(' code width 2 length width 2'))).toHaveLength(1);
    expect(await foundBy(RULE, space(' length width 2'))).toHaveLength(1);
  });

  it('with a byte each is right, said or unsaid', async () => {
    expect(await foundBy(RULE, space(''))).toEqual([]);
    expect(await foundBy(RULE, space(' code width 1 length width 1'))).toEqual([]);
  });
});
