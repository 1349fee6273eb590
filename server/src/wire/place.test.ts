import { expect, test } from 'vitest';
import { serverOf } from '../../../test/wire/serving.ts';

/** Each place as its subnet, the last byte of its first address, and the pool whose statements count there. */
const places = (config: string): string[] =>
  serverOf(config).places.map(({ subnet, pool }) => {
    const low = pool && Number(pool.range.low & 0xffn);
    const steps = pool?.scope?.steps.length;
    return [subnet?.name ?? 'anywhere', low ?? '-', steps === undefined ? '' : `pool with ${steps}`].join(' ').trim();
  });

test('a place for each range, one for a subnet without, one without a subnet where there is none', () => {
  expect(
    places(`
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.30; pool { range 10.99.0.40; } }
      subnet 10.98.0.0 netmask 255.255.255.0 { }`),
  ).toEqual(['10.99.0.0 20', '10.99.0.0 40 pool with 0', '10.98.0.0 -']);
  expect(places('option domain-name "example.com";')).toEqual(['anywhere -']);
});

test('a pool of a shared network has a place in each subnet that it has addresses of', () => {
  expect(
    places(`shared-network "floor" {
      subnet 10.99.0.0 netmask 255.255.255.0 { }
      subnet 10.98.0.0 netmask 255.255.255.0 { }
      pool { range 10.99.0.20; range 10.98.0.20; }
    }`),
  ).toEqual(['10.99.0.0 20 pool with 0', '10.98.0.0 20 pool with 0']);
});

test('a second range outside of all pools slips into the pool before the first one', () => {
  expect(
    places(`subnet 10.99.0.0 netmask 255.255.255.0 {
      pool { range 10.99.0.20; deny unknown-clients; option domain-name "pool"; }
      range 10.99.0.30;
      range 10.99.0.40;
    }`),
  ).toEqual(['10.99.0.0 20 pool with 1', '10.99.0.0 30', '10.99.0.0 40 pool with 1']);
});
