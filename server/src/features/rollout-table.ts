import type { Age, Device } from '../igel/devices.ts';
import type { Reason, Resolution } from '../igel/resolve.ts';
import type { Client } from '../wire/client.ts';
import type { Place } from '../wire/place.ts';
import { textOfPool, textOfSubnet } from '../wire/place-text.ts';

/** What one device comes to in one place. */
export interface RolloutCell {
  readonly device: Device;
  readonly told: Resolution;
  /** What led there, and, where there is no server, why not. */
  readonly reasons: readonly Reason[];
}

/** Who can tell what a device comes to. */
export interface Teller {
  tell(device: Device, client: Client, place: Place): RolloutCell;
}

/** Devices that come to the same in every place share a column. */
export interface RolloutColumn {
  readonly devices: readonly Device[];
  readonly title: string;
}

/** Places of one subnet in which all devices come to the same share a row. */
export interface RolloutRow {
  readonly places: readonly Place[];
  readonly title: string;
  /** One for each column. */
  readonly cells: readonly RolloutCell[];
}

export interface RolloutTable {
  readonly columns: readonly RolloutColumn[];
  readonly rows: readonly RolloutRow[];
}

/** Who registers where: what the devices of a fleet, oldest first, come to in the places of a configuration. */
export function rolloutTable(
  teller: Teller,
  fleet: readonly { readonly device: Device; readonly client: Client }[],
  places: readonly Place[],
): RolloutTable {
  const grid = places.map((place) => ({
    place,
    cells: fleet.map(({ device, client }) => teller.tell(device, client, place)),
  }));
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
      return [{ places: inGroup, title, cells }];
    });
  });
  return { columns, rows };
}

const sameEnd = (a: RolloutCell | undefined, b: RolloutCell | undefined): boolean =>
  a?.told.outcome === b?.told.outcome &&
  a?.told.server === b?.told.server &&
  a?.told.way === b?.told.way &&
  a?.told.exclusive === b?.told.exclusive;

/** Neighbours that are alike. */
function grouped<T>(items: readonly T[], alike: (a: T, b: T) => boolean): readonly (readonly T[])[] {
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
  const [first] = devices;
  const last = devices.at(-1);
  if (!first || !last) return '';
  const isOldest = first.age === 'option-224';
  const isNewest = last.age === 'late-12';
  if (isOldest && isNewest) return 'every release';
  if (isOldest) return `${last.version} or lower`;
  if (isNewest) return `${first.version} or higher`;
  return first === last ? (ALONE[first.age]?.(first.version) ?? first.version) : `${first.version} to ${last.version}`;
}

const ALONE: Readonly<Partial<Record<Age, (version: string) => string>>> = {
  'option-43': (version) => `${version} and later 11`,
  'early-12': (version) => `12 up to ${version}`,
};

/** The subnet, the shared network around it, and the addresses where not all of the subnet are alike. */
function rowTitle({ network, subnet }: Place, group: readonly Place[]): string {
  const name = subnet?.network ? textOfSubnet(subnet.network) : 'anywhere';
  const shared = network.kind === 'shared-network' ? [network.name ?? ''] : [];
  const pools = group.flatMap(({ pool }) => (pool ? [textOfPool(pool.range)] : []));
  return [name, ...shared, ...pools].join(' ');
}
