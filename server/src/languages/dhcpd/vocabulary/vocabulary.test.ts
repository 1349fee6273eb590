import { describe, expect, test } from 'vitest';
import { nearestNames } from '../../nearest-names.ts';
import { PARAMETERS } from './parameters.ts';
import { STANDARD_SPACES } from './spaces.ts';
import { DEFINITION_TYPES } from './types.ts';
import {
  nearestOptions,
  nearestStatements,
  optionByCode,
  optionByName,
  parameter,
  statement,
  statementsBeginningWith,
} from './vocabulary.ts';

test('spaces and names are found in any case, as dhcpd does', () => {
  expect(optionByName('DHCP', 'Routers')?.code).toBe(3);
  expect(optionByName('agent', 'docsis-device-class')?.name).toBe('DOCSIS-device-class');
  expect(statement('Allow Unknown-Clients')?.keyword).toBe('allow unknown-clients');
});

test('what is not there is not found', () => {
  expect(optionByName('dhcp', 'igelrmserver')).toBeUndefined();
  expect(optionByName('nosuchspace', 'routers')).toBeUndefined();
  expect(optionByCode('dhcp', 224)).toBeUndefined();
  expect(statement('subnets')).toBeUndefined();
  expect(parameter('toString')).toBeUndefined();
});

test('a server parameter is also an option of space server', () => {
  for (const { name, code } of PARAMETERS) {
    expect(optionByName('server', name)?.code).toBe(code);
  }
  expect(optionByName('server', 'authoritative')?.code).toBe(18);
});

test('allow, deny and ignore begin many statements', () => {
  const keywords = statementsBeginningWith('ignore').map(({ keyword }) => keyword);
  expect(keywords).toContain('ignore client-updates');
  expect(keywords).not.toContain('ignore-client-uids');
});

test('the options that carry a space are standard options that say so', () => {
  for (const { name, encapsulatedBy } of STANDARD_SPACES.values()) {
    const [space = '', carrier = ''] = encapsulatedBy?.split('.') ?? [];
    if (encapsulatedBy !== undefined) {
      expect(optionByName(space, carrier)?.type.kind, name).toBe('encapsulate');
    }
  }
});

test('of each pair of type words only those of a fixed length can be repeated', () => {
  const repeatable = (words: string) => DEFINITION_TYPES.find((type) => type.words === words)?.repeatable;
  expect(repeatable('ip-address')).toBe(true);
  expect(repeatable('{ TYPE, … }')).toBe(true);
  expect(repeatable('text')).toBe(false);
  expect(repeatable('domain-list compressed')).toBe(false);
});

describe('a misspelt name is led to the nearest one', () => {
  test.each([
    ['rotuers', ['routers']],
    ['domain-name-server', ['domain-name-servers']],
    ['dhcp-client-identifer', ['dhcp-client-identifier']],
    ['igelrmserver', []],
  ])('option %s', (misspelt, meant) => {
    expect(nearestOptions('dhcp', misspelt)).toEqual(meant);
  });

  test.each([
    ['authoritive', ['authoritative']],
    ['subent', ['subnet']],
    ['defualt-lease-time', ['default-lease-time']],
    ['fixed-adress', []],
    ['x', []],
  ])('statement %s in the global scope', (misspelt, meant) => {
    expect(nearestStatements(misspelt, 'global', 4)).toEqual(meant);
  });

  test('of several at the same distance all are offered', () => {
    expect(nearestNames('ntp-server', ['nntp-server', 'ntp-servers', 'pop-server'])).toEqual([
      'nntp-server',
      'ntp-servers',
    ]);
  });
});
