import { describe, expect, test } from 'vitest';
import { describeType } from '../../../model/option-type.ts';
import { OPTIONS4 } from './options4.ts';
import { OPTIONS6 } from './options6.ts';
import { STANDARD_SPACES } from './spaces.ts';
import { optionByCode, optionByName } from './vocabulary.ts';

const ALL = [...OPTIONS4, ...OPTIONS6];

test('in one space no two options share a name or a code', () => {
  const names = ALL.map(({ space, name }) => `${space}.${name.toLowerCase()}`);
  const codes = ALL.map(({ space, code }) => `${space} ${code}`);
  expect(new Set(names).size).toBe(ALL.length);
  expect(new Set(codes).size).toBe(ALL.length);
});

test('every option lies in a standard space, with a code that its space can hold', () => {
  for (const { space, code } of ALL) {
    const width = STANDARD_SPACES.get(space)?.codeWidth ?? 0;
    expect(code).toBeGreaterThan(0);
    expect(code).toBeLessThan(256 ** width);
  }
});

test('every space that an option carries is a standard space', () => {
  for (const { type } of ALL) {
    if (type.kind === 'encapsulate') {
      expect(STANDARD_SPACES.has(type.space)).toBe(true);
    }
  }
});

describe('options have the types that dhcpd gives them', () => {
  const told: readonly (readonly [space: string, name: string, code: number, type: string])[] = [
    ['dhcp', 'subnet-mask', 1, 'ip-address'],
    ['dhcp', 'time-offset', 2, 'signed integer 32'],
    ['dhcp', 'routers', 3, 'array of ip-address'],
    ['dhcp', 'host-name', 12, 'text'],
    ['dhcp', 'ip-forwarding', 19, 'boolean'],
    ['dhcp', 'static-routes', 33, 'array of { ip-address, ip-address }'],
    ['dhcp', 'vendor-encapsulated-options', 43, 'encapsulate the vendor option space'],
    ['dhcp', 'vendor-class-identifier', 60, 'string'],
    ['dhcp', 'tftp-server-name', 66, 'text'],
    ['dhcp', 'slp-directory-agent', 78, '{ boolean, array of ip-address }'],
    ['dhcp', 'slp-service-scope', 79, '{ boolean, optional text }'],
    ['dhcp', 'relay-agent-information', 82, 'encapsulate agent'],
    ['dhcp', 'domain-search', 119, 'domain-list compressed'],
    ['dhcp', 'rdnss-selection', 146, '{ unsigned integer 8, ip-address, ip-address, domain-list }'],
    ['agent', 'DOCSIS-device-class', 4, 'unsigned integer 32'],
    ['agent', 'relay-port', 19, 'zerolen'],
    ['fqdn', 'server-update', 2, 'boolean'],
    ['vendor', 'isc', 2495, 'encapsulate isc'],
    ['dhcp6', 'name-servers', 23, 'array of ip6-address'],
    ['dhcp6', 'domain-search', 24, 'domain-list'],
    ['dhcp6', 'info-refresh-time', 32, 'seconds or infinite'],
    ['dhcp6', 'aftr-name', 64, 'domain-name'],
    ['vsio', 'isc', 2495, 'encapsulate isc6'],
  ];

  test.each(told)('%s.%s', (space, name, code, type) => {
    const option = optionByName(space, name);
    expect(option?.code).toBe(code);
    expect(option && describeType(option.type)).toBe(type);
    expect(optionByCode(space, code)).toBe(option);
  });
});

test('codes that dhcpd knows no name for are free to be defined', () => {
  for (const code of [80, 83, 90, 95, 120, 121, 224, 226, 252]) {
    expect(optionByCode('dhcp', code)).toBeUndefined();
  }
});
