import { type Span, span } from '../../model/span.ts';
import { headSpan, type Item, openingSpan, valueSpan } from './item.ts';
import { decodeString } from './json-string.ts';
import type { Place } from './vocabulary/places.ts';

/** A value of the file as a whole, whatever pieces and included files it is spread over. */
export class JsonNode {
  readonly item: Item;
  /** The key that it stands under; a value that an include holds has none of its own. */
  readonly key: string | undefined;
  readonly #parent: JsonNode | undefined | (() => JsonNode | undefined);
  readonly children: JsonNode[] = [];
  /** The kind of map that it is, or that the maps in it are. */
  place: Place | undefined;
  #fields: Map<string, JsonNode> | undefined;
  #keySpan: Span | undefined;

  constructor(item: Item, parent: JsonNode | undefined | (() => JsonNode | undefined), named: Item = item) {
    this.item = item;
    this.#parent = parent;
    this.key = named.key;
    this.#keySpan = named.key === undefined ? undefined : span(named.anchor, named.keyStart, named.keyEnd);
  }

  get parent(): JsonNode | undefined {
    return typeof this.#parent === 'function' ? this.#parent() : this.#parent;
  }

  get kind(): Item['kind'] {
    return this.item.kind;
  }

  /** The value's text. */
  get at(): Span {
    return valueSpan(this.item);
  }

  /** The key, or where there is none what begins the value. */
  get head(): Span {
    return this.#keySpan ?? headSpan(this.item);
  }

  get keyAt(): Span | undefined {
    return this.#keySpan;
  }

  /** The bracket that opens it. */
  get opening(): Span {
    return openingSpan(this.item);
  }

  /** The members of an object by key; of several with one key the first. */
  get fields(): ReadonlyMap<string, JsonNode> {
    if (!this.#fields) {
      this.#fields = new Map();
      for (const child of this.children) {
        if (child.key !== undefined && !this.#fields.has(child.key)) this.#fields.set(child.key, child);
      }
    }
    return this.#fields;
  }

  field(key: string): JsonNode | undefined {
    return this.fields.get(key);
  }

  /** A string's text. */
  get text(): string | undefined {
    return this.kind === 'string' ? decodeString(this.written).text : undefined;
  }

  textOf(key: string): string | undefined {
    return this.field(key)?.text;
  }

  /** A whole number. */
  get integer(): number | undefined {
    return this.kind === 'number' && /^-?\d+$/.test(this.written) ? Number(this.written) : undefined;
  }

  get number(): number | undefined {
    return this.kind === 'number' ? Number(this.written) : undefined;
  }

  get boolean(): boolean | undefined {
    return this.kind === 'boolean' ? this.written === 'true' : undefined;
  }

  /** As it stands in the file. */
  get written(): string {
    return this.item.anchor.text.slice(this.item.start, this.item.end);
  }

  /** The maps in a list, or in the list under a key. */
  maps(key?: string): readonly JsonNode[] {
    const list = key === undefined ? this : this.field(key);
    return list?.kind === 'array' ? list.children.filter(({ kind }) => kind === 'object') : [];
  }
}

/** The map that holds all of a server's configuration. */
export function serverMapAround(node: JsonNode): JsonNode | undefined {
  let inner: JsonNode | undefined = node;
  while (inner && !inner.place?.startsWith('global')) inner = inner.parent;
  return inner;
}
