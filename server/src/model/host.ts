import type { Scope } from './scope.ts';
import type { Span } from './span.ts';

/** How a server recognises the client of a host declaration or reservation. */
export type HostIdentifier =
  /** Hardware type (1 is Ethernet) and address. */
  | { readonly kind: 'hardware'; readonly type: number; readonly address: Uint8Array; readonly at: Span }
  | { readonly kind: 'client-id'; readonly bytes: Uint8Array; readonly at: Span }
  /** The DUID inside of a client identifier (RFC 4361). */
  | { readonly kind: 'duid'; readonly bytes: Uint8Array; readonly at: Span }
  /** The circuit that a relay agent names (RFC 3046, sub-option 1). */
  | { readonly kind: 'circuit'; readonly bytes: Uint8Array; readonly at: Span }
  /** What an extension of the server works out. */
  | { readonly kind: 'extension'; readonly bytes: Uint8Array; readonly at: Span }
  /** The value of any option that the client sends. */
  | {
      readonly kind: 'option';
      readonly space: string;
      readonly code: number;
      readonly bytes: Uint8Array;
      readonly at: Span;
    };

/** A known client: dhcpd's `host`, Kea's reservation. */
export interface Host {
  readonly name: string | undefined;
  readonly scope: Scope;
  readonly identifiers: readonly HostIdentifier[];
  readonly addresses: readonly { readonly family: 4 | 6; readonly address: bigint; readonly at: Span }[];
  /** Whether an address is given by a name that only a name server can turn into one. */
  readonly looksUpAddress: boolean;
  /** The named group whose statements it takes instead of those of the scope around it. */
  readonly group: string | undefined;
}

/** Who may have an address of a pool (dhcpd.conf(5), ADDRESS POOLS). */
export interface Permit {
  readonly allow: boolean;
  readonly clients:
    | 'known'
    | 'unknown'
    | 'all'
    | 'dynamic-bootp'
    | 'authenticated'
    | 'unauthenticated'
    | { readonly memberOf: string }
    | { readonly after: Span };
  readonly at: Span;
}
