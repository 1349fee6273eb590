import { describe, expect, it } from 'vitest';
import { foundBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-collision';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const PHONES = 'option space phones;\noption phones.server code 10 = ip-address;\n';
const SPACE = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
const IGEL =
  'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\n';
const host = (...lines: string[]): string =>
  `host desk {\n  hardware ethernet 00:e0:c5:00:00:01;\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;

describe('option 43 of another vendor', () => {
  it('as the carrier of its space takes the place of every other', async () => {
    const text = `${PHONES}option phone-43 code 43 = encapsulate phones;\n${SPACE}${IGEL}${SUBNET}`;
    expect(await foundBy(RULE, text)).toEqual(['error: phone-43']);
  });

  it('is no matter in a file that is not for IGEL OS', async () => {
    expect(await foundBy(RULE, `${PHONES}option phone-43 code 43 = encapsulate phones;\n${SUBNET}`)).toEqual([]);
  });

  it('may carry the space of IGEL OS', async () => {
    expect(await foundBy(RULE, `${SPACE}option igel-43 code 43 = encapsulate igel;\n${IGEL}${SUBNET}`)).toEqual([]);
  });
});

describe('option 224 of another vendor', () => {
  it('is told where only a reservation has something for IGEL OS', async () => {
    const text = `option phone-mode code 224 = unsigned integer 8;\n${SPACE}${host('option igel.igelrmserver "192.0.2.10";')}${SUBNET}`;
    expect(await foundBy(RULE, text)).toEqual(['warning: phone-mode']);
  });

  it('with values of another kind is taken for an address', async () => {
    const text = `option phone-mode code 224 = unsigned integer 8;\n${SPACE}${IGEL}${SUBNET}`;
    expect(await foundBy(RULE, text)).toEqual(['warning: phone-mode']);
  });

  it('is no matter as a text, or in a file that is not for IGEL OS', async () => {
    expect(await foundBy(RULE, `option ums code 224 = text;\n${SPACE}${IGEL}${SUBNET}`)).toEqual([]);
    expect(await foundBy(RULE, `option phone-mode code 224 = unsigned integer 8;\n${SUBNET}`)).toEqual([]);
  });
});

describe('a host with an option 43 of its own', () => {
  it('gets no address of a UMS', async () => {
    const text = SPACE + IGEL + SUBNET + host('option vendor-encapsulated-options 05:01:41;');
    expect(await foundBy(RULE, text)).toEqual(['warning: vendor-encapsulated-options']);
  });

  it('is right without one, or with one that names a UMS', async () => {
    expect(await foundBy(RULE, SPACE + IGEL + SUBNET + host('option host-name "desk";'))).toEqual([]);
    const own = 'option vendor-encapsulated-options e0:0a:31:39:32:2e:30:2e:32:2e:31:31;';
    expect(await foundBy(RULE, SPACE + IGEL + SUBNET + host(own))).toEqual([]);
  });
});
