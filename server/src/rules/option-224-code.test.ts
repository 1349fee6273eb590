import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-code';
const server = (code: number): string =>
  `option igelrmserver code ${code} = text;\noption igelrmserver "192.0.2.10";\n`;

describe('the code of igelrmserver', () => {
  it.each([24, 225, 43])('%i is not what devices look at, and becomes 224', async (code) => {
    expect(await foundBy(RULE, server(code))).toEqual([`error: ${code}`]);
    expect(await mendedBy(RULE, server(code))).toBe(server(224));
  });

  it('counts for values above a later definition, too', async () => {
    const twice = `${server(224)}option igelrmserver code 225 = text;\n`;
    expect(await foundBy(RULE, twice)).toEqual(['error: 225']);
    expect(await mendedBy(RULE, twice)).toBe(`${server(224)}option igelrmserver code 224 = text;\n`);
  });

  it('is left to a person where 224 has another name', async () => {
    const taken = `option ums code 224 = text;\n${server(225)}`;
    expect(await foundBy(RULE, taken)).toEqual(['error: 225']);
    expect(await mendedBy(RULE, taken)).toBe(taken);
  });

  it.each([
    server(224),
    // The name is the file's own affair
    'option ums code 224 = text;\noption ums "192.0.2.10";\n',
    // Codes inside of option 43 are told by another rule
    'option space igel;\noption igel.igelrmserver code 24 = text;\n',
  ])('is right in %j', async (text) => {
    expect(await foundBy(RULE, text)).toEqual([]);
  });
});
