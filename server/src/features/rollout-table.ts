import type { Age, Device } from '../igel/devices.ts';
import { releaseRange } from '../igel/release-range.ts';
import type { Span } from '../model/span.ts';
import type { Place } from '../wire/place.ts';
import { textOfPool, textOfSubnet } from '../wire/place-text.ts';
import { type RolloutCell, sameEnd } from './rollout-cell.ts';

/** Devices that come to the same in every place share a column. */
export interface RolloutColumn {
  readonly devices: readonly Device[];
  readonly title: string;
}

/** Places of one subnet in which all devices come to the same share a row. */
export interface RolloutRow {
  readonly places: readonly Place[];
  readonly title: string;
  /** The subnet, or the pool where not all of the subnet are alike. */
  readonly at: Span | undefined;
  /** One for each column. */
  readonly cells: readonly RolloutCell[];
}

export interface RolloutTable {
  readonly columns: readonly RolloutColumn[];
  readonly rows: readonly RolloutRow[];
}

/** Who registers where: what the devices of a fleet, oldest first, come to in the places of a configuration. */
export function rolloutTable<Asking extends { readonly device: Device }>(
  fleet: readonly Asking[],
  places: readonly Place[],
  tell: (asking: Asking, place: Place) => RolloutCell,
): RolloutTable {
  const grid = places.map((place) => ({ place, cells: fleet.map((asking) => tell(asking, place)) }));
  const groups = grouped([...fleet.keys()], (a, b) => grid.every(({ cells }) => sameEnd(cells[a], cells[b])));
  const columns = groups.map((group) => {
    const devices = group.flatMap((index) => fleet[index]?.device ?? []);
    return { devices, title: titleOf(devices) };
  });
  const rows = grouped(grid, (a, b) => a.place.subnet === b.place.subnet).flatMap((inside) => {
    const alike = grouped(inside, (a, b) => a.cells.every((cell, index) => sameEnd(cell, b.cells[index])));
    return alike.flatMap((group): RolloutRow[] => {
      const [first] = group;
      if (!first) return [];
      const inGroup = group.map(({ place }) => place);
      const title = rowTitle(first.place, alike.length > 1 ? inGroup : []);
      const cells = groups.flatMap(([index = 0]) => first.cells[index] ?? []);
      return [{ places: inGroup, title, at: placeAt(first.place, alike.length > 1), cells }];
    });
  });
  return { columns, rows };
}

/** Neighbours that are alike. */
export function grouped<T>(items: readonly T[], alike: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    const [first] = last ?? [];
    if (last && first !== undefined && alike(first, item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** What the ages of one column say about releases that are not in the fleet. */
function titleOf(devices: readonly Device[]): string {
  const { from, to } = releaseRange(devices);
  if (!from) return to ? `${to.version} or lower` : 'every release';
  if (!to) return `${from.version} or higher`;
  return from === to ? (ALONE[from.age]?.(from.version) ?? from.version) : `${from.version} to ${to.version}`;
}

const ALONE: Readonly<Partial<Record<Age, (version: string) => string>>> = {
  'option-43': (version) => `${version} and later 11`,
  'early-12': (version) => `12 up to ${version}`,
};

/** Where a place is declared: the subnet, or the pool in it. */
export const placeAt = ({ subnet, pool }: Place, inPool: boolean): Span | undefined =>
  inPool && pool ? (pool.scope?.at ?? pool.at) : subnet?.at;

/** The subnet, the shared network around it, and the addresses where not all of the subnet are alike. */
function rowTitle({ network, subnet }: Place, group: readonly Place[]): string {
  const name = subnet?.network ? textOfSubnet(subnet.network) : 'anywhere';
  const shared = network.kind === 'shared-network' ? [network.name ?? ''] : [];
  const pools = group.flatMap(({ pool }) => (pool ? [textOfPool(pool.range)] : []));
  return [name, ...shared, ...pools].join(' ');
}
