import type { Document } from '../../../syntax/document.ts';
import type { Description, Note, Subject } from '../../editor.ts';
import type { Item, PlacedItem } from '../item.ts';
import { decodeString } from '../json-string.ts';
import { describeKeaType } from '../vocabulary/kea-type.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { describeKeyType } from '../vocabulary/key-types.ts';
import { standardOptions } from '../vocabulary/options.ts';
import { keyIn } from '../vocabulary/vocabulary.ts';
import { type Cursor, cursorAt, type View } from './cursor.ts';

/** What is said of a key, or of the name of an option. */
export function describeAt(view: View, document: Document<PlacedItem>, offset: number): Description | undefined {
  const cursor = cursorAt(view, document, offset);
  const member = cursor?.member;
  if (!cursor || member?.key === undefined) return undefined;
  const at = offset - cursor.base;
  if (at <= member.keyEnd) return ofKey(view, cursor, member, member.key);
  if (member.kind === 'string' && (cursor.place === 'option-data' || cursor.place === 'option-def')) {
    return ofOption(view, cursor, member);
  }
  return undefined;
}

function ofKey({ file }: View, { place, base }: Cursor, member: Item, key: string): Description | undefined {
  const facts = place && keyIn(place, key, file.situation.version);
  if (!facts) return undefined;
  return {
    start: base + member.keyStart,
    end: base + member.keyEnd,
    subject: { kind: 'other' },
    help: {
      title: key,
      traits: [describeKeyType(facts.type)],
      help: `${facts.help}.`,
      forms: [],
      notes: notesOf(facts),
    },
  };
}

function notesOf({ words, range, since, until, replacedBy }: KeyFacts): Note[] {
  const notes: Note[] = [];
  if (words) notes.push({ about: 'Values', text: words.join(', ') });
  if (range) {
    const [low, high] = range;
    notes.push({ about: 'Range', text: high === Number.MAX_SAFE_INTEGER ? `${low} and more` : `${low} to ${high}` });
  }
  if (since) notes.push({ about: 'Since', text: `Kea ${since}` });
  if (until) notes.push({ about: 'Until', text: `Kea ${until}` });
  if (replacedBy) notes.push({ about: 'Instead', text: replacedBy.join(', ') });
  return notes;
}

function ofOption({ file }: View, { members, base, place }: Cursor, member: Item): Description | undefined {
  const { definitions, version, program } = file.situation;
  const textOf = (key: string) => {
    const found = members.find((item) => item.key === key && item.kind === 'string');
    return found && decodeString(found.anchor.text.slice(found.start, found.end)).text;
  };
  const name = textOf('name');
  const space = textOf('space') ?? definitions.mainSpace;
  if (name === undefined || (member.key !== 'name' && member.key !== 'data')) return undefined;
  const definition = definitions.byName(space, name);
  const value = file.judgement.values.find(
    (other) => other.name === name && other.nameAt.anchor === member.anchor && isNear(other.at, member),
  );
  const standard =
    program === '4' || program === '6'
      ? standardOptions(program === '4' ? 4 : 6, version).byName(space, name)
      : undefined;
  const subject: Subject =
    member.key === 'data' && value
      ? { kind: 'value', value }
      : {
          kind: 'option',
          space,
          name,
          code: definition?.code,
          definition,
          value: place === 'option-data' ? value : undefined,
        };
  return {
    start: base + member.start,
    end: base + member.end,
    subject,
    help: {
      title: name,
      traits: [
        ...(definition ? [`option ${definition.code}`] : []),
        ...(definition?.keaType ? [describeKeaType(definition.keaType)] : []),
      ],
      help: standard ? `${standard.help}.` : '',
      forms: [],
      notes: space === definitions.mainSpace ? [] : [{ about: 'Space', text: space }],
    },
  };
}

const isNear = (at: { readonly start: number; readonly end: number }, { start, end }: Item): boolean =>
  at.start <= start && end <= at.end;
