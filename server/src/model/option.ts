import type { Expression } from './expression.ts';
import type { OptionType } from './option-type.ts';
import type { Scope } from './scope.ts';
import type { Span } from './span.ts';

/** A name space of option codes: `dhcp` for DHCPv4's own, `dhcp6`, a vendor's. RFC 2132 §8.4 for the ones inside option 43. */
export interface OptionSpace {
  readonly name: string;
  /** Bytes of a code and of a length on the wire. */
  readonly codeWidth: number;
  readonly lengthWidth: number;
  /** Undefined for the server's own. */
  readonly at: Span | undefined;
}

export interface OptionDefinition {
  readonly space: string;
  readonly name: string;
  readonly code: number;
  /** Undefined where the type could not be read: the fault is told elsewhere. */
  readonly type: OptionType | undefined;
  /** The whole statement; undefined for the server's own definitions. */
  readonly at: Span | undefined;
  readonly nameAt: Span | undefined;
  readonly codeAt: Span | undefined;
  readonly typeAt: Span | undefined;
  /** The definition of the same name that this one replaces. */
  readonly replaces: OptionDefinition | undefined;
}

/** How a value joins what wider scopes have set (dhcp-eval(5)): a default gives way, append and prepend add. */
export type ValueOperator = 'set' | 'default' | 'append' | 'prepend' | 'send';

/**
 * The bytes of an option, as far as they are known before a client asks: constant, worked out by an expression, made of parts
 * whose bytes only a name server knows (`bytes` undefined), or unreadable (its fault is told elsewhere).
 */
export type ValueData =
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      /** What the server keeps of bytes that hold other options, where it is not the same. */
      readonly kept?: Uint8Array | undefined;
    }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'looked-up' }
  | { readonly kind: 'unreadable' };

/** When an option is sent, where that does not hang on the client's request alone. */
export interface Delivery {
  /** To everybody, asked for or not. */
  readonly always: boolean;
  /** To nobody for whom the scope counts. */
  readonly never: boolean;
  /** To clients in one of these classes; to all where there is none. */
  readonly classes: readonly string[];
}

export interface OptionValue {
  readonly space: string;
  /** As written, in the language's canonical letter case. */
  readonly name: string;
  /** The definition in force at this place; undefined for an option that has none. */
  readonly definition: OptionDefinition | undefined;
  /** The code that goes out: a later redefinition of the name may have changed it. */
  readonly code: number | undefined;
  readonly operator: ValueOperator;
  readonly data: ValueData;
  /** Undefined for a value that is sent when it is asked for. */
  readonly delivery?: Delivery | undefined;
  readonly scope: Scope;
  /** The whole statement. */
  readonly at: Span;
  readonly nameAt: Span;
  /** The value's own text; undefined where none was written. */
  readonly valueAt: Span | undefined;
}
