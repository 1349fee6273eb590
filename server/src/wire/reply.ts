import type { ClientClass } from '../model/client-class.ts';
import type { Host } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import type { BootFields } from './boot-fields.ts';
import type { Membership } from './classes.ts';
import type { Client } from './client.ts';
import { commonReply } from './either-reply.ts';
import type { Origin } from './encode.ts';
import { ListServer } from './lists/list-server.ts';
import type { Beaten } from './option-state.ts';
import { type Place, placesOf } from './place.ts';
import type { Silence } from './silence.ts';
import { StatementServer } from './statement-server.ts';
import { type Strangers, strangersTo } from './strange-address.ts';

export interface Reply {
  /** What the client gets, by code; null where the server stays silent. */
  readonly options: ReadonlyMap<number, Uint8Array> | null;
  /** Options that the client gets, or may get, with bytes that nobody can tell beforehand. */
  readonly unknown: readonly number[];
  readonly silence: Silence | undefined;
  /** Undefined where it is not predicted, and where no answer comes. */
  readonly boot: BootFields | undefined;
  /** Where the bytes of each option come from; the sub-options of one that carries a space have places of their own. */
  readonly origins: ReadonlyMap<number, readonly Origin[]>;
  /** Values that were set for this client and lost. */
  readonly beaten: readonly Beaten[];
  /** The values of an option that are in force, sent or not. */
  inForce(space: string, code: number): readonly OptionValue[];
  /** The same for an option of the main space. */
  setBy(code: number): readonly OptionValue[];
  readonly classes: readonly ClientClass[];
  readonly host: Host | undefined;
}

/** Which message is predicted: dhcpd adds what `on commit` sets only when it acknowledges. */
export type MessageKind = 'offer' | 'acknowledgement';

/** How a server gets from a client to its reply. Everything that all clients share is worked out once. */
export interface Procedure {
  /** The classes that a client is in, wherever it asks. */
  classesOf(client: Client, mac: Uint8Array): readonly Membership[];
  reply(client: Client, mac: Uint8Array, place: Place, message: MessageKind): Reply;
}

/** The servers that are simulated, by their way of going about it. */
function procedureOf(model: Model, policy: ServerPolicy): Procedure {
  return policy.procedure === 'statements' ? new StatementServer(model, policy) : new ListServer(model, policy);
}

/** What a server that reads a model sends to its clients. */
export class Server {
  readonly model: Model;
  readonly policy: ServerPolicy;
  readonly places: readonly Place[];
  readonly #procedure: Procedure;
  readonly #strangers: Strangers;

  constructor(model: Model, policy: ServerPolicy) {
    this.model = model;
    this.policy = policy;
    this.places = placesOf(model, policy);
    this.#procedure = procedureOf(model, policy);
    this.#strangers = strangersTo(model);
  }

  /** The classes that a client is in, wherever it asks. */
  classesOf(client: Client): readonly Membership[] {
    const [stranger] = this.#strangers.addresses;
    return this.#procedure.classesOf(client, client.mac ?? stranger);
  }

  /** Without an address, what would be another for each client is unknown. */
  reply(client: Client, place: Place, message: MessageKind = 'offer'): Reply {
    if (client.mac) return this.#procedure.reply(client, client.mac, place, message);
    const [first, second] = this.#strangers.addresses;
    const reply = this.#procedure.reply(client, first, place, message);
    if (!this.#strangers.matter && !reply.host) return reply;
    return commonReply(reply, this.#procedure.reply(client, second, place, message));
  }
}
