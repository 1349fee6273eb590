import type { Host } from '../../model/host.ts';
import type { AddressRange, Scope } from '../../model/scope.ts';
import type { Span } from '../../model/span.ts';
import { bigEndian } from '../bytes.ts';
import type { Client } from '../client.ts';
import { eitherReply } from '../either-reply.ts';
import { FALSE, TRUE, type Truth, truthOf, UNKNOWN, type Unknown } from '../outcome.ts';
import type { Place } from '../place.ts';
import type { MessageKind, Reply } from '../reply.ts';
import { type Silence, silent } from '../silence.ts';
import { Classification } from './classification.ts';
import { ListAnswer } from './list-answer.ts';
import type { ListSetting } from './list-server.ts';
import { notedIn, Parameters } from './parameters.ts';
import type { ReceivedOptions } from './received-options.ts';
import { identifiersOf } from './reservations.ts';

export interface Question {
  readonly client: Client;
  readonly mac: Uint8Array;
  readonly sent: ReceivedOptions;
  readonly place: Place;
  readonly message: MessageKind;
}

/** Where a client ends up, and with what. */
export interface Served {
  readonly subnet: Scope;
  readonly network: Scope | undefined;
  readonly pool: Scope | undefined;
  readonly address: Uint8Array | Unknown;
  readonly host: Host | undefined;
  /** Whether it is answered at all. */
  readonly answers: Truth;
}

interface Found {
  readonly global: Host | undefined;
  readonly inSubnet: ReadonlyMap<Scope, Host>;
}

/** One client's question from its arrival to the reply (Dhcpv4Srv::processPacket and what it calls). */
export class Exchange {
  readonly #setting: ListSetting;
  readonly #question: Question;
  readonly #classification: Classification;
  readonly #assumed: ReadonlyMap<Scope, boolean>;
  /** A subnet that has something reserved for the client, and of which it is not certain that it takes it. */
  #open: Scope | undefined;
  #answers: Truth = TRUE;

  /** @param assumed subnets of which it is taken for certain that they take the client, or that they do not */
  constructor(setting: ListSetting, question: Question, assumed: ReadonlyMap<Scope, boolean> = new Map()) {
    this.#setting = setting;
    this.#question = question;
    this.#classification = new Classification(setting, question.mac, question.sent);
    this.#assumed = assumed;
  }

  /** Where a reservation of another subnet may count or not, what both ways come to. */
  get reply(): Reply {
    const reply = this.#reply;
    const open = this.#open;
    if (!open) return reply;
    const assuming = (takes: boolean): Reply =>
      new Exchange(this.#setting, this.#question, new Map([...this.#assumed, [open, takes]])).reply;
    return eitherReply(assuming(true), assuming(false));
  }

  get #reply(): Reply {
    const { sent, place } = this.#question;
    const classification = this.#classification;
    if (sent.malformed) return silent({ reason: 'malformed', at: undefined });
    classification.begin();
    if (this.#isDropped()) return this.#silence({ reason: 'dropped', at: this.#dropClass });
    if (!place.subnet) return this.#silence({ reason: 'no-address', at: undefined });
    const early = this.#lookUpEarly();
    if (this.#isDropped()) return this.#silence({ reason: 'dropped', at: this.#dropClass });

    const first = this.#firstSubnet();
    if (!first) return this.#silence(this.#refusal(place.subnet));
    const found = this.#findHosts(first, early);
    this.#classifyAgain(first, found, early !== undefined);
    if (this.#isDropped()) return this.#silence({ reason: 'dropped', at: this.#dropClass });
    const served = this.#allocate(first, found);
    if ('reason' in served) return this.#silence(served);

    const { host, network } = served;
    // The lease is there by now: classes that are given from here on tell nothing of its length
    const { members } = classification;
    // Of a shared network the subnet is settled only now, and with it the reservation
    if (network && host && host !== found.global) classification.give(notedIn(host.scope).given);
    classification.request(this.#requestedIn(served));
    return new ListAnswer(this.#setting, this.#question, { ...served, members }, classification.members).reply;
  }

  get #dropClass(): Span | undefined {
    return this.#setting.classes.get(this.#setting.policy.classes.dropped)?.nameAt;
  }

  #isDropped(): boolean {
    const dropped = this.#classification.dropped;
    if (dropped & TRUE && dropped !== TRUE) this.#answers = TRUE | FALSE;
    return dropped === TRUE;
  }

  #silence(silence: Silence): Reply {
    return { ...silent(silence), classes: this.#classification.members.map(({ of }) => of) };
  }

  get #network(): Scope | undefined {
    const { network } = this.#question.place;
    return network.kind === 'shared-network' ? network : undefined;
  }

  /** The subnets that the client may end in, that of the place first. */
  get #subnets(): readonly Scope[] {
    const { subnet } = this.#question.place;
    const others = this.#network?.children.filter((one) => one.kind === 'subnet' && one !== subnet) ?? [];
    return subnet ? [subnet, ...others] : others;
  }

  /** The reservation of the whole server, where that is looked up before a subnet is chosen; undefined where it is not. */
  #lookUpEarly(): { readonly host: Host | undefined } | undefined {
    const { model, policy, reservations } = this.#setting;
    const parameters = new Parameters([model.global]);
    if (parameters.flag(policy.parameters.reservations.early) !== true) return undefined;
    const host = reservations.find(model.global, this.#identifiers);
    if (host) {
      const { given } = notedIn(host.scope);
      if (given.length > 0) this.#classification.reserve(given);
      this.#classification.know(true);
    }
    return { host };
  }

  get #identifiers(): readonly string[] {
    const { model, policy } = this.#setting;
    const parameters = new Parameters([model.global]);
    const kinds = parameters.list(policy.parameters.reservations.identifiers) ?? policy.identifiers;
    // The address that stands for one of which nothing is known is in no reservation
    return identifiersOf(kinds, this.#question.client.mac, this.#question.sent);
  }

  /** Whether the classes that a client is in so far let it into a subnet. */
  #admits(scope: Scope | undefined): Truth {
    if (!scope) return TRUE;
    const names = this.#setting.model
      .permits(scope)
      .flatMap(({ clients }) => (typeof clients === 'object' && 'memberOf' in clients ? [clients.memberOf] : []));
    return names.length === 0 ? TRUE : this.#classification.classes.hasAny(names);
  }

  #supports(subnet: Scope): Truth {
    const assumed = this.#assumed.get(subnet);
    if (assumed !== undefined) return truthOf(assumed);
    return both(this.#admits(subnet), this.#admits(this.#network));
  }

  /** The subnet that is chosen when the packet comes: that of the place, if it takes the client, else another one of its network. */
  #firstSubnet(): Scope | undefined {
    const subnet = this.#subnets.find((one) => this.#supports(one) & TRUE);
    if (subnet && this.#supports(subnet) !== TRUE) this.#answers = TRUE | FALSE;
    return subnet;
  }

  #modeOf(subnet: Scope): { readonly global: boolean; readonly inSubnet: boolean; readonly outOfPool: boolean } {
    const { reservations } = this.#setting.policy.parameters;
    // The one word of a scope stands for all three flags there, so that it also wins over a flag of a wider scope
    const setBy = (flag: string, modes: readonly string[], otherwise: boolean): boolean => {
      for (const scope of [subnet, this.#network, this.#setting.model.global]) {
        const parameters = new Parameters(scope ? [scope] : []);
        const mode = parameters.text(reservations.mode);
        const set = parameters.flag(flag) ?? (mode === undefined ? undefined : modes.includes(mode));
        if (set !== undefined) return set;
      }
      return otherwise;
    };
    return {
      global: setBy(reservations.global, ['global'], false),
      inSubnet: setBy(reservations.inSubnet, ['all', 'out-of-pool'], true),
      outOfPool: setBy(reservations.outOfPool, ['out-of-pool'], false),
    };
  }

  #findHosts(first: Scope, early: { readonly host: Host | undefined } | undefined): Found {
    const { model, reservations } = this.#setting;
    const mode = this.#modeOf(first);
    const identifiers = this.#identifiers;
    const global = early ? early.host : mode.global ? reservations.find(model.global, identifiers) : undefined;
    const inSubnet = new Map<Scope, Host>();
    if (mode.inSubnet || (mode.global && !global)) {
      for (const subnet of this.#subnets) {
        const supported = this.#supports(subnet);
        if (!(supported & TRUE) || !this.#modeOf(subnet).inSubnet) continue;
        const host = reservations.find(subnet, identifiers);
        if (!host) continue;
        inSubnet.set(subnet, host);
        if (supported !== TRUE) this.#open ??= subnet;
      }
    }
    return { global, inSubnet };
  }

  /** The reservation that counts in a subnet. */
  #hostIn(subnet: Scope, { global, inSubnet }: Found): Host | undefined {
    const mode = this.#modeOf(subnet);
    return (mode.inSubnet ? inSubnet.get(subnet) : undefined) ?? (mode.global ? global : undefined);
  }

  #classifyAgain(first: Scope, found: Found, early: boolean): void {
    const host = this.#hostIn(first, found);
    const global = this.#modeOf(first).global ? found.global : undefined;
    const gives = (one: Host | undefined): boolean => one !== undefined && notedIn(one.scope).given.length > 0;
    if ((!early && gives(global)) || (!this.#network && gives(host))) {
      this.#classification.reserve(host ? notedIn(host.scope).given : []);
    }
    this.#classification.know(found.global !== undefined || found.inSubnet.size > 0);
  }

  /** The address that is kept for the client, else one of the place's pool. */
  #allocate(first: Scope, found: Found): Served | Silence {
    const reserved = this.#reservedAddress(first, found);
    const network = this.#network;
    if (reserved) {
      const { subnet, address } = reserved;
      if (address === undefined) return { reason: 'no-address', at: this.#hostIn(subnet, found)?.scope.at };
      const pool = subnet.children.find(
        (one) => one.kind === 'pool' && one.ranges.some(({ range }) => holds(range, address)),
      );
      const host = this.#hostIn(subnet, found);
      return { subnet, network, pool, address: bigEndian(address, 4), host, answers: this.#answers };
    }
    const { subnet, pool } = this.#question.place;
    if (!subnet || !pool) return { reason: 'no-address', at: subnet?.at };
    const supported = subnet === first ? TRUE : this.#supports(subnet);
    if (!(supported & TRUE)) return this.#refusal(subnet);
    const admitted = this.#admits(pool.scope);
    if (!(admitted & TRUE)) return this.#refusal(pool.scope ?? subnet);
    const { low, high } = pool.range;
    return {
      subnet,
      network,
      pool: pool.scope,
      address: low === high ? bigEndian(low, 4) : UNKNOWN,
      host: this.#hostIn(subnet, found),
      answers: both(this.#answers, both(supported, admitted)),
    };
  }

  /** That an address is reserved for the client, and which one: none where the reservation that counts is another one than that with the address. */
  #reservedAddress(
    first: Scope,
    found: Found,
  ): { readonly subnet: Scope; readonly address: bigint | undefined } | undefined {
    for (const subnet of [first, ...this.#subnets.filter((one) => one !== first)]) {
      if (subnet !== first && !(this.#supports(subnet) & TRUE)) continue;
      const mode = this.#modeOf(subnet);
      const hasGlobal = mode.global && found.global && found.global.addresses.length > 0;
      if (hasGlobal) return { subnet: first, address: this.#hostIn(first, found)?.addresses[0]?.address };
      const [own] = (mode.inSubnet && found.inSubnet.get(subnet)?.addresses) || [];
      const inPool = subnet.children.some(
        ({ kind, ranges }) => kind === 'pool' && own && ranges.some(({ range }) => holds(range, own.address)),
      );
      if (own && !(mode.outOfPool && inPool)) return { subnet, address: own.address };
    }
    return undefined;
  }

  #requestedIn({ network, subnet, pool }: Served): readonly string[] {
    const outwards = [pool, subnet, network].flatMap((one) => (one ? [notedIn(one).requested] : []));
    return (this.#setting.has('givesUntested') ? outwards : outwards.reverse()).flat();
  }

  /** The guard that keeps the client out. */
  #refusal(scope: Scope): Silence {
    const around = [scope, scope.parent, this.#network].find((one) => one && !(this.#admits(one) & TRUE)) ?? scope;
    return { reason: 'not-permitted', at: this.#setting.model.permits(around)[0]?.at ?? scope.at };
  }
}

const holds = ({ low, high }: AddressRange, address: bigint): boolean => low <= address && address <= high;

const both = (one: Truth, other: Truth): Truth =>
  (one & TRUE && other & TRUE ? TRUE : 0) | (one & FALSE || other & FALSE ? FALSE : 0);
