import type { Document } from '../../../syntax/document.ts';
import type { Completion, Completions } from '../../editor.ts';
import type { Item, PlacedItem } from '../item.ts';
import { quoted } from '../json-string.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { describeKeyType, type KeyType } from '../vocabulary/key-types.ts';
import type { Place } from '../vocabulary/places.ts';
import { keyIn, keysOf } from '../vocabulary/vocabulary.ts';
import { type Cursor, cursorAt, elementAt, isTest, type View } from './cursor.ts';
import { keyHelp } from './describe.ts';
import { testCompletions } from './test-completions.ts';
import { valueCompletions } from './value-completions.ts';

/** What may be typed where the offset is: keys of a map, values of a key, words of a test. */
export function completionsAt(view: View, document: Document<PlacedItem>, offset: number): Completions | undefined {
  const cursor = cursorAt(view, document, offset);
  if (!cursor?.place) return undefined;
  const { member, base, place } = cursor;
  const at = offset - base;
  if (member?.key !== undefined && at > member.keyEnd) return ofValue(view, cursor, place, member, member.key, at);
  if (member && member.key === undefined && member.items !== undefined) return undefined;
  return ofKeys(view, cursor, place, offset);
}

function ofKeys(view: View, { member, members, base }: Cursor, place: Place, offset: number): Completions {
  const there = new Set(members.flatMap((item) => (item !== member && item.key !== undefined ? [item.key] : [])));
  const range = member
    ? {
        start: base + (member.key === undefined ? member.start : member.keyStart),
        end: base + (member.key === undefined ? member.end : member.keyEnd),
      }
    : { start: offset, end: offset };
  const hasValue = member?.key !== undefined && member.kind !== 'broken';
  const items = keysOf(place, view.file.situation.version)
    .filter(({ key }) => !there.has(key))
    .toSorted((a, b) => likelihood(b) - likelihood(a))
    .map((facts) => completionOf(view, facts, hasValue));
  return { range, items, compared: undefined };
}

/** Keys that are only kept for old files come last. */
const likelihood = ({ replacedBy, until }: KeyFacts): number => (replacedBy || until ? 0 : 1);

function completionOf(view: View, facts: KeyFacts, hasValue: boolean): Completion {
  const { key, type } = facts;
  const [open, close] = type.kind === 'boolean' ? ['', ''] : (BRACKETS[type.kind] ?? ['', '']);
  return {
    label: key,
    kind: type.kind === 'map' || type.kind === 'list' ? 'declaration' : 'statement',
    detail: describeKeyType(type),
    help: keyHelp(view, facts),
    newText: hasValue ? quoted(key) : `${quoted(key)}: ${open}${close}`,
    snippet: hasValue ? undefined : `${quoted(key)}: ${open}$0${close}`,
  };
}

const BRACKETS: Readonly<Partial<Record<KeyType['kind'], readonly [string, string]>>> = {
  string: ['"', '"'],
  strings: ['[ "', '" ]'],
  codes: ['[ "', '" ]'],
  map: ['{ ', ' }'],
  anything: ['{ ', ' }'],
  list: ['[ { ', ' } ]'],
};

function ofValue(
  view: View,
  cursor: Cursor,
  place: Place,
  member: Item,
  key: string,
  at: number,
): Completions | undefined {
  const { base } = cursor;
  if (isTest(place, key)) return testCompletions(view, member, base, at);
  const facts = keyIn(place, key, view.file.situation.version);
  const isList = facts?.type.kind === 'strings' || facts?.type.kind === 'codes';
  const element = elementAt(member, at);
  // Between the elements of a list a new one may begin; the value of another key is the whole value.
  if (member.items && !isList) return undefined;
  const item = isList ? element : member;
  if (member.kind === 'array' && at <= member.start) return undefined;
  const isThere = item !== undefined && item.start < item.end && item.start <= at && at <= item.end;
  const range = isThere ? { start: base + item.start, end: base + item.end } : { start: base + at, end: base + at };
  const items = valueCompletions(view, cursor, place, key, facts);
  return items.length > 0 ? { range, items, compared: undefined } : undefined;
}
