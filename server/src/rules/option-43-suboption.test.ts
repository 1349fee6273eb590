import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-43-suboption';
const define = (name: string, code: number, type: string, value: string): string =>
  `option space igel;\noption igel.${name} code ${code} = ${type};\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.${name} ${value};\n}\n`;
const server = (code: number, type = 'text', value = '"192.0.2.10"'): string =>
  `option space igel;\noption igel.igelrmserver code ${code} = ${type};\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver ${value};\n}\n`;
const bytes = (value: string): string =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${value};\n}\n`;
const ADDRESS = 'e0:0a:31:39:32:2e:30:2e:32:2e:31:30';

describe('a sub-option with the name of one that IGEL OS reads', () => {
  it.each([24, 226, 1])('on the code %i instead of 224 gets the right one', async (code) => {
    expect(await foundBy(RULE, server(code))).toEqual([`error: ${code}`]);
    expect(await mendedBy(RULE, server(code))).toBe(server(224));
  });

  it.each([
    ['umsstructuretag', 225, 226, 'text', '"Bremen"'],
    ['exclusive', 2, 1, 'unsigned integer 8', '1'],
  ])('%s on the code %i gets %i', async (name, wrong, right, type, value) => {
    expect(await foundBy(RULE, define(name, wrong, type, value))).toEqual([`error: ${wrong}`]);
    expect(await mendedBy(RULE, define(name, wrong, type, value))).toBe(define(name, right, type, value));
  });

  it('is a text, and becomes one with its value', async () => {
    expect(await foundBy(RULE, server(224, 'ip-address', '192.0.2.10'))).toEqual(['error: ip-address']);
    expect(await mendedBy(RULE, server(224, 'ip-address', '192.0.2.10'))).toBe(server(224));
  });

  it('is right on its code, as text', async () => {
    expect(await foundBy(RULE, server(224))).toEqual([]);
    expect(await foundBy(RULE, server(224, 'string', '31:39:32:2e:30:2e:32:2e:31:30'))).toEqual([]);
    expect(await foundBy(RULE, define('exclusive', 1, 'unsigned integer 8', '1'))).toEqual([]);
  });
});

describe('a sub-option that IGEL OS does not read', () => {
  it('is a warning', async () => {
    expect(await foundBy(RULE, define('extra', 5, 'text', '"x"'))).toEqual(['warning: 5']);
  });

  it('is one in raw bytes beside the address of the UMS, too', async () => {
    expect(await foundBy(RULE, bytes(`05:01:41:${ADDRESS}`))).toEqual(['warning: 05']);
  });

  it('is an error where nothing else is there', async () => {
    expect(await foundBy(RULE, bytes('05:01:41'))).toEqual(['error: 05']);
  });

  it('is none among 1, 224 and 226', async () => {
    expect(await foundBy(RULE, bytes(`01:01:01:${ADDRESS}:e2:01:41`))).toEqual([]);
  });

  it('may belong to the space of another vendor', async () => {
    expect(await foundBy(RULE, 'option space phones;\noption phones.server code 5 = text;\n')).toEqual([]);
  });
});
