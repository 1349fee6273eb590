import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-undefined';
const SERVER = 'option igelrmserver code 224 = text;\n';
const SET = 'option igelrmserver "192.0.2.10";\n';

describe('an option of IGEL that nothing defines', () => {
  it('is defined above its use', async () => {
    expect(await foundBy(RULE, SET)).toEqual(['error: igelrmserver']);
    expect(await mendedBy(RULE, SET)).toBe(SERVER + SET);
  });

  it('is defined outside of the block that uses it', async () => {
    const subnet = `subnet 192.0.2.0 netmask 255.255.255.0 {\n  ${SET}}\n`;
    expect(await foundBy(RULE, subnet)).toEqual(['error: igelrmserver']);
    expect(await mendedBy(RULE, subnet)).toBe(SERVER + subnet);
  });

  it('is told once, however often it is used', async () => {
    const twice = `${SET}group {\n  option igelrmserver "192.0.2.11";\n}\n`;
    expect(await foundBy(RULE, twice)).toEqual(['error: igelrmserver']);
    expect(await mendedBy(RULE, twice)).toBe(SERVER + twice);
  });

  it('may be the structure tag', async () => {
    const tag = 'option umsstructuretag "Bremen";\n';
    expect(await foundBy(RULE, tag)).toEqual(['error: umsstructuretag']);
    expect(await mendedBy(RULE, tag)).toBe(`option umsstructuretag code 226 = text;\n${tag}`);
  });

  it('may stand in a space for option 43', async () => {
    const before = 'option space igel;\noption igel.igelrmserver "192.0.2.10";\n';
    expect(await foundBy(RULE, before)).toEqual(['error: igel.igelrmserver']);
    expect(await mendedBy(RULE, before)).toBe(
      'option space igel;\noption igel.igelrmserver code 224 = text;\noption igel.igelrmserver "192.0.2.10";\n',
    );
  });

  it('is found where it is defined too late', async () => {
    expect(await foundBy(RULE, SET + SERVER)).toEqual(['error: igelrmserver']);
  });

  it.each([SERVER + SET, `option IGELRMSERVER code 224 = text;\n${SET}`, SERVER])('is none in %j', async (text) => {
    expect(await foundBy(RULE, text)).toEqual([]);
  });
});
