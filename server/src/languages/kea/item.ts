import { type Anchor, type Span, span } from '../../model/span.ts';
import type { Fault } from './report.ts';

export type ItemKind =
  | 'object'
  | 'array'
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  /** `<?include "file"?>`: what it holds stands in its place. */
  | 'include'
  /** A value that could not be read, or none behind a colon. */
  | 'broken'
  /** No value at all: something that belongs nowhere, told by its faults. */
  | 'stray';

/** A member of an object or an element of a list, as the text has it. All offsets count from the anchor's beginning. */
export interface Item {
  readonly anchor: Anchor;
  readonly kind: ItemKind;
  /** The decoded name; undefined for an element. */
  readonly key: string | undefined;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** The value; its opening bracket for one that goes on in another piece. */
  readonly start: number;
  readonly end: number;
  /** What stands in an object or list, as far as it stands in the same piece. */
  readonly items: readonly Item[] | undefined;
  /** Behind the closing bracket; undefined where another piece holds it. */
  readonly close: number | undefined;
  /** Whether an include stands somewhere in it. */
  readonly includes: boolean;
  readonly faults: readonly Fault[];
}

/** An item and the block that it stands in: an offset in its piece, or -1, -2, … counted outwards. */
export interface PlacedItem {
  readonly parent: number;
  readonly item: Item;
}

/** How much of it Kea cannot read, or says nothing: no list of Kea's takes an empty map. */
export function faultsIn({ kind, key, faults, items }: Item): number {
  let count = kind === 'object' && key === undefined && items?.length === 0 ? 1 : faults.length;
  for (const inner of items ?? []) count += faultsIn(inner);
  return count;
}

export const valueSpan = ({ anchor, start, end }: Item): Span => span(anchor, start, end);

/** What a message about the whole of it points at: its key, or its value, or the bracket that opens it. */
export function headSpan({ anchor, key, keyStart, keyEnd, start, end, items }: Item): Span {
  if (key !== undefined) return span(anchor, keyStart, keyEnd);
  return span(anchor, start, items ? start + 1 : end);
}

/** The opening bracket of an object or list, otherwise the value. */
export const openingSpan = ({ anchor, start, end, items }: Item): Span => span(anchor, start, items ? start + 1 : end);
