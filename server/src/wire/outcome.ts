import type { Step } from '../model/scope.ts';

/** What only a run, a name server or the client could tell. */
export const UNKNOWN = Symbol('unknown');
export type Unknown = typeof UNKNOWN;

/** What an expression for bytes yields; null is the server's own "no value". */
export type Data = Uint8Array | null | Unknown;

/** What an expression for a number yields: 64 bits without sign, as the server counts. */
export type Numeric = bigint | null | Unknown;

/** The outcomes that a test can have, as bits: with all of the client known it is one of them. */
export type Truth = number;
export const TRUE = 1;
export const FALSE = 2;
/** The server could not work it out, which `not` leaves as it is and `if` takes for false. */
export const NEITHER = 4;
export const ANY = TRUE | FALSE | NEITHER;

export const truthOf = (value: boolean): Truth => (value ? TRUE : FALSE);

/** What a variable can hold. */
export type Bound =
  | { readonly kind: 'data'; readonly value: Uint8Array }
  | { readonly kind: 'numeric'; readonly value: bigint }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'function'; readonly parameters: readonly string[]; readonly steps: readonly Step[] };
