import { describe, expect, test } from 'vitest';
import { STATEMENTS } from './statements.ts';
import { formsAt, statement } from './vocabulary.ts';

test('every keyword stands once, in small letters with single blanks', () => {
  const keywords = STATEMENTS.map(({ keyword }) => keyword);
  expect(new Set(keywords).size).toBe(keywords.length);
  for (const keyword of keywords) {
    expect(keyword).toMatch(/^(?:%|[a-z0-9-]+(?: [a-z0-9-]+)*)$/);
  }
});

test('only what belongs in the lease file has no place in a config', () => {
  const homeless = STATEMENTS.filter(({ places4, places6 }) => places4.length + places6.length === 0);
  expect(homeless.map(({ keyword }) => keyword)).toEqual(['authoring-byte-order']);
});

test('where a statement means something is where it may stand', () => {
  for (const entry of STATEMENTS) {
    for (const { effect, places4, places6 } of entry.variants ?? [entry]) {
      if (typeof effect !== 'string') {
        expect([...places4, ...places6]).toEqual(expect.arrayContaining([...effect]));
      }
    }
  }
});

test('a statement is in the places of all its forms', () => {
  for (const { variants, places4, places6 } of STATEMENTS) {
    if (variants) {
      expect(variants.length).toBeGreaterThan(1);
      expect(new Set(places4)).toEqual(new Set(variants.flatMap((form) => form.places4)));
      expect(new Set(places6)).toEqual(new Set(variants.flatMap((form) => form.places6)));
    }
  }
});

describe('statements are at home where dhcpd accepts them', () => {
  test('a range is in a subnet or a pool, and DHCPv6 has none', () => {
    expect(statement('range')).toMatchObject({ family: 4, places4: ['subnet', 'pool'], places6: [] });
  });

  test('a host is declared anywhere but in another host or a class', () => {
    expect(statement('host')?.places4).toEqual(['global', 'shared-network', 'subnet', 'pool', 'group']);
  });

  test('a hardware address is in a host', () => {
    expect(statement('hardware')).toMatchObject({ places4: ['host'], places6: ['host'] });
  });

  test('a server parameter is in every scope and block', () => {
    expect(statement('default-lease-time')?.places4).toEqual(
      expect.arrayContaining(['global', 'pool', 'host', 'subclass', 'if', 'on', 'switch']),
    );
  });

  test('unknown clients are admitted in a pool, and served or not elsewhere', () => {
    const found = statement('allow unknown-clients');
    expect(found && formsAt(found, 'pool', 4)).toHaveLength(1);
    expect(found && formsAt(found, 'subnet', 4)).toHaveLength(1);
    expect(found && formsAt(found, 'pool', 4)).not.toEqual(found && formsAt(found, 'subnet', 4));
  });

  test('known clients are admitted in a pool only', () => {
    expect(statement('allow known-clients')?.places4).toEqual(['pool']);
  });

  test('an option is defined in the global scope, and set in all of them', () => {
    const option = statement('option');
    expect(option && formsAt(option, 'subnet', 4).map(({ kind }) => kind)).toEqual(['parameter', 'parameter']);
    expect(option && formsAt(option, 'global', 4).map(({ kind }) => kind)).toContain('definition');
  });

  test('primary means one thing in a failover peer and another in a zone', () => {
    const primary = statement('primary');
    expect(primary && formsAt(primary, 'failover', 4)).toMatchObject([{ arguments: '' }]);
    expect(primary && formsAt(primary, 'zone', 4)).toMatchObject([{ arguments: 'ADDRESS, …' }]);
  });
});

test('a server parameter shows what it takes', () => {
  expect(statement('authoritative')?.arguments).toBe('');
  expect(statement('ping-check')?.arguments).toBe('on|off');
  expect(statement('max-lease-time')?.arguments).toBe('NUMBER|infinite');
  expect(statement('ddns-update-style')?.arguments).toBe('none|ad-hoc|interim|standard');
});
