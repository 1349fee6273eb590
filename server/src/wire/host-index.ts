import type { Host, HostIdentifier } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { AddressRange, Scope } from '../model/scope.ts';
import { startOf } from '../model/span.ts';
import { toHex } from './bytes.ts';
import { CLIENT_ID, type Client } from './client.ts';
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

/** Host declarations by what they know their client by (server/mdb.c, find_hosts_by_…). What nobody asks for is not put in order. */
export class HostIndex {
  readonly #model: Model;
  #byCard: Keys | undefined;
  #byOption: readonly OptionKeys[] | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  /** Looks for the client in a network: by its identifier, else by its hardware address, else by another option. */
  find(client: Client, sent: SentOptions, subnets: readonly Scope[]): FoundHosts {
    const clientId = sent.get(this.#model.mainSpace, CLIENT_ID);
    const chains = [
      clientId instanceof Uint8Array ? this.#cards.of(clientKey(clientId)) : [],
      client.mac ? this.#cards.of(hardwareKey(ETHERNET, client.mac)) : [],
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

  /** By hardware address and client identifier. */
  get #cards(): Keys {
    this.#byCard ??= new Keys(this.#model.hosts(), (host) => {
      const keys = host.identifiers.flatMap(cardKey);
      const set = host.identifiers.some(({ kind }) => kind === 'client-id') ? undefined : this.#clientIdSetBy(host);
      return set ? [...keys, clientKey(set)] : keys;
    });
    return this.#byCard;
  }

  /** By each other option that hosts are known by. */
  get #options(): readonly OptionKeys[] {
    if (this.#byOption) return this.#byOption;
    const options = new Map<string, { readonly space: string; readonly code: number; readonly hosts: Set<Host> }>();
    for (const host of this.#model.hosts()) {
      for (const identifier of host.identifiers) {
        if (identifier.kind !== 'option') continue;
        const { space, code } = identifier;
        const key = `${space} ${code}`;
        const known = options.get(key);
        if (known) known.hosts.add(host);
        else options.set(key, { space, code, hosts: new Set([host]) });
      }
    }
    this.#byOption = [...options.values()].map(({ space, code, hosts }) => ({
      space,
      code,
      keys: new Keys(hosts, ({ identifiers }) =>
        identifiers.flatMap((one) =>
          one.kind === 'option' && one.space === space && one.code === code ? [toHex(one.bytes)] : [],
        ),
      ),
    }));
    return this.#byOption;
  }

  /** The option that the files name last is tried first. */
  #foundByOption(sent: SentOptions): readonly Host[] {
    for (const { space, code, keys } of this.#options.toReversed()) {
      const value = sent.get(space, code);
      const hosts = value instanceof Uint8Array ? keys.of(toHex(value)) : [];
      if (hosts.length > 0) return hosts;
    }
    return [];
  }

  /** A host that sets the client identifier as an option is known by it. */
  #clientIdSetBy(host: Host): Uint8Array | undefined {
    for (const step of host.scope.steps) {
      if (step.kind !== 'value') continue;
      const { space, code, operator, data } = step.value;
      if (space !== this.#model.mainSpace || code !== CLIENT_ID || operator !== 'set') continue;
      return data.kind === 'bytes' ? data.bytes : undefined;
    }
    return undefined;
  }
}

interface OptionKeys {
  readonly space: string;
  readonly code: number;
  readonly keys: Keys;
}

/** Hosts by keys, those of one key in the order of the text. */
class Keys {
  readonly #hosts = new Map<string, Host[]>();

  constructor(hosts: Iterable<Host>, keysOf: (host: Host) => readonly string[]) {
    for (const host of hosts) {
      for (const key of keysOf(host)) {
        const same = this.#hosts.get(key);
        if (same) same.push(host);
        else this.#hosts.set(key, [host]);
      }
    }
    for (const [key, same] of this.#hosts) if (same.length > 1) this.#hosts.set(key, same.toSorted(byPlace));
  }

  of(key: string): readonly Host[] {
    return this.#hosts.get(key) ?? [];
  }
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

function cardKey(identifier: HostIdentifier): string[] {
  switch (identifier.kind) {
    case 'hardware':
      return [hardwareKey(identifier.type, identifier.address)];
    case 'client-id':
      return [clientKey(identifier.bytes)];
    case 'option':
      return [];
  }
}

const byPlace = (a: Host, b: Host): number =>
  a.scope.at.anchor.file === b.scope.at.anchor.file ? startOf(a.scope.at) - startOf(b.scope.at) : 0;
