import { describe, expect, test } from 'vitest';
import { describeType, type OptionType } from './option-type.ts';

const IP: OptionType = { kind: 'ip-address' };

describe('a type is told in the words that declare it', () => {
  const told: readonly (readonly [OptionType, string])[] = [
    [{ kind: 'integer', bits: 32, signed: false }, 'unsigned integer 32'],
    [{ kind: 'integer', bits: 8, signed: true }, 'signed integer 8'],
    [{ kind: 'boolean' }, 'boolean'],
    [{ kind: 'text' }, 'text'],
    [{ kind: 'string' }, 'string'],
    [{ kind: 'domain-name' }, 'domain-name'],
    [{ kind: 'domain-list', compressed: true }, 'domain-list compressed'],
    [{ kind: 'domain-list', compressed: false }, 'domain-list'],
    [{ kind: 'empty' }, 'zerolen'],
    [{ kind: 'encapsulate', space: 'agent' }, 'encapsulate agent'],
    [{ kind: 'array', of: [IP] }, 'array of ip-address'],
    [{ kind: 'array', of: [IP, IP] }, 'array of { ip-address, ip-address }'],
    [{ kind: 'record', fields: [IP, { kind: 'text' }] }, '{ ip-address, text }'],
    [
      { kind: 'record', fields: [{ kind: 'boolean' }, { kind: 'array', of: [IP] }] },
      '{ boolean, array of ip-address }',
    ],
  ];

  test.each(told)('%j', (type, words) => {
    expect(describeType(type)).toBe(words);
  });
});

describe('a type that only the server itself can declare is described', () => {
  const described: readonly (readonly [OptionType, string])[] = [
    [{ kind: 'lease-time' }, 'seconds or infinite'],
    [{ kind: 'flag' }, 'on or off'],
    [{ kind: 'enumeration', name: 'styles', bits: 8, values: { none: 0, standard: 3 } }, 'one of none, standard'],
    [{ kind: 'option-space' }, 'name of an option space'],
    [{ kind: 'vendor-encapsulate' }, 'encapsulate the vendor option space'],
    [{ kind: 'key' }, 'name of a key'],
    [{ kind: 'record', fields: [IP, { kind: 'optional', of: { kind: 'text' } }] }, '{ ip-address, optional text }'],
  ];

  test.each(described)('%j', (type, words) => {
    expect(describeType(type)).toBe(words);
  });
});
