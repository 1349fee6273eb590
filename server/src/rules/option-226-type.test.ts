import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-226-type';
const tag = (type: string, value: string): string =>
  `option umsstructuretag code 226 = ${type};\noption umsstructuretag ${value};\n`;

describe('a structure tag', () => {
  it.each([
    ['unsigned integer 32', '17'],
    ['boolean', 'on'],
    ['ip-address', '192.0.2.10'],
  ])('declared as %s is no text', async (type, value) => {
    expect(await foundBy(RULE, tag(type, value))).toEqual([`warning: ${type}`]);
  });

  it('is written as a text', async () => {
    expect(await mendedBy(RULE, tag('ip-address', '192.0.2.10'))).toBe(tag('text', '"192.0.2.10"'));
  });

  it.each([
    ['text', '"Berlin"'],
    ['string', '"Berlin"'],
    ['string', '42:65:72:6c:69:6e'],
    ['array of unsigned integer 8', '66, 101, 114, 108, 105, 110'],
  ])('declared as %s with the value %s is right', async (type, value) => {
    expect(await foundBy(RULE, tag(type, value))).toEqual([]);
  });
});
