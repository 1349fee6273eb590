import { describe, expect, test } from 'vitest';
import { compareVersions } from '../../../model/version.ts';
import { nearestNames } from '../../nearest-names.ts';
import { standardOptions } from './options.ts';
import { OPTIONS4 } from './options4.ts';
import { OPTIONS6 } from './options6.ts';
import { KEY_OF_PROGRAM, type Place, type Program, REQUIRED } from './places.ts';
import { existsIn, NEWEST_KEA } from './version.ts';
import { keyIn, keysOf, PLACES, placeIn, placesOfKey } from './vocabulary.ts';

const PROGRAMS = Object.keys(KEY_OF_PROGRAM) as Program[];

/** Every kind of map that can be reached from the top of some program's file, in any version. */
function reached(): Set<string> {
  const found = new Set<string>();
  const visit = (place: Place, program: Program) => {
    if (found.has(place)) return;
    found.add(place);
    for (const version of ['2.0.0', '2.2.0', NEWEST_KEA]) {
      for (const { type } of keysOf(place, version)) {
        if (type.kind === 'map' || type.kind === 'list') visit(placeIn(type.of, program), program);
      }
    }
  };
  for (const program of PROGRAMS) visit(`global${program}`, program);
  return found;
}

describe('the keys of Kea', () => {
  test('every kind of map can be reached, and every map that a key names has keys', () => {
    expect([...reached()].toSorted()).toEqual([...PLACES].toSorted());
  });

  test('what a map must have, it can have', () => {
    for (const [place, keys] of Object.entries(REQUIRED)) {
      for (const key of keys) expect(keyIn(place as Place, key, '2.2.0'), `${place} ${key}`).toBeDefined();
    }
  });

  test('help is one line in sentence case', () => {
    for (const place of PLACES) {
      for (const { key, help } of keysOf(place as Place, NEWEST_KEA)) {
        expect(help, `${place} ${key}`).toMatch(/^(?:[A-Z]|raw |unix ).*[^.]$/);
      }
    }
  });

  test('a key of a newer version is known with the version that brought it', () => {
    expect(keyIn('subnet4', 'allocator', '2.2.0')).toMatchObject({ since: '2.3.4' });
    expect(keysOf('subnet4', '2.2.0').map(({ key }) => key)).not.toContain('allocator');
    expect(keysOf('subnet4', '2.4.0').map(({ key }) => key)).toContain('allocator');
  });

  test('where a key of another place belongs', () => {
    expect(placesOfKey('pools', '4', '2.2.0')).toEqual(['subnet4']);
    expect(placesOfKey('pd-pools', '4', '2.2.0')).toEqual([]);
  });

  test('near misses, with hyphens and without', () => {
    const names = keysOf('subnet4', '2.2.0').map(({ key }) => key);
    expect(nearestNames('option_data', names)).toEqual(['option-data']);
    expect(nearestNames('subnett', names)).toEqual(['subnet']);
    expect(nearestNames('zzz', names)).toEqual([]);
  });
});

describe('versions', () => {
  test('are compared number by number', () => {
    expect(compareVersions('2.10.0', '2.9.9')).toBeGreaterThan(0);
    expect(compareVersions('2.2', '2.2.0')).toBe(0);
    expect(existsIn({ since: '2.3.4', until: '2.5.8' }, '2.4')).toBe(true);
    expect(existsIn({ since: '2.3.4', until: '2.5.8' }, '2.6')).toBe(false);
    expect(existsIn({ since: '2.2.1' }, '2.2.0')).toBe(false);
    expect(existsIn({ since: '2.2.1' }, '2.2')).toBe(true);
    expect(existsIn({ since: '2.20.0' }, '2.2')).toBe(false);
  });
});

test('a key that came to an older series later is there from that release on', () => {
  const has = (version: string): boolean => keysOf('lease-database', version).some(({ key }) => key === 'read-timeout');
  expect(['2.2.0', '2.2.1', '2.3.0', '2.3.4', '2.4.1'].map(has)).toEqual([false, true, false, true, true]);
});

describe('the options of Kea', () => {
  test('change with the version', () => {
    expect(standardOptions(4, '2.0').byCode('dhcp4', 114)?.name).toBe('default-url');
    expect(standardOptions(4, '2.2').byCode('dhcp4', 114)?.name).toBe('v4-captive-portal');
    expect(standardOptions(4, '2.2').byName('dhcp4', 'classless-static-route')).toBeUndefined();
    expect(standardOptions(4, NEWEST_KEA).byName('dhcp4', 'classless-static-route')?.code).toBe(121);
  });

  test('have one name and one code in a space at a time, and help in sentence case', () => {
    for (const [family, options] of [
      [4, OPTIONS4],
      [6, OPTIONS6],
    ] as const) {
      for (const version of ['2.0.0', '2.2.0', '2.4.0', NEWEST_KEA]) {
        const there = standardOptions(family, version).all;
        expect(new Set(there.map(({ space, code }) => `${space} ${code}`)).size).toBe(there.length);
        expect(new Set(there.map(({ space, name }) => `${space} ${name}`)).size).toBe(there.length);
      }
      for (const { name, help } of options) expect(help, name).toMatch(/^[A-Z0-9].*[^.]$/);
    }
  });
});
