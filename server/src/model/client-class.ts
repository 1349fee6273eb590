import type { Expression } from './expression.ts';
import type { OptionDefinition } from './option.ts';
import type { Scope } from './scope.ts';
import type { Span } from './span.ts';

/**
 * A group of clients. In dhcpd a client is in it when `test` holds, or when `key` yields the key of one of its subclasses (then it is in
 * that subclass too); a class that spawns makes a subclass for each key it meets.
 */
export interface ClientClass {
  readonly name: string;
  readonly nameAt: Span;
  readonly scope: Scope;
  /** Options that mean something else in the class: in its lists, and in what its clients send. */
  readonly definitions?: readonly OptionDefinition[];
  /** Those of its later declarations: what they set belongs to the class as if it stood behind all of `scope`. */
  readonly laterScopes: readonly Scope[];
  /** `match if`, or Kea's `test`. */
  readonly test: Expression | undefined;
  /** What the server tests by itself because of the name of the class. */
  readonly byName: Expression | undefined;
  /** Whether it is tested only where a network or a pool asks for it. */
  readonly onRequest: boolean;
  /** `match` or `spawn with`, or Kea's `template-test`. */
  readonly key: Expression | undefined;
  readonly spawns: boolean;
  readonly subclasses: readonly Subclass[];
}

export interface Subclass {
  readonly key: Uint8Array;
  readonly keyAt: Span;
  /** Undefined for one that sets nothing of its own. */
  readonly scope: Scope | undefined;
  readonly at: Span;
}
