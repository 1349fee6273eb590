import type { Host, Permit } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { Scope } from '../model/scope.ts';
import type { StatementPolicy } from '../model/server-policy.ts';
import { AlikeReplies, type Asked } from './alike.ts';
import { Answer } from './answer.ts';
import { Bindings } from './bindings.ts';
import { bigEndian } from './bytes.ts';
import { classify, isMember, type Membership } from './classes.ts';
import type { Client } from './client.ts';
import { Definitions } from './definitions.ts';
import { type FoundHosts, HostIndex } from './host-index.ts';
import { type Circumstances, Interpreter, type RunState } from './interpreter.ts';
import { OptionState } from './option-state.ts';
import { type Data, FALSE, TRUE, type Truth, truthOf, UNKNOWN } from './outcome.ts';
import { Packet } from './packet.ts';
import type { Place } from './place.ts';
import type { MessageKind, Procedure, Reply } from './reply.ts';
import { type Chain, chainOf, chainOfMembership, type Group, within } from './scopes.ts';
import { SentOptions } from './sent-options.ts';
import type { Setting } from './setting.ts';
import { type Silence, silent } from './silence.ts';
import { Parameters, termsOf } from './terms.ts';

/** What a lease keeps from one message of its client to the next. */
type Carried = Pick<RunState, 'bindings' | 'onCommit'>;

/** Runs the statements of all scopes that a client is in, the outermost first, and sends what they have set, as dhcpd does. */
export class StatementServer implements Procedure {
  readonly #model: Model;
  readonly #policy: StatementPolicy;
  readonly #setting: Setting;
  readonly #startUp: Bindings;
  readonly #alike = new AlikeReplies();
  #hosts: HostIndex | undefined;

  constructor(model: Model, policy: StatementPolicy) {
    this.#model = model;
    this.#policy = policy;
    const definitions = new Definitions(model, policy);
    this.#setting = { mainSpace: model.mainSpace, policy, definitions, classes: model.classes };
    this.#startUp = this.#runAtStart();
  }

  classesOf(client: Client, mac: Uint8Array): readonly Membership[] {
    const sent = this.#sentBy(client, 'offer');
    return sent.malformed ? [] : this.#classify(sent, new Packet(mac));
  }

  #sentBy(client: Client, message: MessageKind): SentOptions {
    const requests = message === 'acknowledgement';
    return new SentOptions(client, this.#setting.definitions, this.#model.mainSpace, this.#policy, requests);
  }

  /** Classes are told apart before hosts are looked up. */
  #classify(sent: SentOptions, packet: Packet): readonly Membership[] {
    const nobody = { packet, known: false, fixed: false, address: null, hostName: undefined, leaseRuns: false };
    const interpreter = new Interpreter(this.#setting, { sent, ...nobody, seesReply: false }, this.#fresh());
    return classify(this.#model.classes, interpreter.evaluator, this.#policy.mostClasses);
  }

  reply(client: Client, mac: Uint8Array, place: Place, message: MessageKind): Reply {
    const sent = this.#sentBy(client, message);
    if (sent.malformed) return silent({ reason: 'malformed', at: undefined });
    const packet = new Packet(mac);
    const asked = { client, mac, place, message, memberships: this.#classify(sent, packet) };
    const answer = (): Reply => this.#answer(asked, sent, packet);
    return client.mac ? answer() : this.#alike.reply(asked, sent, answer);
  }

  #answer({ client, place, message, memberships }: Asked, sent: SentOptions, packet: Packet): Reply {
    const requests = message === 'acknowledgement';
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
    const group = host.group === undefined ? undefined : findGroup(this.#model.global, host.group);
    return group ? [host.scope, ...chainOf(group)] : chainOf(host.scope);
  }

  #findHosts(client: Client, sent: SentOptions, place: Place): FoundHosts {
    this.#hosts ??= new HostIndex(this.#model);
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
    return pool?.scope ? this.#model.permits(pool.scope) : [];
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
    run.run(this.#model.global.steps);
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
