import type { ClientClass } from '../../model/client-class.ts';
import type { Expression } from '../../model/expression.ts';
import type { Model } from '../../model/model.ts';
import type { ListPolicy } from '../../model/server-policy.ts';
import { some } from '../../model/steps.ts';
import { compareVersions } from '../../model/version.ts';
import type { Membership } from '../classes.ts';
import type { Client } from '../client.ts';
import type { Place } from '../place.ts';
import type { MessageKind, Procedure, Reply } from '../reply.ts';
import { Classification } from './classification.ts';
import { Exchange } from './exchange.ts';
import { Parameters } from './parameters.ts';
import { ReceivedOptions } from './received-options.ts';
import { Reservations } from './reservations.ts';

/** What all clients of a configuration share. */
export interface ListSetting {
  readonly model: Model;
  readonly policy: ListPolicy;
  readonly classes: ReadonlyMap<string, ClientClass>;
  /** The classes whose tests ask whether the client is known, of themselves or by way of others. */
  readonly askWhetherKnown: ReadonlySet<string>;
  readonly reservations: Reservations;
  /** Whether the server has a habit that came with a release. */
  has(habit: keyof ListPolicy['since']): boolean;
  /** Whether an extension that the file loads may put clients into a class. */
  givenElsewhere(name: string): boolean;
}

/** Looks for each option of a reply in the lists of all scopes that a client is in, as Kea does. */
export class ListServer implements Procedure {
  readonly #setting: ListSetting;

  constructor(model: Model, policy: ListPolicy) {
    const { release } = model;
    const extensions = new Parameters([model.global]).flag(policy.parameters.extensions) === true;
    const { ownPrefixes, vendorPrefix } = policy.classes;
    const prefixes = extensions ? ownPrefixes.filter((prefix) => prefix !== vendorPrefix) : [];
    this.#setting = {
      model,
      policy,
      classes: new Map(model.classes.map((one) => [one.name, one])),
      askWhetherKnown: dependentOnKnown(model.classes, policy),
      reservations: new Reservations(model),
      givenElsewhere: (name) => prefixes.some((prefix) => name.startsWith(prefix)),
      has: (habit) => release === undefined || compareVersions(release, policy.since[habit]) >= 0,
    };
  }

  classesOf(client: Client, mac: Uint8Array): readonly Membership[] {
    const sent = this.#received(client, 'offer');
    if (sent.malformed) return [];
    const classification = new Classification(this.#setting, mac, sent);
    classification.begin();
    classification.know(false);
    return classification.members;
  }

  reply(client: Client, mac: Uint8Array, place: Place, message: MessageKind): Reply {
    const sent = this.#received(client, message);
    return new Exchange(this.#setting, { client, mac, sent, place, message }).reply;
  }

  #received(client: Client, message: MessageKind): ReceivedOptions {
    const { model } = this.#setting;
    const define = (space: string, code: number) => model.definitionOfCode(space, code);
    return new ReceivedOptions(client, model.mainSpace, define, message === 'acknowledgement');
  }
}

/** A test may only speak of classes above its own, so that one pass finds all that hang on each other. */
function dependentOnKnown(classes: readonly ClientClass[], { classes: names }: ListPolicy): ReadonlySet<string> {
  const dependent = new Set<string>();
  const passedOn = new Set([names.known, names.unknown]);
  for (const { name, test, key } of classes) {
    if (![test, key].some((one) => one && someMember(one, passedOn))) continue;
    dependent.add(name);
    if (!names.ownPrefixes.some((prefix) => name.startsWith(prefix))) passedOn.add(name);
  }
  return dependent;
}

const someMember = (expression: Expression, names: ReadonlySet<string>): boolean =>
  some(expression, (part) => part.kind === 'member' && names.has(part.name));
