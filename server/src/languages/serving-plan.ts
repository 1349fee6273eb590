import type { Expression } from '../model/expression.ts';
import type { AddressRange } from '../model/scope.ts';
import type { Span } from '../model/span.ts';

/** An option of DHCP's own space with the bytes that go out. */
export interface ServedOption {
  readonly code: number;
  readonly bytes: Uint8Array;
  /** Whether it goes out to clients that do not ask for it. */
  readonly always: boolean;
}

/** Clients that are told apart by a test. */
export interface PlannedGroup {
  readonly name: string;
  readonly test: Expression;
  readonly at: Span;
}

/** Where a client can be, and what it gets there. */
export interface PlannedPlace {
  readonly sharedNetwork: string | undefined;
  /** Undefined where the plan has no networks: then it is everywhere. */
  readonly subnet: { readonly range: AddressRange; readonly text: string } | undefined;
  readonly pool: AddressRange | undefined;
  /** Who gets an address of the pool; undefined for everybody. */
  readonly guard: Expression | undefined;
  /** What clients get that are in no group; null where they get no answer. */
  readonly everybody: readonly ServedOption[] | null;
  /** The same for each group, in the order of the plan's groups: of those that a client is in, the first that has an option decides. */
  readonly groups: readonly (readonly ServedOption[] | null)[];
}

/** A client that is known by its card or identifier. */
export interface PlannedHost {
  readonly name: string;
  readonly identifier:
    | { readonly kind: 'hardware'; readonly address: Uint8Array }
    | { readonly kind: 'client-id'; readonly bytes: Uint8Array };
  /** IPv4. */
  readonly address: bigint | undefined;
  /** What goes before all else. */
  readonly options: readonly ServedOption[];
}

/** What a server sends to whom, whichever language says it. */
export interface ServingPlan {
  /** The space in which tests name DHCP's own options. */
  readonly mainSpace: string;
  readonly groups: readonly PlannedGroup[];
  readonly places: readonly PlannedPlace[];
  readonly hosts: readonly PlannedHost[];
}

/** Something that is not carried over, and why. */
export interface LeftOut {
  readonly what: string;
  readonly at: Span | undefined;
}

export interface WrittenPlan {
  /** A whole configuration. */
  readonly text: string;
  readonly left: readonly LeftOut[];
}
