import type { Host, HostIdentifier } from '../../model/host.ts';
import type { Model } from '../../model/model.ts';
import type { Scope } from '../../model/scope.ts';
import { toHex } from '../bytes.ts';
import { CLIENT_ID, RELAY } from '../option-codes.ts';
import { UNKNOWN } from '../outcome.ts';
import type { ReceivedOptions } from './received-options.ts';

const CIRCUIT = 1;
/** A client identifier that holds a DUID begins with this type and four bytes for the interface (RFC 4361). */
const DUID_TYPE = 255;
const DUID_FROM = 5;

/** Reservations by their home, which is a subnet or the whole server, and what they know their client by. */
export class Reservations {
  readonly #model: Model;
  #byKey: Map<Scope, Map<string, Host>> | undefined;

  constructor(model: Model) {
    this.#model = model;
  }

  /** The reservation of a home for a client; its identifiers come in the order in which they are tried. */
  find(home: Scope, identifiers: readonly string[]): Host | undefined {
    // There may be very many: who cannot be in any of them does not wait for them
    if (identifiers.length === 0) return undefined;
    const hosts = this.#index.get(home);
    if (!hosts) return undefined;
    for (const key of identifiers) {
      const host = hosts.get(key);
      if (host) return host;
    }
    return undefined;
  }

  get #index(): Map<Scope, Map<string, Host>> {
    if (this.#byKey) return this.#byKey;
    const index = new Map<Scope, Map<string, Host>>();
    for (const host of this.#model.hosts()) {
      const home = host.scope.parent ?? this.#model.global;
      const hosts = index.get(home) ?? new Map<string, Host>();
      index.set(home, hosts);
      for (const identifier of host.identifiers) {
        const key = keyOf(identifier);
        if (key !== undefined && !hosts.has(key)) hosts.set(key, host);
      }
    }
    this.#byKey = index;
    return index;
  }
}

/** What a client is known by, of the kinds that the server looks at and in their order. */
export function identifiersOf(
  kinds: readonly string[],
  mac: Uint8Array | undefined,
  sent: ReceivedOptions,
): readonly string[] {
  const clientId = sent.get(CLIENT_ID);
  const circuit = sent.inner([RELAY, CIRCUIT]);
  return kinds.flatMap((kind) => {
    switch (kind) {
      case 'hw-address':
        return mac ? [`hardware ${toHex(mac)}`] : [];
      case 'duid':
        return clientId instanceof Uint8Array && clientId[0] === DUID_TYPE && clientId.length > DUID_FROM
          ? [`duid ${toHex(clientId.subarray(DUID_FROM))}`]
          : [];
      case 'circuit-id':
        return circuit !== UNKNOWN && circuit !== null && circuit.length > 0 ? [`circuit ${toHex(circuit)}`] : [];
      case 'client-id':
        return clientId instanceof Uint8Array ? [`client ${toHex(clientId)}`] : [];
      default:
        return [];
    }
  });
}

function keyOf(identifier: HostIdentifier): string | undefined {
  switch (identifier.kind) {
    case 'hardware':
      return `hardware ${toHex(identifier.address)}`;
    case 'client-id':
      return `client ${toHex(identifier.bytes)}`;
    case 'duid':
      return `duid ${toHex(identifier.bytes)}`;
    case 'circuit':
      return `circuit ${toHex(identifier.bytes)}`;
    default:
      return undefined;
  }
}
