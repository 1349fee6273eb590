import { expect, test } from 'vitest';
import { PARAMETERS } from './parameters.ts';
import { PARAMETERS_OF_OTHER_BUILDS } from './parameters-of-other-builds.ts';
import { parameter, parameterOfOtherBuild, statement } from './vocabulary.ts';

const ALL = [...PARAMETERS, ...PARAMETERS_OF_OTHER_BUILDS];

test('no two parameters share a name or a code', () => {
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
  expect(new Set(ALL.map(({ code }) => code)).size).toBe(ALL.length);
});

test('a lease without a word about it lasts twelve hours, at most a day', () => {
  expect(parameter('default-lease-time')).toMatchObject({ type: { kind: 'lease-time' }, default: '43200' });
  expect(parameter('Max-Lease-Time')).toMatchObject({ family: 4, default: '86400' });
});

test('the space that fills option 43 is a bare word, the one for site options a quoted text', () => {
  expect(parameter('vendor-option-space')?.type.kind).toBe('option-space');
  expect(parameter('site-option-space')?.type.kind).toBe('string');
});

test('what is read once at the start counts in the global scope only', () => {
  for (const name of ['omapi-port', 'ddns-update-style', 'lease-file-name', 'log-facility']) {
    expect(parameter(name)?.effect).toEqual(['global']);
  }
});

test('the words of an enumeration have the numbers of dhcpd', () => {
  const style = parameter('ddns-update-style')?.type;
  expect(style?.kind === 'enumeration' && style.values).toEqual({ none: 0, 'ad-hoc': 1, interim: 2, standard: 3 });
  const facility = parameter('log-facility')?.type;
  expect(facility?.kind === 'enumeration' && facility.values).toMatchObject({ daemon: 24, local7: 184 });
  expect(facility?.kind === 'enumeration' && facility.values).not.toHaveProperty('security');
});

test('what allow and deny set is a statement in both spellings', () => {
  for (const { permission } of PARAMETERS) {
    if (permission !== undefined) {
      expect(statement(`allow ${permission}`)).toBeDefined();
      expect(statement(`deny ${permission}`)).toBeDefined();
      expect(statement(`ignore ${permission}`)).toBeDefined();
    }
  }
});

test('a parameter of the LDAP build is known, and known to be foreign here', () => {
  expect(parameter('ldap-server')).toBeUndefined();
  expect(parameterOfOtherBuild('ldap-server')?.build).toBe('ldap');
  expect(parameterOfOtherBuild('use-eui-64')?.build).toBe('eui-64');
});

test('deny booting shuts out a whole scope, though the manual page only speaks of hosts', () => {
  expect(parameter('allow-booting')?.effect).toBe('everywhere');
  expect(statement('deny booting')?.effect).toBe('everywhere');
});
