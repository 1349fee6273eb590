import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-type';
const server = (type: string, value: string): string =>
  `option igelrmserver code 224 = ${type};\noption igelrmserver ${value};\n`;

describe('the type of option 224', () => {
  it.each([
    ['unsigned integer 32', '3221225994'],
    ['ip-address', '192.0.2.10'],
    ['domain-name', '192.0.2.10'],
    ['boolean', 'on'],
    ['{ unsigned integer 8, text }', '1 "192.0.2.10"'],
    ['array of ip-address', '192.0.2.10, 192.0.2.11'],
    ['array of unsigned integer 8', '192, 0, 2, 10'],
  ])('%s sends no text of an address', async (type, value) => {
    expect(await foundBy(RULE, server(type, value))).toEqual([`error: ${type}`]);
  });

  it('is mended together with the value, where it is plain what was meant', async () => {
    expect(await mendedBy(RULE, server('ip-address', '192.0.2.10'))).toBe(server('text', '"192.0.2.10"'));
    expect(await mendedBy(RULE, server('unsigned integer 32', '3221225994'))).toBe(server('text', '"192.0.2.10"'));
  });

  it('is a warning while nothing is set', async () => {
    expect(await foundBy(RULE, 'option igelrmserver code 224 = ip-address;\n')).toEqual(['warning: ip-address']);
  });

  it.each([
    ['text', '"192.0.2.10"'],
    ['string', '"192.0.2.10"'],
    ['string', '31:39:32:2e:30:2e:32:2e:31:30'],
    ['array of unsigned integer 8', '49, 57, 50, 46, 48, 46, 50, 46, 49, 48'],
  ])('%s with the value %s sends the text', async (type, value) => {
    expect(await foundBy(RULE, server(type, value))).toEqual([]);
  });
});
