import type { ClientClass } from '../model/client-class.ts';
import type { Scope } from '../model/scope.ts';
import type { Membership } from './classes.ts';

/** Statements that run one after the other, up to a break: those of a scope, or of all declarations of a class. */
export type Group = Pick<Scope, 'steps'>;

/** A scope and those around it, innermost first: what dhcpd calls the groups of a group. */
export type Chain = readonly Group[];

/**
 * The scopes whose statements a scope takes on. A pool takes on those of its network and not those of the subnet that it is written in; a
 * subnet outside of a shared network is a network of its own.
 */
export function chainOf(scope: Scope): readonly Scope[] {
  const chain: Scope[] = [];
  for (let at: Scope | undefined = scope; at; at = around(at)) if (at.kind !== 'conditional') chain.push(at);
  return chain;
}

function around(scope: Scope): Scope | undefined {
  return scope.kind === 'pool' && scope.parent ? networkOf(scope.parent) : scope.parent;
}

/** The shared network that a subnet stands in directly, or the subnet itself. */
export function networkOf(scope: Scope): Scope {
  return scope.kind === 'subnet' && scope.parent?.kind === 'shared-network' ? scope.parent : scope;
}

/** A subclass that says nothing of its own is the class itself; one that does comes before it. */
export function chainOfMembership({ of, subclass }: Membership): Chain {
  const chain = chainOfClass(of);
  if (!subclass?.scope) return chain;
  const again = of.subclasses.filter((other) => other.scope && other.key.join() === subclass.key.join());
  return [...again.flatMap(({ scope }) => (scope ? [scope] : [])).reverse(), ...chain];
}

function chainOfClass({ scope, laterScopes }: ClientClass): Chain {
  const chain = chainOf(scope);
  if (laterScopes.length === 0) return chain;
  return [{ steps: [scope, ...laterScopes].flatMap(({ steps }) => steps) }, ...chain.slice(1)];
}

/**
 * The statements' scopes that run for a chain, outermost first, where those of `limit` have run before: dhcpd stops at the first scope that
 * both have in common, and at what is around it (common/execute.c, execute_statements_in_scope).
 */
export function within(chain: Chain, limit: Chain): readonly Group[] {
  const end = chain.findIndex((scope) => limit.includes(scope));
  return (end === -1 ? [...chain] : chain.slice(0, end)).reverse();
}
