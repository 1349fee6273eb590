import type { Place } from './places.ts';

/** A kind of map in the words of a message. */
export function describePlace(place: Place): string {
  const name = place.replace(/(?:4|6|d2|agent)$/, '');
  return PLACE_NAMES[name] ?? `"${name}"`;
}

const PLACE_NAMES: Readonly<Record<string, string>> = {
  global: 'the global map',
  class: 'a class of "client-classes"',
  network: 'a network of "shared-networks"',
  subnet: 'a subnet',
  pool: 'a pool',
  'pd-pool': 'a pool of "pd-pools"',
  reservation: 'a reservation',
  'option-data': 'an entry of "option-data"',
  'option-def': 'an entry of "option-def"',
  logger: 'a logger',
  output: 'an output of a logger',
  hook: 'a hook library',
};
