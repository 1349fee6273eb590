import { describe, expect, it } from 'vitest';
import { MAIN_SPACE, readOptionName } from './option-name.ts';
import { Reader, Refusal } from './reader.ts';

const read = (text: string) => readOptionName(new Reader(text, 0, text.length));

describe('the name of an option', () => {
  it.each([
    ['routers 192.0.2.1', MAIN_SPACE, 'routers'],
    ['Domain-Name', MAIN_SPACE, 'domain-name'],
    ['igel.igelrmserver "x"', 'igel', 'igelrmserver'],
    ['IGEL . exclusive', 'igel', 'exclusive'],
    ['unknown-224', MAIN_SPACE, 'unknown-224'],
  ])('%s', (text, space, name) => {
    expect(read(text)).toMatchObject({ spaceKey: space, nameKey: name });
  });

  it.each(['', '"routers"', '= 1', 'igel.', 'igel."x"', '224 "x"'])('is not %j', (text) => {
    expect(() => read(text)).toThrow(Refusal);
  });

  it('is offered for a code that stands in its place', () => {
    const text = '224 "x"';
    try {
      read(text);
      expect.unreachable();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      expect(refusal.mends.map(({ title }) => title)).toEqual(['Write unknown-224']);
    }
  });
});
