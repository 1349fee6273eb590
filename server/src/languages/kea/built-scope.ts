import type { Expression } from '../../model/expression.ts';
import type { Permit } from '../../model/host.ts';
import type { AddressRange, Scope, ScopeKind, Step } from '../../model/scope.ts';
import type { Span } from '../../model/span.ts';
import type { JsonNode } from './json-node.ts';

/** A map that options can be set in, while it is being built. */
export class BuiltScope implements Scope {
  readonly kind: ScopeKind;
  readonly keyword: string;
  readonly name: string | undefined;
  readonly #parent: BuiltScope | undefined | (() => BuiltScope | undefined);
  readonly at: Span;
  /** The map; undefined for the file as a whole, where it has no such map. */
  readonly node: JsonNode | undefined;
  network: AddressRange | undefined;
  test: Expression | undefined;
  readonly subclassKey = undefined;
  /** Whom it serves; everybody where there is none. */
  readonly permits: Permit[] = [];
  readonly steps: Step[] = [];
  readonly children: BuiltScope[] = [];
  readonly ranges: { readonly range: AddressRange; readonly at: Span }[] = [];

  constructor(
    kind: ScopeKind,
    keyword: string,
    node: JsonNode | undefined,
    at: Span,
    parent: BuiltScope | undefined | (() => BuiltScope | undefined),
    name?: string,
  ) {
    this.kind = kind;
    this.keyword = keyword;
    this.node = node;
    this.at = at;
    this.name = name;
    this.#parent = parent;
    if (parent instanceof BuiltScope) parent.children.push(this);
  }

  /** A parent that is only looked up does not count it among its children. */
  get parent(): BuiltScope | undefined {
    return typeof this.#parent === 'function' ? this.#parent() : this.#parent;
  }
}
