import type { Document } from '../../../syntax/document.ts';
import type { Completion, Completions } from '../../editor.ts';
import type { PlacedItem } from '../item.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { describeKeyType, type KeyType } from '../vocabulary/key-types.ts';
import { keysOf } from '../vocabulary/vocabulary.ts';
import { cursorAt, type View } from './cursor.ts';

/** The keys that a map may still take where the offset is. */
export function completionsAt(view: View, document: Document<PlacedItem>, offset: number): Completions | undefined {
  const cursor = cursorAt(view, document, offset);
  if (!cursor?.place) return undefined;
  const { member, members, base, place } = cursor;
  const at = offset - base;
  if (member && (member.key === undefined ? member.items !== undefined : at > member.keyEnd)) return undefined;
  const there = new Set(members.flatMap((item) => (item !== member && item.key !== undefined ? [item.key] : [])));
  const range = member
    ? {
        start: base + (member.key === undefined ? member.start : member.keyStart),
        end: base + (member.key === undefined ? member.end : member.keyEnd),
      }
    : { start: offset, end: offset };
  const named = member?.key !== undefined && member.kind !== 'broken';
  const items = keysOf(place, view.file.situation.version)
    .filter(({ key }) => !there.has(key))
    .map((facts) => completionOf(facts, named));
  return { range, items, compared: undefined };
}

function completionOf(facts: KeyFacts, named: boolean): Completion {
  const { key, type, help, words } = facts;
  const [open, close] = BRACKETS[type.kind] ?? ['', ''];
  return {
    label: key,
    kind: type.kind === 'map' || type.kind === 'list' ? 'declaration' : 'statement',
    detail: describeKeyType(type),
    help: {
      title: key,
      traits: [describeKeyType(type)],
      help: `${help}.`,
      forms: [],
      notes: words ? [{ about: 'Values', text: words.join(', ') }] : [],
    },
    newText: named ? `"${key}"` : `"${key}": ${open}${close}`,
    snippet: named ? undefined : `"${key}": ${open}$0${close}`,
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
