import type { Refusal } from '../features/refusal.ts';
import type { RolloutServer } from '../features/rollout-server.ts';
import type { Span } from '../model/span.ts';
import type { Place } from '../wire/place.ts';
import { textOfSubnet } from '../wire/place-text.ts';
import type { Server } from '../wire/reply.ts';

/** A config with its simulated server and the places that were asked for. */
export interface SimulatedFile {
  readonly path: string;
  readonly served: RolloutServer;
  readonly places: readonly Place[];
  /** Why nobody is answered at all; undefined where the server can start. */
  readonly refusal: Refusal | undefined;
  /** File and line of a place in its files, such as `dhcpd.conf:14`. */
  readonly place: (at: Span) => string | undefined;
}

/** The places of a server, or those in the subnet that is named in CIDR notation or by an address in it. */
export function placesIn({ places }: Server, subnet: string | undefined): readonly Place[] {
  if (subnet === undefined) return places;
  const address = addressOf(subnet);
  return places.filter(({ subnet: one }) => {
    if (!one?.network) return false;
    const { low, high } = one.network;
    return textOfSubnet(one.network) === subnet || (address !== undefined && low <= address && address <= high);
  });
}

function addressOf(text: string): bigint | undefined {
  const parts = text.split('.').map(Number);
  const isAddress = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255);
  return isAddress ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : undefined;
}
