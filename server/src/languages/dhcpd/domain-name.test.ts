import { describe, expect, it } from 'vitest';
import { encodeDomainName, joinDomainNames } from './domain-name.ts';
import { Refusal } from './reader.ts';

const AT = { start: 0, end: 0 };
const encoded = (name: string): Uint8Array => encodeDomainName(name, AT);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a domain name on the wire', () => {
  it.each([
    ['a.bc', '016102626300'],
    ['a.bc.', '016102626300'],
    ['.', '00'],
    ['', '00'],
    // A dot that belongs to the label
    ['a\\.b', '03612e6200'],
    ['é', '02c3a900'],
  ])('%j', (name, bytes) => {
    expect(hex(encoded(name))).toBe(bytes);
  });

  it.each(['a..b', '.a', 'x'.repeat(64), Array.from({ length: 5 }, () => 'y'.repeat(60)).join('.')])(
    '%s cannot be one',
    (name) => {
      expect(() => encoded(name)).toThrow(Refusal);
    },
  );
});

describe('a list of domain names', () => {
  const joined = (compressed: boolean, ...names: string[]) => hex(joinDomainNames(names.map(encoded), compressed));

  it('stands one after the other', () => {
    expect(joined(false, 'a.b', 'c.b')).toBe('01610162000163016200');
  });

  it('points back to a tail that stands before, in capitals or not', () => {
    expect(joined(true, 'a.b', 'c.B')).toBe('01610162000163c002');
    expect(joined(true, 'a.b', 'a.b')).toBe('0161016200c000');
  });

  it('points nowhere where nothing is shared', () => {
    expect(joined(true, 'a.b', 'c.d')).toBe('01610162000163016400');
  });
});
