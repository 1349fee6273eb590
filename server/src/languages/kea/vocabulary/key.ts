import type { KeyType } from './key-types.ts';
import type { Place } from './places.ts';

/** What is known of a key in one kind of map. */
export interface KeyFacts {
  readonly key: string;
  readonly type: KeyType;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
  /** The smallest and largest number that Kea accepts. */
  readonly range?: readonly [number, number];
  /** The only words that Kea accepts. */
  readonly words?: readonly string[];
  /** The first release that takes the key here; missing where 2.0 does already. */
  readonly since?: string;
  /** The last release that takes the key here. */
  readonly until?: string;
  /** Keys that do its work now; those of `replacedIn` stand in that kind of map instead of the same one. */
  readonly replacedBy?: readonly string[];
  readonly replacedIn?: 'global';
}

type More = Omit<KeyFacts, 'key' | 'type' | 'help'>;

/** One line of a table of keys. */
export type KeyRow = readonly [key: string, type: KeyType, places: readonly Place[], help: string, more?: More];

export const factsOf = ([key, type, , help, more]: KeyRow): KeyFacts => ({ key, type, help, ...more });
