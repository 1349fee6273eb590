import { type Anchor, type Span, span } from '../../model/span.ts';
import type { Block, Piece } from '../../syntax/document.ts';
import type { Item, PlacedItem } from './item.ts';
import { JsonNode } from './json-node.ts';
import { decodeString } from './json-string.ts';
import type { Fault } from './report.ts';

export type KeaPiece = Piece<PlacedItem>;

/** A file in pieces, with the blocks that join them. */
export interface Source {
  readonly file: string;
  readonly pieces: readonly KeaPiece[];
  block(piece: KeaPiece, id: number): Block<PlacedItem> | undefined;
}

export interface Include {
  readonly path: string;
  readonly at: Span;
  /** The file that was found for it. */
  readonly file: string | undefined;
  /** Whether it would include itself. */
  readonly circular: boolean;
}

/** A reservation whose text lies in one piece: it is judged by itself, so that a hundred thousand of them cost nothing while typing. */
export const isWholeReservation = (
  list: { readonly label: string; readonly kind: string } | undefined,
  item: Item,
): boolean =>
  list !== undefined &&
  list.label === 'reservations' &&
  list.kind === '[' &&
  item.kind === 'object' &&
  item.key === undefined &&
  item.close !== undefined &&
  !item.includes;

/** All that stands in the files but whole reservations, as one tree of values. */
export class Assembly {
  /** What stands at the top of the file; one map, if all is well. */
  readonly root: JsonNode;
  readonly faults: { readonly fault: Fault; readonly anchor: Anchor }[] = [];
  readonly includes: Include[] = [];
  /** Lists of reservations, by the place of their bracket. */
  readonly #opened = new Map<Anchor, Map<number, JsonNode>>();
  readonly #find: (path: string, from: string) => Source | undefined;
  readonly #holdsOnlyReservations: (piece: KeaPiece) => boolean;
  readonly #within: string[] = [];

  /** Pieces of which it is known that they hold nothing but whole reservations are not looked through: most are in a large file. */
  constructor(
    source: Source,
    find: (path: string, from: string) => Source | undefined,
    holdsOnlyReservations: (piece: KeaPiece) => boolean,
  ) {
    const [first] = source.pieces;
    const anchor = first ?? { file: source.file, offset: 0, text: '' };
    this.root = new JsonNode({ ...NOTHING, anchor, kind: 'array', items: [] }, undefined);
    this.#find = find;
    this.#holdsOnlyReservations = holdsOnlyReservations;
    this.#walk(source, this.root);
  }

  get complete(): boolean {
    return this.includes.every(({ file }) => file !== undefined);
  }

  /** The value that a block id of a piece stands for. */
  nodeOf(source: Source, piece: KeaPiece, id: number): JsonNode | undefined {
    if (id >= 0) return this.#opened.get(piece)?.get(id);
    const block = source.block(piece, id);
    return block && this.#opened.get(block.piece)?.get(block.at);
  }

  #walk(source: Source, outside: JsonNode): void {
    this.#within.push(source.file);
    for (const piece of source.pieces) {
      if (this.#holdsOnlyReservations(piece)) continue;
      for (const { parent, item } of piece.facts) {
        const block = parent < 0 ? source.block(piece, parent) : undefined;
        if (isWholeReservation(block, item)) continue;
        this.#add(item, this.nodeOf(source, piece, parent) ?? outside);
      }
    }
    this.#within.pop();
  }

  #add(item: Item, parent: JsonNode): void {
    for (const fault of item.faults) {
      // What stands beside the one map is told as such, with or without a comma.
      if (!(parent === this.root && fault.between)) this.faults.push({ fault, anchor: item.anchor });
    }
    if (item.kind === 'stray') return;
    if (item.kind === 'include') {
      this.#include(item, parent);
      return;
    }
    const node = new JsonNode(item, parent);
    parent.children.push(node);
    this.#fill(node);
  }

  #fill(node: JsonNode): void {
    const { item } = node;
    if (!item.items) return;
    const blocks = this.#opened.get(item.anchor) ?? new Map<number, JsonNode>();
    this.#opened.set(item.anchor, blocks);
    blocks.set(item.start, node);
    const block = { label: node.key ?? '', kind: item.kind === 'array' ? '[' : '{' };
    for (const inner of item.items) if (!isWholeReservation(block, inner)) this.#add(inner, node);
  }

  /** What an included file holds stands in the include's place: items of the list around it, or the value of a key. */
  #include(item: Item, parent: JsonNode): void {
    const written = item.anchor.text.slice(item.start, item.end);
    const quotedPath = /"[^"\n]*"/.exec(written);
    const path = decodeString(quotedPath?.[0] ?? '""').text;
    const from = item.anchor.file;
    const at = quotedPath
      ? span(item.anchor, item.start + quotedPath.index, item.start + quotedPath.index + quotedPath[0].length)
      : span(item.anchor, item.start, item.end);
    const source = this.#find(path, from);
    const circular = source !== undefined && this.#within.includes(source.file);
    this.includes.push({ path, at, file: source?.file, circular });
    if (!source || circular) {
      if (item.key !== undefined) parent.children.push(new JsonNode({ ...item, kind: 'include' }, parent));
      return;
    }
    if (item.key === undefined) {
      this.#walk(source, parent);
      return;
    }
    const holder = new JsonNode(item, parent);
    this.#walk(source, holder);
    const [value] = holder.children;
    if (!value) return;
    const node = new JsonNode(value.item, parent, item);
    node.children.push(...value.children);
    parent.children.push(node);
  }
}

const NOTHING: Omit<Item, 'anchor'> = {
  kind: 'stray',
  key: undefined,
  keyStart: 0,
  keyEnd: 0,
  start: 0,
  end: 0,
  items: undefined,
  close: undefined,
  includes: false,
  faults: [],
};
