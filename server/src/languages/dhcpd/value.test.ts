import { describe, expect, it } from 'vitest';
import type { OptionType } from '../../model/option-type.ts';
import { readDefinition } from './option-definition.ts';
import { Reader, Refusal } from './reader.ts';
import { expectEnd, readValue } from './value.ts';

const typeOf = (words: string): OptionType => {
  const text = `code 224 = ${words}`;
  return readDefinition(new Reader(text, 0, text.length)).type;
};

/** The bytes that a value of this type becomes, in hexadecimal; `looked up` where they wait for a name server. */
function wire(type: OptionType, text: string): string {
  const reader = new Reader(text, 0, text.length);
  try {
    const bytes = readValue(reader, type, 'option-value-type');
    expectEnd(reader, type);
    return bytes ? Buffer.from(bytes).toString('hex') : 'looked up';
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return `refused: ${text.slice(refusal.start, refusal.end)}`;
  }
}

describe('a value of a type that the file defines', () => {
  it.each([
    ['text', '"192.0.2.10"', '3139322e302e322e3130'],
    ['text', 'ums', '756d73'],
    ['text', '""', ''],
    ['text', '"a\\"b"', '612262'],
    ['string', '"ab"', '6162'],
    ['string', 'e0:4:ff', 'e004ff'],
    ['string', 'a', '0a'],
    ['ip-address', '192.0.2.10', 'c000020a'],
    ['ip-address', 'localhost.', 'looked up'],
    ['ip6-address', '2001:db8::1', '20010db8000000000000000000000001'],
    ['boolean', 'On', '01'],
    ['boolean', 'ignore', '02'],
    ['unsigned integer 8', '255', 'ff'],
    ['integer 16', '-2', 'fffe'],
    ['unsigned integer 32', '0x10', '00000010'],
    ['domain-name', 'a.example', '0161076578616d706c6500'],
    ['domain-list', '"a.b", "c"', '01610162000163' + '00'],
    ['domain-list compressed', '"a.bc", "d.bc"', '01610262630001' + '64c002'],
    ['array of ip-address', '192.0.2.1, 192.0.2.2', 'c0000201c0000202'],
    ['array of unsigned integer 8', '1,2,3', '010203'],
    ['{ ip-address, text }', '192.0.2.1 "a"', 'c000020161'],
    ['array of { unsigned integer 8, boolean }', '1 on, 2 off', '01010200'],
    ['{ unsigned integer 8, array of unsigned integer 16 }', '1 2, 3', '0100020003'],
  ])('%s: %s', (words, text, bytes) => {
    expect(wire(typeOf(words), text)).toBe(bytes);
  });
});

describe('a value that its type cannot hold is refused where it stands', () => {
  it.each([
    ['text', '192.0.2.10', '192.0.2.10'],
    ['text', '"a", "b"', ','],
    ['text', '“ums”', '“'],
    ['string', 'xy', 'xy'],
    ['string', '1:', ':'],
    ['string', '1:123', '123'],
    ['string', '01 02', '02'],
    ['ip-address', '"192.0.2.10"', '"192.0.2.10"'],
    ['ip-address', '192.0.2', '192.0.2'],
    ['boolean', 'yes', 'yes'],
    ['unsigned integer 8', '256', '256'],
    ['domain-name', '"a.example"', '"a.example"'],
    ['domain-list', 'a.example', 'a.example'],
    ['array of ip-address', '192.0.2.1 192.0.2.2', '192'],
    ['{ ip-address, text }', '192.0.2.1', '1'],
  ])('%s: %s', (words, text, at) => {
    expect(wire(typeOf(words), text)).toBe(`refused: ${at}`);
  });
});

describe('a value of a type that only dhcpd itself has', () => {
  const MODES: OptionType = { kind: 'enumeration', name: 'modes', bits: 8, values: { none: 0, standard: 2 } };

  it.each<[OptionType, string, string]>([
    [{ kind: 'lease-time' }, 'infinite', 'ffffffff'],
    [{ kind: 'lease-time' }, '600', '00000258'],
    [MODES, 'standard', '02'],
    [MODES, 'Standard', 'refused: Standard'],
    [{ kind: 'empty' }, '', ''],
    [{ kind: 'empty' }, '1', 'refused: 1'],
    [{ kind: 'option-space' }, 'igel', '6967656c'],
    [{ kind: 'option-space' }, '"igel"', 'refused: "igel"'],
    [{ kind: 'key' }, '"k"', '6b'],
    [{ kind: 'key' }, 'k.example', '6b2e6578616d706c65'],
    [{ kind: 'record', fields: [{ kind: 'boolean' }, { kind: 'optional', of: { kind: 'ip-address' } }] }, 'on', '01'],
  ])('%o: %s', (type, text, bytes) => {
    expect(wire(type, text)).toBe(bytes);
  });
});
