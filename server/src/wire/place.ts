import type { Model } from '../model/model.ts';
import type { AddressRange, Scope } from '../model/scope.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import { type Span, startOf } from '../model/span.ts';
import { chainOf, networkOf } from './scopes.ts';

/** Addresses that are handed out, and the pool whose statements and permits go with them. */
export interface PlacePool {
  readonly range: AddressRange;
  readonly at: Span;
  /** Undefined for a range that stands outside of all pools. */
  readonly scope: Scope | undefined;
}

/** Where a client can be: a subnet, and the addresses in it that it may get. */
export interface Place {
  /** The shared network, or the subnet where it stands alone; the global scope where the file names no subnet. */
  readonly network: Scope;
  readonly subnet: Scope | undefined;
  /** Undefined in a subnet that hands out no addresses by itself: only clients with a fixed address are served there. */
  readonly pool: PlacePool | undefined;
}

/** Whether a client that is not known can get an address there; in a file that names no subnet, nobody can tell. */
export const handsOutAddresses = ({ subnet, pool }: Place): boolean => pool !== undefined || subnet === undefined;

/** The scopes that count for every client with an address of a place, whoever it is. */
export const scopesAround = ({ network, subnet, pool }: Place): ReadonlySet<Scope> =>
  new Set([network, subnet, pool?.scope].flatMap((scope) => (scope ? chainOf(scope) : [])));

/** Every place where a DHCPv4 client can be, in the order of the text; one without a subnet where the files name none. */
export function placesOf(model: Model, policy: ServerPolicy): readonly Place[] {
  const subnets = subnetsIn(model.global).filter(({ network }) => network === undefined || network.family === 4);
  if (subnets.length === 0) {
    return model.family === 6 ? [] : [{ network: model.global, subnet: undefined, pool: undefined }];
  }
  const networks = new Map<Scope, Scope[]>();
  for (const subnet of subnets) {
    const network = networkOf(subnet);
    const inside = networks.get(network);
    if (inside) inside.push(subnet);
    else networks.set(network, [subnet]);
  }
  const pools = new Map<Scope, PlacePool[]>();
  for (const [network, inside] of networks) {
    for (const pool of poolsOf(network, inside, model, policy)) {
      const home = inside.find((subnet) => subnet.network && holds(subnet.network, pool.range));
      if (home) pools.set(home, [...(pools.get(home) ?? []), pool]);
    }
  }
  return subnets.flatMap((subnet): Place[] => {
    const network = networkOf(subnet);
    const own = pools.get(subnet);
    return own ? own.map((pool) => ({ network, subnet, pool })) : [{ network, subnet, pool: undefined }];
  });
}

function subnetsIn(scope: Scope): Scope[] {
  return scope.children.flatMap((child) => [...(child.kind === 'subnet' ? [child] : []), ...subnetsIn(child)]);
}

const holds = (network: AddressRange, range: AddressRange): boolean =>
  network.family === range.family && network.low <= range.low && range.low <= network.high;

/** All ranges of a network in the order of the text, each with the pool that it belongs to. */
function poolsOf(network: Scope, subnets: readonly Scope[], model: Model, policy: ServerPolicy): PlacePool[] {
  const found: { readonly pool: Scope | undefined; readonly range: AddressRange; readonly at: Span }[] = [];
  for (const scope of new Set([network, ...subnets])) {
    for (const { range, at } of scope.ranges) found.push({ pool: undefined, range, at });
    for (const pool of scope.children) {
      if (pool.kind === 'pool') for (const { range, at } of pool.ranges) found.push({ pool, range, at });
    }
  }
  /** The pools that the server has made so far; undefined is the one that ranges outside of all pools share. */
  const kept: (Scope | undefined)[] = [];
  return inOrder(found).map(({ pool, range, at }) => {
    if (pool && !kept.includes(pool)) kept.push(pool);
    return { scope: pool ?? poolOfStray(kept, model, policy), range, at };
  });
}

/** dhcpd looks for a pool that refuses BOOTP clients and nobody else, and takes the one before it, if there is one (server/confpars.c). */
function poolOfStray(kept: (Scope | undefined)[], model: Model, policy: ServerPolicy): Scope | undefined {
  const fits = (pool: Scope | undefined): boolean => {
    if (!pool) return true;
    const [only, ...others] = model.permits(pool);
    return others.length === 0 && only?.allow === false && only.clients === 'dynamic-bootp';
  };
  const index = policy.strayRangesJoinPools ? kept.findIndex(fits) : kept.indexOf(undefined);
  if (index === -1) {
    kept.push(undefined);
    return undefined;
  }
  return policy.strayRangesJoinPools ? kept[Math.max(0, index - 1)] : undefined;
}

/** In the order of the text where they stand in one file. */
function inOrder<T extends { readonly at: Span }>(places: readonly T[]): readonly T[] {
  return places.toSorted((a, b) => (a.at.anchor.file === b.at.anchor.file ? startOf(a.at) - startOf(b.at) : 0));
}
