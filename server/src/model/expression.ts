import type { Span } from './span.ts';

/** What an expression yields: a truth value, bytes, or a whole number of 32 bits. `any` where only a run can tell. */
export type ExpressionResult = 'boolean' | 'data' | 'numeric' | 'any';

export type Comparison =
  | 'equal'
  | 'not-equal'
  | 'matches'
  | 'matches-ignoring-case'
  /** All of the text, and not only a part of it, fits the pattern. */
  | 'matches-whole';

export type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide' | 'remainder' | 'bit-and' | 'bit-or' | 'bit-xor';

/** What a server knows of a request or of itself besides options. */
export type Fact =
  | 'hardware' // hardware type byte and address
  | 'leased-address' // the address about to be given
  | 'host-name' // the name of the host declaration that fits
  | 'client-state'
  | 'lease-time'
  | 'boot-file'
  | 'server-name'
  | 'own-host-name'
  // Fields of the message, and how it came; numbers in four bytes
  | 'hardware-address'
  | 'hardware-length'
  | 'hardware-type'
  | 'client-address'
  | 'given-address'
  | 'boot-server-address'
  | 'relay-address'
  | 'message-type'
  | 'transaction'
  | 'interface'
  | 'source-address'
  | 'destination-address'
  | 'message-length';

/** What is asked of the options of a vendor that a client names by its enterprise number (RFC 3925). */
export type VendorPart =
  | { readonly kind: 'enterprise' }
  | { readonly kind: 'option'; readonly code: number }
  /** A piece of what the client says of itself, counted from 0. */
  | { readonly kind: 'data'; readonly index: number };

/**
 * A value that a server works out while it answers a client (dhcp-eval(5); Kea's "Using Expressions in Classification").
 * A missing value and an unknown truth value are ordinary results: see the evaluator.
 */
export type Expression = { readonly at: Span } & (
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'null' }
  /** An option that the client sent (`sent`), or that is about to go out (`reply`). `code` is undefined where no definition is known. */
  | {
      readonly kind: 'option';
      readonly side: 'sent' | 'reply';
      readonly space: string;
      readonly name: string;
      readonly code: number | undefined;
    }
  /** How the server shows an option of the client's to a person: a text as it is, other values with their type. */
  | { readonly kind: 'shown-option'; readonly option: Expression }
  /** An option inside others that the client sent: `path` are the codes from the outermost inwards. */
  | { readonly kind: 'inner-option'; readonly path: readonly number[] }
  /** Option 125 (`options`) or 124 (`class`) that the client sent, of one enterprise, or of any where none is named. */
  | {
      readonly kind: 'vendor';
      readonly side: 'options' | 'class';
      readonly enterprise: number | undefined;
      readonly part: VendorPart;
    }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'packet'; readonly offset: Expression; readonly length: Expression }
  | { readonly kind: 'substring'; readonly of: Expression; readonly offset: Expression; readonly length: Expression }
  | { readonly kind: 'suffix'; readonly of: Expression; readonly length: Expression }
  | { readonly kind: 'lower-case' | 'upper-case'; readonly of: Expression }
  | { readonly kind: 'concat' | 'first-present'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'binary-to-ascii';
      readonly base: Expression;
      readonly width: Expression;
      readonly separator: Expression;
      readonly of: Expression;
    }
  | { readonly kind: 'reverse'; readonly width: Expression; readonly of: Expression }
  /** Two digits for each byte, with a separator between them. */
  | { readonly kind: 'hex-text'; readonly of: Expression; readonly separator: Expression }
  /** A number or an address as people write it. */
  | { readonly kind: 'number-text'; readonly of: Expression; readonly bits: 8 | 16 | 32; readonly signed: boolean }
  | { readonly kind: 'address-text'; readonly of: Expression }
  /** The part of that number, from 1, between characters of `separators`. */
  | { readonly kind: 'split'; readonly of: Expression; readonly separators: Expression; readonly part: number }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'encode-int'; readonly of: Expression; readonly bits: 8 | 16 | 32 }
  | { readonly kind: 'extract-int'; readonly of: Expression; readonly bits: 8 | 16 | 32 }
  | { readonly kind: 'lookup'; readonly hostName: string }
  | { readonly kind: 'relayed'; readonly relay: Expression; readonly of: Expression }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Expression[] }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly operator: Arithmetic;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'exists'; readonly space: string; readonly name: string; readonly code: number | undefined }
  /** Whether what `value` speaks of is there at all, empty or not. */
  | { readonly kind: 'present'; readonly value: Expression }
  /** Whether the client is in a class so far; `test` is that of the class, where it has one. */
  | { readonly kind: 'member'; readonly name: string; readonly test: Expression | undefined }
  | { readonly kind: 'known' | 'static' }
  | { readonly kind: 'defined'; readonly name: string }
  | { readonly kind: 'in-collection'; readonly name: string }
  /** A part that could not be read: the fault is told by the syntax rule. */
  | { readonly kind: 'unreadable' }
);
