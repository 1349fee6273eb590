import type { Host } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { AddressRange, Scope } from '../model/scope.ts';
import { toHex } from './bytes.ts';
import type { Client } from './client.ts';
import { CLIENT_ID } from './option-codes.ts';
import type { SentOptions } from './sent-options.ts';

/** The host declarations that fit a client. */
export interface FoundHosts {
  /** Whether any fits, so that pools and `if known` take the client for known. */
  readonly known: boolean;
  /** The declaration that gives it an address of this network. */
  readonly fixed: { readonly host: Host; readonly subnet: Scope; readonly address: bigint } | undefined;
  /** The declaration whose statements count where no address of its own is given. */
  readonly unfixed: Host | undefined;
}

const NONE: FoundHosts = { known: false, fixed: undefined, unfixed: undefined };

/** Host declarations by what they know their client by (server/mdb.c, find_hosts_by_…). What nobody asks for is not worked out. */
export class HostIndex {
  readonly #model: Model;
  #options: readonly OptionKey[] | undefined;
  #chains: HostChains | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  /** Looks for the client in a network: by its identifier, else by its hardware address, else by another option. */
  find(client: Client, sent: SentOptions, subnets: readonly Scope[]): FoundHosts {
    const clientId = sent.get(this.#model.mainSpace, CLIENT_ID);
    const chains = [
      clientId instanceof Uint8Array ? this.#chain(clientKey(clientId)) : [],
      client.mac ? this.#chain(hardwareKey(ETHERNET, client.mac)) : [],
      this.#foundByOption(sent),
    ];
    const first = chains.find((chain) => chain.length > 0);
    if (!first) return NONE;
    return {
      known: true,
      fixed: fixedIn(first, subnets),
      unfixed: chains.flatMap((chain) => chain.find(hasNoAddress) ?? [])[0],
    };
  }

  #chain(key: string): readonly Host[] {
    this.#chains ??= new HostChains(this.#model);
    return this.#chains.of(key);
  }

  /** The option that the files name last is tried first. */
  #foundByOption(sent: SentOptions): readonly Host[] {
    this.#options ??= optionsOf([...this.#model.hostsKnownByOption()].sort(inOrderOf(this.#model)));
    for (const { space, code } of this.#options) {
      const value = sent.get(space, code);
      const hosts = value instanceof Uint8Array ? this.#chain(valueKey(space, code, value)) : [];
      if (hosts.length > 0) return hosts;
    }
    return [];
  }
}

interface OptionKey {
  readonly space: string;
  readonly code: number;
}

/** The options that hosts are known by, the last one first. */
function optionsOf(hosts: Iterable<Host>): readonly OptionKey[] {
  const options = new Map<string, OptionKey>();
  for (const { identifiers } of hosts) {
    for (const one of identifiers) {
      if (one.kind === 'option') options.set(optionKey(one.space, one.code), { space: one.space, code: one.code });
    }
  }
  return [...options.values()].reverse();
}

/** Declarations that have keys in common, linked as the server links them (server/mdb.c, enter_host). */
class HostChains {
  readonly #mainSpace: string;
  /** The first declaration for each key. */
  readonly #first = new Map<string, Host>();
  /** Each declaration leads to one other at most, whichever key has led to it. */
  readonly #next = new Map<Host, Host>();

  constructor(model: Model) {
    this.#mainSpace = model.mainSpace;
    const linked = new Set<Host>();
    for (const host of model.hosts()) {
      for (const key of Object.values(this.#keysOf(host))) {
        const other = this.#first.get(key);
        if (other) linked.add(other).add(host);
        else this.#first.set(key, host);
      }
    }
    // Only where declarations have keys in common does their order matter
    for (const host of linked) for (const key of Object.values(this.#keysOf(host))) this.#first.delete(key);
    for (const host of [...linked].sort(inOrderOf(model))) this.#enter(host);
  }

  of(key: string): readonly Host[] {
    const chain: Host[] = [];
    for (let host = this.#first.get(key); host; host = this.#next.get(host)) chain.push(host);
    return chain;
  }

  /** Puts a declaration behind those that have its hardware address; behind those that have another key of it only where there are none. */
  #enter(host: Host): void {
    let isLinked = false;
    const { hardware, clientId, option } = this.#keysOf(host);
    for (const key of [hardware, clientId, option]) {
      if (key === undefined) continue;
      const last = this.of(key).at(-1);
      if (!last) this.#first.set(key, host);
      else if (!isLinked) {
        if (last !== host) this.#next.set(last, host);
        isLinked = true;
      }
    }
  }

  #keysOf(host: Host): HostKeys {
    const keys: HostKeys = {};
    for (const identifier of host.identifiers) {
      if (identifier.kind === 'hardware') keys.hardware = hardwareKey(identifier.type, identifier.address);
      else if (identifier.kind === 'client-id') keys.clientId = clientKey(identifier.bytes);
      else if (identifier.kind === 'option')
        keys.option = valueKey(identifier.space, identifier.code, identifier.bytes);
    }
    const set = keys.clientId === undefined ? this.#clientIdSetBy(host) : undefined;
    return set ? { ...keys, clientId: clientKey(set) } : keys;
  }

  /** A host that sets the client identifier as an option is known by it. */
  #clientIdSetBy(host: Host): Uint8Array | undefined {
    for (const step of host.scope.steps) {
      if (step.kind !== 'value') continue;
      const { space, code, operator, data } = step.value;
      if (space !== this.#mainSpace || code !== CLIENT_ID || operator !== 'set') continue;
      return data.kind === 'bytes' ? data.bytes : undefined;
    }
    return undefined;
  }
}

/** What a declaration is found by; of several of a kind the last counts. */
interface HostKeys {
  hardware?: string;
  clientId?: string;
  option?: string;
}

const hasNoAddress = ({ addresses, looksUpAddress }: Host): boolean => addresses.length === 0 && !looksUpAddress;

function fixedIn(hosts: readonly Host[], subnets: readonly Scope[]): FoundHosts['fixed'] {
  for (const host of hosts) {
    for (const { family, address } of host.addresses) {
      const subnet = subnets.find(({ network }) => network?.family === family && lies(address, network));
      if (subnet) return { host, subnet, address };
    }
  }
  return undefined;
}

const lies = (address: bigint, { low, high }: AddressRange): boolean => low <= address && address <= high;

const ETHERNET = 1;

const hardwareKey = (type: number, address: Uint8Array): string => `hardware ${type} ${toHex(address)}`;
const clientKey = (bytes: Uint8Array): string => `client ${toHex(bytes)}`;
const optionKey = (space: string, code: number): string => `option ${space} ${code}`;
const valueKey = (space: string, code: number, bytes: Uint8Array): string =>
  `${optionKey(space, code)} ${toHex(bytes)}`;

/** The order in which the server reads declarations. */
const inOrderOf =
  (model: Model) =>
  (a: Host, b: Host): number =>
    model.isReadBefore(a.scope.at, b.scope.at) ? -1 : model.isReadBefore(b.scope.at, a.scope.at) ? 1 : 0;
