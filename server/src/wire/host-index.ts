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

/** Host declarations by what they know their client by (server/mdb.c, find_hosts_by_…). */
export class HostIndex {
  readonly #byKey = new Map<string, Host[]>();
  /** Options that hosts are known by, besides the client identifier: the one met last is tried first. */
  readonly #options = new Map<string, { readonly space: string; readonly code: number }>();
  readonly #mainSpace: string;

  constructor(model: Model) {
    this.#mainSpace = model.mainSpace;
    for (const host of model.hosts()) {
      for (const key of this.#keysOf(host)) {
        const same = this.#byKey.get(key);
        if (same) same.push(host);
        else this.#byKey.set(key, [host]);
      }
    }
    for (const [key, hosts] of this.#byKey) if (hosts.length > 1) this.#byKey.set(key, hosts.toSorted(byPlace));
  }

  /** Looks for the client in a network: by its identifier, else by its hardware address, else by another option. */
  find(client: Client, sent: SentOptions, subnets: readonly Scope[]): FoundHosts {
    if (this.#byKey.size === 0) return NONE;
    const chains = [
      this.#byKey.get(clientKey(sent.get(this.#mainSpace, CLIENT_ID))) ?? [],
      (client.mac && this.#byKey.get(hardwareKey(1, client.mac))) ?? [],
      this.#byOption(sent),
    ];
    const first = chains.find((chain) => chain.length > 0);
    if (!first) return NONE;
    return {
      known: true,
      fixed: fixedIn(first, subnets),
      unfixed: chains.flatMap((chain) => chain.find(hasNoAddress) ?? [])[0],
    };
  }

  #byOption(sent: SentOptions): readonly Host[] {
    for (const { space, code } of [...this.#options.values()].reverse()) {
      const value = sent.get(space, code);
      const hosts = value instanceof Uint8Array ? this.#byKey.get(optionKey(space, code, value)) : undefined;
      if (hosts) return hosts;
    }
    return [];
  }

  #keysOf(host: Host): string[] {
    const keys = host.identifiers.map((identifier) => this.#keyOf(identifier));
    const hasClientId = host.identifiers.some(({ kind }) => kind === 'client-id');
    const set = hasClientId ? undefined : this.#clientIdSetBy(host);
    return set ? [...keys, clientKey(set)] : keys;
  }

  #keyOf(identifier: HostIdentifier): string {
    switch (identifier.kind) {
      case 'hardware':
        return hardwareKey(identifier.type, identifier.address);
      case 'client-id':
        return clientKey(identifier.bytes);
      case 'option': {
        const { space, code, bytes } = identifier;
        this.#options.set(`${space} ${code}`, { space, code });
        return optionKey(space, code, bytes);
      }
    }
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

const hardwareKey = (type: number, address: Uint8Array): string => `hardware ${type} ${toHex(address)}`;
const clientKey = (bytes: unknown): string => (bytes instanceof Uint8Array ? `client ${toHex(bytes)}` : 'client');
const optionKey = (space: string, code: number, bytes: Uint8Array): string => `${space} ${code} ${toHex(bytes)}`;

const byPlace = (a: Host, b: Host): number =>
  a.scope.at.anchor.file === b.scope.at.anchor.file ? startOf(a.scope.at) - startOf(b.scope.at) : 0;
