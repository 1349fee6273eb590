import type { Document } from '../../../syntax/document.ts';
import type { Assembly } from '../assembly.ts';
import type { FileJudgement } from '../file-judgement.ts';
import { type Item, type PlacedItem, valueSpan } from '../item.ts';
import type { Place } from '../vocabulary/places.ts';
import { keyIn, placeIn } from '../vocabulary/vocabulary.ts';

export interface View {
  readonly assembly: Assembly;
  readonly file: FileJudgement;
}

/** Where an offset stands: the map around it, what kind of map that is, and the member that it is in. */
export interface Cursor {
  /** Undefined outside of what the vocabulary knows. */
  readonly place: Place | undefined;
  /** The members of the map that stand in the same piece. */
  readonly members: readonly Item[];
  readonly member: Item | undefined;
  /** Offsets of the piece. */
  readonly base: number;
}

/** Finds the innermost map that holds an offset, following the vocabulary from the top of the file or from the piece's own block. */
export function cursorAt({ assembly, file }: View, document: Document<PlacedItem>, offset: number): Cursor | undefined {
  const piece = document.pieceAt(offset);
  const at = offset - piece.offset;
  const { program, version } = file.situation;
  let best: Cursor | undefined;
  const descend = (members: readonly Item[], place: Place | undefined) => {
    const member = members.find(
      (item) => (item.key === undefined ? item.start : item.keyStart) <= at && at <= endOf(item),
    );
    best = { place, members, member, base: piece.offset };
    if (!member || at < member.start || !member.items) return;
    if (member.kind === 'object') {
      descend(member.items, member.key === undefined ? place : inner(place, member.key));
    } else {
      const listed = member.key === undefined ? place : inner(place, member.key);
      const element = member.items.find((item) => item.start <= at && at <= endOf(item));
      if (element?.items) descend(element.items, listed);
    }
  };
  const inner = (place: Place | undefined, key: string): Place | undefined => {
    if (place === undefined) return key.startsWith('Dhcp') || key === 'Control-agent' ? `global${program}` : undefined;
    const type = keyIn(place, key, version)?.type;
    return type?.kind === 'map' || type?.kind === 'list' ? placeIn(type.of, program) : undefined;
  };
  for (const { parent, item } of piece.facts) {
    const start = item.key === undefined ? item.start : item.keyStart;
    if (at < start || at > endOf(item)) continue;
    const around = assembly.nodeOf(document, piece, parent);
    const siblings = piece.facts.filter((fact) => fact.parent === parent).map((fact) => fact.item);
    if (item.key !== undefined || !item.items) descend(siblings, around?.place);
    else descend(item.items, around?.place);
  }
  return best;
}

function endOf(item: Item): number {
  if (item.items && item.close === undefined) return Number.POSITIVE_INFINITY;
  const { end } = valueSpan(item);
  // Behind a colon without a value the value is to be typed.
  const isMissing = item.kind === 'broken' && item.start === item.end;
  return isMissing ? end + (/^\s*/.exec(item.anchor.text.slice(end))?.[0].length ?? 0) : end;
}

/** The element of a list of texts that an offset is in; counted from the piece. */
export const elementAt = (member: Item, at: number): Item | undefined =>
  member.kind === 'array'
    ? member.items?.find(({ kind, start, end }) => kind !== 'object' && kind !== 'array' && start <= at && at <= end)
    : undefined;

/** Whether a key takes a test of clients. */
export const isTest = (place: Place | undefined, key: string): boolean =>
  (place === 'class4' || place === 'class6') && (key === 'test' || key === 'template-test');

/** Keys whose texts are names of classes. */
const CLASS_KEYS: ReadonlySet<string> = new Set([
  'client-class',
  'client-classes',
  'require-client-classes',
  'evaluate-additional-classes',
]);

/** Whether a key names classes. */
export const isClassList = (place: Place | undefined, key: string): boolean =>
  place !== undefined && !place.startsWith('global') && CLASS_KEYS.has(key);
