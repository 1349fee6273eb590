import type { Device } from '../igel/devices.ts';
import { type NameRecord, type Reason, resolve } from '../igel/resolve.ts';
import { whyNone } from '../igel/why-none.ts';
import type { Model } from '../model/model.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import type { Span } from '../model/span.ts';
import type { Client } from '../wire/client.ts';
import type { Place } from '../wire/place.ts';
import { type Reply, Server } from '../wire/reply.ts';
import type { RolloutCell, Teller } from './rollout-table.ts';

/** The simulated server of a configuration, and what it means for the devices that ask it. */
export class RolloutServer implements Teller {
  readonly server: Server;
  readonly #dns: NameRecord | undefined;
  readonly #lineOf: (at: Span) => number | undefined;
  readonly #replies = new Map<Client, Map<Place, Reply>>();

  /** @param lineOf the line of a place in its file, from 1 */
  constructor(model: Model, policy: ServerPolicy, lineOf: (at: Span) => number | undefined, dns?: NameRecord) {
    this.server = new Server(model, policy);
    this.#lineOf = lineOf;
    this.#dns = dns;
  }

  reply(client: Client, place: Place): Reply {
    const replies = this.#replies.get(client) ?? new Map<Place, Reply>();
    this.#replies.set(client, replies);
    const reply = replies.get(place) ?? this.server.reply(client, place);
    replies.set(place, reply);
    return reply;
  }

  tell(device: Device, client: Client, place: Place): RolloutCell {
    const reply = this.reply(client, place);
    const told = resolve(device, reply, this.#dns);
    const more = told.outcome === 'none' && !told.exclusive ? whyNone(this.server.model, reply, place, device) : [];
    return { device, told, reasons: [...told.reasons, ...more] };
  }

  /** A reason with the file and the line that it speaks of, and with what to do. */
  show({ text, at, remedy }: Reason): string {
    const line = at && this.#lineOf(at);
    const placed = at && line !== undefined ? `${text.replace(/\.$/, '')} (${at.anchor.file}:${line}).` : text;
    return remedy === undefined ? placed : `${placed} ${remedy}`;
  }
}
