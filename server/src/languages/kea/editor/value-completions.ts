import type { Completion, CompletionKind, Help } from '../../editor.ts';
import type { Item } from '../item.ts';
import { decodeString, quoted } from '../json-string.ts';
import { BASE_TYPES, describeKeaType, TYPE_HELP } from '../vocabulary/kea-type.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { standardOptions } from '../vocabulary/options.ts';
import type { Place } from '../vocabulary/places.ts';
import { classNames } from './class-names.ts';
import { type Cursor, isClassList, type View } from './cursor.ts';
import { optionHelp } from './describe.ts';

/** The values that a key is known to take. */
export function valueCompletions(
  view: View,
  cursor: Cursor,
  place: Place,
  key: string,
  facts: KeyFacts | undefined,
): readonly Completion[] {
  if (facts?.type.kind === 'boolean')
    return ['true', 'false'].map((word) => ({ ...plain(word, 'value', '', ''), newText: word }));
  if (facts?.words) return facts.words.map((word) => plain(word, 'value', key, ''));
  if (isClassList(place, key))
    return classNames(view.file).map(({ name, help }) => plain(name, 'class', 'client class', help));
  if (place !== 'option-data' && place !== 'option-def') return [];
  switch (key) {
    case 'name':
      return place === 'option-data' ? optionNames(view, spaceOf(view, cursor)) : [];
    case 'space':
      return spaces(view).map((space) => plain(space, 'space', 'option space', ''));
    case 'encapsulate':
      return spaces(view)
        .filter((space) => space !== view.file.situation.definitions.mainSpace)
        .map((space) => plain(space, 'space', 'option space', ''));
    case 'type':
      return [...BASE_TYPES, 'record' as const].map((type) => plain(type, 'type', 'type', TYPE_HELP[type]));
    default:
      return [];
  }
}

function plain(label: string, kind: CompletionKind, detail: string, help: string): Completion {
  return {
    label,
    kind,
    detail,
    help: {
      title: label,
      traits: detail === '' ? [] : [detail],
      help: help === '' ? '' : `${help}.`,
      forms: [],
      notes: [],
    },
    newText: quoted(label),
    snippet: undefined,
  };
}

/** The space of the entry around the cursor. */
function spaceOf({ file: { situation } }: View, { members }: Cursor): string {
  const item = members.find(({ key, kind }) => key === 'space' && kind === 'string');
  return item ? textOf(item) : situation.definitions.mainSpace;
}

const textOf = (item: Item): string => decodeString(item.anchor.text.slice(item.start, item.end)).text;

/** The options of a space, those of the file first. */
export function optionNames(
  view: View,
  space: string,
  write: (name: string) => string = quoted,
): readonly Completion[] {
  const { definitions, program, version } = view.file.situation;
  const standard = program === '4' || program === '6' ? standardOptions(program === '4' ? 4 : 6, version).all : [];
  const names = [...definitions.own, ...standard].flatMap((option) => (option.space === space ? [option.name] : []));
  return [...new Set(names)].flatMap((name): Completion[] => {
    const definition = definitions.byName(space, name);
    if (!definition) return [];
    const help: Help = optionHelp(view, space, name, definition);
    const type = definition.keaType ? describeKeaType(definition.keaType) : '';
    return [
      {
        label: name,
        kind: 'option',
        detail: `${definition.code}, ${type}`,
        help,
        newText: write(name),
        snippet: undefined,
      },
    ];
  });
}

/** Spaces that definitions and values name, DHCP's own first. */
function spaces({ file: { situation, judgement } }: View): readonly string[] {
  const { definitions } = situation;
  return [
    ...new Set([
      definitions.mainSpace,
      ...definitions.own.map(({ space }) => space),
      ...judgement.values.map(({ space }) => space),
      ...definitions.heldSpaces,
    ]),
  ];
}
