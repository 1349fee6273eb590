import { factsOf, type KeyFacts, type KeyRow } from './key.ts';
import { CLASSES_KEYS } from './keys/classes.ts';
import { CONTROL_KEYS } from './keys/control.ts';
import { DATABASES_KEYS } from './keys/databases.ts';
import { DDNS_KEYS } from './keys/ddns.ts';
import { LEASES_KEYS } from './keys/leases.ts';
import { NETWORKS_KEYS } from './keys/networks.ts';
import { OPTIONS_KEYS } from './keys/options.ts';
import { RESERVATIONS_KEYS } from './keys/reservations.ts';
import { SERVER_KEYS } from './keys/server.ts';
import type { Place, Program } from './places.ts';
import { existsIn } from './version.ts';

const ROWS: readonly KeyRow[] = [
  ...SERVER_KEYS,
  ...LEASES_KEYS,
  ...NETWORKS_KEYS,
  ...CLASSES_KEYS,
  ...RESERVATIONS_KEYS,
  ...OPTIONS_KEYS,
  ...DDNS_KEYS,
  ...DATABASES_KEYS,
  ...CONTROL_KEYS,
];

/** A key may have stood in a place, gone, and come back: hence several facts. */
const BY_PLACE = new Map<string, Map<string, KeyFacts[]>>();
for (const row of ROWS) {
  const facts = factsOf(row);
  for (const place of row[2]) {
    const keys = BY_PLACE.get(place) ?? new Map<string, KeyFacts[]>();
    BY_PLACE.set(place, keys);
    const known = keys.get(facts.key);
    if (known) known.push(facts);
    else keys.set(facts.key, [facts]);
  }
}

/** All places that any key can stand in. */
export const PLACES: readonly string[] = [...BY_PLACE.keys()];

/** What a key means in a kind of map for a version, or for another one if that version does not have it there. */
export function keyIn(place: Place, key: string, version: string): KeyFacts | undefined {
  const known = BY_PLACE.get(place)?.get(key);
  return known?.find((facts) => existsIn(facts, version)) ?? known?.at(-1);
}

/** The keys that a kind of map takes in a version. */
export function keysOf(place: Place, version: string): readonly KeyFacts[] {
  return [...(BY_PLACE.get(place)?.values() ?? [])].flatMap((known) =>
    known.filter((facts) => existsIn(facts, version)).slice(0, 1),
  );
}

/** The kinds of maps that take a key in a version, of those that a program has. */
export function placesOfKey(key: string, program: Program, version: string): readonly Place[] {
  const other = { 4: '6', 6: '4', d2: '', agent: '' }[program];
  return [...BY_PLACE].flatMap(([place, keys]) => {
    const here = keys.get(key)?.some((facts) => existsIn(facts, version)) ?? false;
    return here && (other === '' || !place.endsWith(other)) ? [place as Place] : [];
  });
}

/** The kind of map that a type names, in the file of a program. */
export function placeIn(of: string, program: Program): Place {
  const own = `${of}${program}`;
  return (BY_PLACE.has(own) ? own : of) as Place;
}
