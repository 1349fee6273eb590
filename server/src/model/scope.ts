import type { Expression } from './expression.ts';
import type { OptionValue } from './option.ts';
import type { Span } from './span.ts';

export type ScopeKind =
  | 'global'
  | 'shared-network'
  | 'subnet'
  | 'pool'
  | 'group'
  | 'host'
  | 'class'
  | 'subclass'
  /** The body of an `if`, `else`, `switch` or event: what it holds belongs to the scope around it, under a condition. */
  | 'conditional'
  /** A block that holds no options: a key, a DNS zone, a failover peer, or one that is not known. */
  | 'other';

/** Both ends belong to it. IPv4 and IPv6 addresses as whole numbers. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly low: bigint;
  readonly high: bigint;
}

/** A place where options can be set, and what stands there, in the order of the text (included files spliced in). */
export interface Scope {
  readonly kind: ScopeKind;
  /** The word that opens it, such as `subnet` or `vendor-class`. */
  readonly keyword: string;
  /** The name that the text gives it: of a host, a class, a shared network; a subnet's network as written. */
  readonly name: string | undefined;
  readonly parent: Scope | undefined;
  /** The declaration's header; the file's first place for the global scope. */
  readonly at: Span;
  /** The test that clients pass to come here: a class's, or that of the branch of an `if`. */
  readonly test: Expression | undefined;
  /** A subclass's key. */
  readonly subclassKey: Uint8Array | undefined;
  readonly steps: readonly Step[];
  readonly children: readonly Scope[];
  /** A subnet's addresses. */
  readonly network: AddressRange | undefined;
  /** The addresses that a pool, subnet or shared network hands out by itself. */
  readonly ranges: readonly { readonly range: AddressRange; readonly at: Span }[];
}

/** What a server does, in order, when it builds a reply from a scope. */
export type Step =
  | { readonly kind: 'value'; readonly value: OptionValue }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly at: Span }
  | {
      readonly kind: 'switch';
      readonly on: Expression;
      /** Entries in order: a label is a place to jump to; the body runs on through later labels until `break`. */
      readonly body: readonly SwitchEntry[];
      readonly at: Span;
    }
  | { readonly kind: 'set'; readonly variable: string; readonly to: Expression | undefined; readonly at: Span }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly steps: readonly Step[];
      readonly at: Span;
    }
  | { readonly kind: 'return'; readonly value: Expression; readonly at: Span }
  | { readonly kind: 'break'; readonly at: Span }
  | { readonly kind: 'evaluate'; readonly expression: Expression; readonly at: Span }
  | { readonly kind: 'add-class'; readonly name: string; readonly at: Span }
  /** A class that is tested for those who come here. */
  | { readonly kind: 'request-class'; readonly name: string; readonly at: Span }
  /** A setting of the server that is no option, in the words of its language; scopes inside take it on. */
  | { readonly kind: 'parameter'; readonly name: string; readonly value: ParameterValue; readonly at: Span }
  | { readonly kind: 'parse-vendor-option'; readonly at: Span }
  /** `on commit { … }`: runs after the reply is made, for the events named. */
  | { readonly kind: 'event'; readonly events: readonly string[]; readonly steps: readonly Step[]; readonly at: Span };

export type ParameterValue = number | string | boolean | readonly string[];

export interface Branch {
  /** Undefined for the last `else`. */
  readonly condition: Expression | undefined;
  readonly steps: readonly Step[];
  readonly at: Span;
}

export type SwitchEntry =
  | { readonly kind: 'case'; readonly value: Expression }
  | { readonly kind: 'otherwise' }
  | { readonly kind: 'step'; readonly step: Step };
