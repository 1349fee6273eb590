import type { Rollout } from '../igel/rollout.ts';
import type { Scope } from '../model/scope.ts';
import { handsOutAddresses } from '../wire/place.ts';

/** Whether devices of the fleet find a UMS in a subnet: some of them, and all. */
export interface SubnetEnds {
  readonly some: boolean;
  readonly all: boolean;
}

/** What the fleet comes to in each subnet that hands out addresses. A device that one of its pools leads to a UMS has one. */
export function endsBySubnet(rollout: Rollout): readonly SubnetEnds[] {
  const served = new Map<Scope, boolean[]>();
  for (const cells of rollout.rows) {
    const [place] = cells.map((cell) => cell.place);
    if (!place?.subnet || !handsOutAddresses(place)) continue;
    const before = served.get(place.subnet);
    served.set(
      place.subnet,
      cells.map(({ told }, i) => told.outcome !== 'none' || before?.[i] === true),
    );
  }
  return [...served.values()].map((devices) => ({ some: devices.includes(true), all: !devices.includes(false) }));
}
