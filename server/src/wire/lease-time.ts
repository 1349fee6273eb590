import { readBigEndian } from './bytes.ts';
import { type Data, UNKNOWN, type Unknown } from './outcome.ts';

/** What counts for the length of a lease, in 4 bytes each; null where it is not set. */
export interface LeaseTimes {
  readonly wanted: Data;
  readonly default: Data;
  readonly max: Data;
  readonly min: Data;
}

/** From here on the end of the lease is past what the server can count, and it cuts the time by how late it is now. */
const CUT = 2_400_000_000;

/** Seconds that a client may keep its address (server/dhcp.c, ack_lease). */
export function leaseTime(
  times: LeaseTimes,
  otherwise: { readonly default: number; readonly max: number; readonly min: number },
): number | Unknown {
  const values = [times.wanted, times.default, times.max, times.min];
  if (values.includes(UNKNOWN)) return UNKNOWN;
  const read = (data: Data, fallback: number): number =>
    data instanceof Uint8Array && data.length === 4 ? readBigEndian(data, 4) : fallback;
  const normal = read(times.default, otherwise.default);
  const max = read(times.max, otherwise.max);
  const min = read(times.min, Math.min(otherwise.min, max));
  const wanted = Math.min(read(times.wanted, normal), max);
  const time = Math.max(wanted, min);
  return time < CUT ? time : UNKNOWN;
}
