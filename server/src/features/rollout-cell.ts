import type { Device } from '../igel/devices.ts';
import { type NameRecord, type Reason, type Resolution, resolve } from '../igel/resolve.ts';
import { whyNone } from '../igel/why-none.ts';
import type { Model } from '../model/model.ts';
import type { Span } from '../model/span.ts';
import type { Place } from '../wire/place.ts';
import type { Reply } from '../wire/reply.ts';

/** What one device comes to in one place. */
export interface RolloutCell {
  readonly device: Device;
  readonly told: Resolution;
  /** What led there, and, where there is no server, why not. */
  readonly reasons: readonly Reason[];
}

/** What a device makes of the reply that it gets in a place, and of what DNS says where that is known. */
export function cellOf(model: Model, device: Device, reply: Reply, place: Place, dns?: NameRecord): RolloutCell {
  const told = resolve(device, reply, dns);
  const more = told.outcome === 'none' && !told.exclusive ? whyNone(model, reply, place, device) : [];
  return { device, told, reasons: [...told.reasons, ...more] };
}

/** Whether two devices or places come to the same in the same way. */
export const sameEnd = (a: RolloutCell | undefined, b: RolloutCell | undefined): boolean =>
  a?.told.outcome === b?.told.outcome && sameServer(a, b);

/** The same, whether it is certain or not. */
export const sameServer = (a: RolloutCell | undefined, b: RolloutCell | undefined): boolean =>
  a?.told.server === b?.told.server && a?.told.way === b?.told.way && a?.told.exclusive === b?.told.exclusive;

/** The statement that decided what a device comes to. */
export const decidedAt = ({ reasons }: RolloutCell): Span | undefined => reasons.findLast(({ at }) => at)?.at;
