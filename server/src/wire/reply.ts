import type { ClientClass } from '../model/client-class.ts';
import type { Host, Permit } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Scope } from '../model/scope.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import { Answer } from './answer.ts';
import { Bindings } from './bindings.ts';
import { bigEndian, sameBytes } from './bytes.ts';
import { classify, isMember, type Membership } from './classes.ts';
import type { Client } from './client.ts';
import { Definitions } from './definitions.ts';
import type { Origin } from './encode.ts';
import { type FoundHosts, HostIndex } from './host-index.ts';
import { type Circumstances, Interpreter, type RunState } from './interpreter.ts';
import { type Beaten, OptionState } from './option-state.ts';
import { type Data, FALSE, TRUE, type Truth, truthOf, UNKNOWN } from './outcome.ts';
import { Packet } from './packet.ts';
import { type Place, placesOf } from './place.ts';
import { type Chain, chainOf, chainOfMembership, type Group, within } from './scopes.ts';
import { SentOptions } from './sent-options.ts';
import type { Setting } from './setting.ts';
import type { Silence } from './silence.ts';
import { type Strangers, strangersTo } from './strange-address.ts';
import { Parameters, termsOf } from './terms.ts';

export interface Reply {
  /** What the client gets, by code; null where the server stays silent. */
  readonly options: ReadonlyMap<number, Uint8Array> | null;
  /** Options that the client gets, or may get, with bytes that nobody can tell beforehand. */
  readonly unknown: readonly number[];
  readonly silence: Silence | undefined;
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

/** What a lease keeps from one message of its client to the next. */
type Carried = Pick<RunState, 'bindings' | 'onCommit'>;

/** What a server that reads a model sends to its clients. Everything that all clients share is worked out once. */
export class Server {
  readonly model: Model;
  readonly policy: ServerPolicy;
  readonly places: readonly Place[];
  readonly #setting: Setting;
  readonly #strangers: Strangers;
  readonly #startUp: Bindings;
  #hosts: HostIndex | undefined;

  constructor(model: Model, policy: ServerPolicy) {
    this.model = model;
    this.policy = policy;
    this.places = placesOf(model, policy);
    const definitions = new Definitions(model, policy);
    this.#setting = { mainSpace: model.mainSpace, policy, definitions, classes: model.classes };
    this.#strangers = strangersTo(model);
    this.#startUp = this.#runAtStart();
  }

  /** The classes that a client is in, wherever it asks. */
  classesOf(client: Client): readonly Membership[] {
    const sent = new SentOptions(client, this.#setting.definitions, this.model.mainSpace, this.policy, false);
    const [stranger] = this.#strangers.addresses;
    return sent.malformed ? [] : this.#classify(sent, new Packet(client.mac ?? stranger));
  }

  /** Classes are told apart before hosts are looked up. */
  #classify(sent: SentOptions, packet: Packet): readonly Membership[] {
    const nobody = { packet, known: false, fixed: false, address: null, hostName: undefined, leaseRuns: false };
    const interpreter = new Interpreter(this.#setting, { sent, ...nobody, seesReply: false }, this.#fresh());
    return classify(this.model.classes, interpreter.evaluator, this.policy.mostClasses);
  }

  /** Without an address, what would be another for each client is unknown. */
  reply(client: Client, place: Place, message: MessageKind = 'offer'): Reply {
    if (client.mac) return this.#replyTo(client, client.mac, place, message);
    const [first, second] = this.#strangers.addresses;
    const reply = this.#replyTo(client, first, place, message);
    return this.#strangers.matter || reply.host ? shared(reply, this.#replyTo(client, second, place, message)) : reply;
  }

  #replyTo(client: Client, mac: Uint8Array, place: Place, message: MessageKind): Reply {
    const requests = message === 'acknowledgement';
    const sent = new SentOptions(client, this.#setting.definitions, this.model.mainSpace, this.policy, requests);
    if (sent.malformed) return silent({ reason: 'malformed', at: undefined });
    const packet = new Packet(mac);
    const memberships = this.#classify(sent, packet);

    const hosts = this.#findHosts(client, sent, place);
    const permitted = hosts.fixed ? TRUE : this.#permitted(place, memberships, hosts.known);
    if (!(permitted & TRUE)) return silent(this.#refusal(place, memberships, hosts.known));

    const circumstances: Circumstances = {
      sent,
      packet,
      seesReply: true,
      known: hosts.known,
      fixed: hosts.fixed !== undefined,
      address: this.#address(place, hosts),
      hostName: hosts.fixed?.host.name,
      leaseRuns: requests && !hosts.fixed,
    };
    // The lease that was offered keeps its variables and events
    let carried: Carried = { bindings: new Bindings(), onCommit: [] };
    if (circumstances.leaseRuns) {
      const offering = { ...circumstances, leaseRuns: false };
      carried = this.#execute(offering, carried, memberships, place, hosts).run.state;
    }
    const { run, seconds } = this.#execute(circumstances, carried, memberships, place, hosts);
    const host = hosts.fixed?.host ?? hosts.unfixed;
    const terms = termsOf(this.#setting, run, host !== undefined, requests ? null : seconds);
    const classes = memberships.map(({ of }) => of);
    if (terms.silence) return { ...silent(terms.silence), classes, host, beaten: run.state.options.beaten };
    if (requests) commit(run);
    const served: Circumstances = { ...circumstances, hostName: host?.name, leaseRuns: !hosts.fixed };
    const as = (bindings: Bindings): Interpreter => new Interpreter(this.#setting, served, { ...run.state, bindings });
    return new Answer({
      setting: this.#setting,
      run: as(hosts.fixed ? new Bindings() : run.state.bindings),
      sending: as(this.#startUp.fork()),
      client,
      sent,
      place,
      hosts,
      message,
      terms: { ...terms, answers: permitted === TRUE ? terms.answers : TRUE | FALSE },
    }).reply;
  }

  /** Runs the statements of all scopes that the client is in, weakest first (server/dhcp.c, ack_lease). */
  #execute(
    circumstances: Circumstances,
    carried: Carried,
    memberships: readonly Membership[],
    place: Place,
    hosts: FoundHosts,
  ): { readonly run: Interpreter; readonly seconds: Data } {
    const options = new OptionState(this.#setting.definitions);
    const { bindings, onCommit } = carried;
    const run = new Interpreter(this.#setting, circumstances, { options, bindings, memberships, onCommit });
    const subnet = chainOf(hosts.fixed?.subnet ?? place.subnet ?? place.network);
    runScopes(run, within(subnet, []));
    const network = chainOf(place.network);
    const pool = hosts.fixed ? undefined : place.pool;
    const poolChain = pool?.scope ? chainOf(pool.scope) : network;
    if (pool?.scope) runScopes(run, within(poolChain, network));
    const limit = pool ? poolChain : subnet;
    for (const membership of run.state.memberships.toReversed()) {
      const scopes = within(chainOfMembership(membership), limit);
      if (membership.certain) runScopes(run, scopes);
      else run.runPerhaps(() => runScopes(run, scopes));
    }
    const seconds = new Parameters(this.#setting, run).data('minSeconds');
    const host = hosts.fixed?.host ?? hosts.unfixed;
    if (host) runScopes(run, within(this.#chainOfHost(host), limit));
    return { run, seconds };
  }

  /** A named group takes the place of the scopes around a host. */
  #chainOfHost(host: Host): Chain {
    const group = host.group === undefined ? undefined : findGroup(this.model.global, host.group);
    return group ? [host.scope, ...chainOf(group)] : chainOf(host.scope);
  }

  #findHosts(client: Client, sent: SentOptions, place: Place): FoundHosts {
    this.#hosts ??= new HostIndex(this.model);
    const subnets = place.network.kind === 'shared-network' ? place.network.children : [place.network];
    return this.#hosts.find(
      client,
      sent,
      subnets.filter(({ kind }) => kind === 'subnet'),
    );
  }

  #address({ pool }: Place, { fixed }: FoundHosts): Circumstances['address'] {
    if (fixed) return bigEndian(fixed.address, 4);
    return pool && pool.range.low === pool.range.high ? bigEndian(pool.range.low, 4) : UNKNOWN;
  }

  #permits({ pool }: Place): readonly Permit[] {
    return pool?.scope ? this.model.permits(pool.scope) : [];
  }

  #permitted(place: Place, memberships: readonly Membership[], known: boolean): Truth {
    if (!place.subnet) return TRUE;
    if (!place.pool) return FALSE;
    let truth: Truth = TRUE;
    const permits = this.#permits(place);
    const denied = permits.filter(({ allow }) => !allow).map((permit) => fits(permit, memberships, known));
    if (denied.includes(TRUE)) return FALSE;
    if (denied.some((one) => one & TRUE)) truth = TRUE | FALSE;
    const allowing = permits.filter(({ allow }) => allow).map((permit) => fits(permit, memberships, known));
    if (allowing.length === 0 || allowing.includes(TRUE)) return truth;
    return allowing.some((one) => one & TRUE) ? TRUE | FALSE : FALSE;
  }

  #refusal(place: Place, memberships: readonly Membership[], known: boolean): Silence {
    if (!place.pool) return { reason: 'no-address', at: place.subnet?.at };
    const permits = this.#permits(place);
    const denying = permits.find((permit) => !permit.allow && fits(permit, memberships, known) === TRUE);
    return { reason: 'not-permitted', at: (denying ?? permits.find(({ allow }) => allow))?.at };
  }

  /** The global statements run once when the server starts, with no client there: the variables of then are those of class tests. */
  #runAtStart(): Bindings {
    const circumstances: Circumstances = {
      sent: undefined,
      packet: undefined,
      seesReply: true,
      known: false,
      fixed: false,
      address: null,
      hostName: undefined,
      leaseRuns: false,
    };
    const options = new OptionState(this.#setting.definitions);
    const state: RunState = { options, bindings: new Bindings(), memberships: [], onCommit: [] };
    const run = new Interpreter(this.#setting, circumstances, state);
    run.run(this.model.global.steps);
    return run.state.bindings;
  }

  #fresh(): RunState {
    return {
      options: new OptionState(this.#setting.definitions),
      bindings: this.#startUp.fork(),
      memberships: [],
      onCommit: [],
    };
  }
}

function runScopes(run: Interpreter, groups: readonly Group[]): void {
  for (const { steps } of groups) run.run(steps);
}

function commit(run: Interpreter): void {
  const [only, ...others] = run.state.onCommit;
  if (!only) return;
  if (others.length === 0) run.run(only);
  else for (const steps of run.state.onCommit) run.runPerhaps(() => run.run(steps));
}

/** Dates are taken to be kept: a pool is used after the beginning and before the end of its time. */
function fits({ clients, allow }: Permit, memberships: readonly Membership[], known: boolean): Truth {
  if (typeof clients === 'object') {
    return 'memberOf' in clients ? isMember(memberships, clients.memberOf) : truthOf(allow);
  }
  switch (clients) {
    case 'known':
      return truthOf(known);
    case 'unknown':
      return truthOf(!known);
    case 'all':
    case 'unauthenticated':
      return TRUE;
    case 'authenticated':
    case 'dynamic-bootp':
      return FALSE;
  }
}

function findGroup(scope: Scope, name: string): Scope | undefined {
  let found: Scope | undefined;
  for (const child of scope.children) {
    if (child.kind === 'group' && child.name === name) found = child;
    found = findGroup(child, name) ?? found;
  }
  return found;
}

/** What two clients both get; the rest is unknown. */
function shared(one: Reply, other: Reply): Reply {
  if (one.options === null || other.options === null) return one;
  const options = new Map(one.options);
  const unknown = new Set([...one.unknown, ...other.unknown]);
  for (const code of new Set([...one.options.keys(), ...other.options.keys()])) {
    const bytes = one.options.get(code);
    const rival = other.options.get(code);
    if (bytes && rival && sameBytes(bytes, rival)) continue;
    options.delete(code);
    unknown.add(code);
  }
  return { ...one, options, unknown: [...unknown].sort((a, b) => a - b) };
}

function silent(silence: Silence): Reply {
  return {
    options: null,
    unknown: [],
    silence,
    origins: new Map(),
    beaten: [],
    inForce: () => [],
    setBy: () => [],
    classes: [],
    host: undefined,
  };
}
