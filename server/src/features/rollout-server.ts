import type { Device } from '../igel/devices.ts';
import type { NameRecord } from '../igel/resolve.ts';
import type { Model } from '../model/model.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import type { Client } from '../wire/client.ts';
import type { Place } from '../wire/place.ts';
import { type Reply, Server } from '../wire/reply.ts';
import { cellOf, type RolloutCell } from './rollout-cell.ts';

/** The simulated server of a configuration, and what it means for the devices that ask it. */
export class RolloutServer {
  readonly server: Server;
  readonly #dns: NameRecord | undefined;
  readonly #replies = new Map<Client, Map<Place, Reply>>();

  constructor(model: Model, policy: ServerPolicy, dns?: NameRecord) {
    this.server = new Server(model, policy);
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
    return cellOf(this.server.model, device, this.reply(client, place), place, this.#dns);
  }
}
