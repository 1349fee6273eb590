import type { Document } from '../../../syntax/document.ts';
import type { DocumentSymbol, SymbolKind } from '../../editor.ts';
import { headSpan, type Item, type PlacedItem } from '../item.ts';
import { decodeString } from '../json-string.ts';

/** The lists whose maps are shown, with the key that names each. */
const LISTS: Readonly<Record<string, readonly [kind: SymbolKind, name: string]>> = {
  'shared-networks': ['network', 'name'],
  subnet4: ['network', 'subnet'],
  subnet6: ['network', 'subnet'],
  pools: ['pool', 'pool'],
  'pd-pools': ['pool', 'prefix'],
  'client-classes': ['class', 'name'],
  'option-def': ['option', 'name'],
  reservations: ['host', 'hostname'],
  'ddns-domains': ['zone', 'name'],
  'tsig-keys': ['key', 'name'],
};

/** What a Kea configuration declares, nested as it is written. */
export function symbols(document: Document<PlacedItem>): readonly DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  for (const piece of document.pieces) {
    for (const { parent, item } of piece.facts) {
      const list = parent < 0 ? document.block(piece, parent)?.label : undefined;
      found.push(...symbolsOf(item, list, piece.offset));
    }
  }
  return found;
}

function symbolsOf(item: Item, list: string | undefined, base: number): DocumentSymbol[] {
  const inside = (item.items ?? []).flatMap((inner) => symbolsOf(inner, item.key, base));
  const shown = list === undefined ? undefined : LISTS[list];
  if (!shown || item.kind !== 'object' || item.key !== undefined) return inside;
  const [kind, key] = shown;
  const named =
    item.items?.find((inner) => inner.key === key) ??
    item.items?.find(({ key: other }) => IDENTIFIERS.has(other ?? ''));
  const place = headSpan(item);
  const written = named?.anchor.text.slice(named.start, named.end);
  const start = named?.start ?? place.start;
  const end = named?.end ?? place.end;
  return [
    {
      name:
        written === undefined
          ? `${list}`
          : named?.kind === 'string'
            ? decodeString(written).text || `${list}`
            : written,
      detail: `${list}`,
      kind,
      range: { start: base + item.start, end: base + Math.max(item.end, end) },
      nameRange: { start: base + start, end: base + end },
      children: inside,
    },
  ];
}

const IDENTIFIERS: ReadonlySet<string> = new Set(['hw-address', 'duid', 'client-id', 'circuit-id', 'flex-id']);
