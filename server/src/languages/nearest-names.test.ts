import { expect, test } from 'vitest';
import { nearestNames } from './nearest-names.ts';

const STATEMENTS = [
  'class',
  'group',
  'host',
  'include',
  'option',
  'range',
  'set',
  'shared-network',
  'subnet',
  'zone',
  'irc-server',
];

test.each([
  ['subnett', ['subnet']],
  ['shared_network', ['shared-network']],
  ['Hots', ['host']],
  ['grup', ['group']],
  ['rnage', ['range']],
  // Too far from anything to be put in by itself
  ['ums-server', []],
  ['text', []],
  ['code', []],
  ['zzz', []],
])('%s', (written, meant) => {
  expect(nearestNames(written, STATEMENTS)).toEqual(meant);
});
