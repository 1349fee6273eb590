import type { Document } from '../../../syntax/document.ts';
import type { Description, Help, Note, Subject } from '../../editor.ts';
import type { KeaDefinition } from '../definitions.ts';
import type { Item, PlacedItem } from '../item.ts';
import { decodeString } from '../json-string.ts';
import { describePlace } from '../vocabulary/describe-place.ts';
import { type ExpressionWord, expressionWord } from '../vocabulary/expressions.ts';
import { describeKeaType, isBaseType, TYPE_HELP } from '../vocabulary/kea-type.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { describeKeyType } from '../vocabulary/key-types.ts';
import { standardOptions } from '../vocabulary/options.ts';
import { keyIn, placesOfKey } from '../vocabulary/vocabulary.ts';
import { builtInClass } from './class-names.ts';
import { type Cursor, cursorAt, elementAt, isClassList, isTest, type View } from './cursor.ts';
import { testAtCursor } from './test-at-cursor.ts';

/** What is said of a key, of a value that names something, or of a word of a test. */
export function describeAt(view: View, document: Document<PlacedItem>, offset: number): Description | undefined {
  const cursor = cursorAt(view, document, offset);
  const member = cursor?.member;
  if (!cursor || member?.key === undefined) return undefined;
  const at = offset - cursor.base;
  if (at <= member.keyEnd) return ofKey(view, cursor, member, member.key);
  const value = elementAt(member, at) ?? member;
  if (at < value.start || at > value.end) return undefined;
  return ofValue(view, cursor, member, member.key, value, at);
}

function ofValue(
  view: View,
  cursor: Cursor,
  member: Item,
  key: string,
  value: Item,
  at: number,
): Description | undefined {
  const { place, base } = cursor;
  const text = textOf(value);
  const described = (help: Help, subject: Subject = OTHER): Description => ({
    start: base + value.start,
    end: base + value.end,
    subject,
    help,
  });
  if (isTest(place, key)) return ofTest(view, cursor, value, at);
  if (place === 'option-data' || place === 'option-def') {
    if (key === 'name' || key === 'data' || key === 'code') return ofOption(view, cursor, member);
    if (text !== undefined && (key === 'space' || key === 'encapsulate')) return described(ofSpace(view, text));
    if (text !== undefined && key === 'type' && (isBaseType(text) || text === 'record')) {
      return described({ title: text, traits: ['type'], help: `${TYPE_HELP[text]}.`, forms: [], notes: [] });
    }
  }
  const isClassName = (place === 'class4' || place === 'class6') && key === 'name';
  if (text !== undefined && (isClassName || isClassList(place, key))) {
    return described(ofClass(view, text), { kind: 'class', name: text });
  }
  const facts = place && keyIn(place, key, view.file.situation.version);
  if (text === undefined || !facts?.words?.includes(text)) return undefined;
  return described({ title: text, traits: [key], help: `${facts.help}.`, forms: [], notes: notesOf(view, facts) });
}

const OTHER: Subject = { kind: 'other' };

const textOf = (item: Item): string | undefined =>
  item.kind === 'string' ? decodeString(item.anchor.text.slice(item.start, item.end)).text : undefined;

function ofKey(view: View, { place, base }: Cursor, member: Item, key: string): Description | undefined {
  const facts = place && keyIn(place, key, view.file.situation.version);
  if (!facts) return undefined;
  return { start: base + member.keyStart, end: base + member.keyEnd, subject: OTHER, help: keyHelp(view, facts) };
}

/** All that is known of a key. */
export const keyHelp = (view: View, facts: KeyFacts): Help => ({
  title: facts.key,
  traits: [describeKeyType(facts.type)],
  help: `${facts.help}.`,
  forms: [],
  notes: notesOf(view, facts),
});

function notesOf(
  { file: { situation } }: View,
  { key, words, range, since, until, replacedBy, replacedIn }: KeyFacts,
): Note[] {
  const notes: Note[] = [];
  if (words) notes.push({ about: 'Values', text: words.join(', ') });
  if (range) {
    const [low, high] = range;
    notes.push({ about: 'Range', text: high === Number.MAX_SAFE_INTEGER ? `${low} and more` : `${low} to ${high}` });
  }
  const places = placesOfKey(key, situation.program, situation.version);
  if (places.length > 0) {
    notes.push({ about: 'Place', text: [...new Set(places.map(describePlace))].join(', ') });
  }
  if (since) notes.push({ about: 'Since', text: `Kea ${since}` });
  if (until) notes.push({ about: 'Until', text: `Kea ${until}` });
  if (replacedBy) {
    const home = replacedIn === 'global' ? ' in the global map' : '';
    notes.push({ about: 'Instead', text: `${replacedBy.join(', ')}${home}` });
  }
  return notes;
}

function ofOption(view: View, { members, base, place }: Cursor, member: Item): Description | undefined {
  const { file } = view;
  const { definitions } = file.situation;
  const textIn = (key: string) => members.flatMap((item) => (item.key === key ? (textOf(item) ?? []) : []))[0];
  const codeItem = members.find((item) => item.key === 'code' && item.kind === 'number');
  const code = codeItem && Number(codeItem.anchor.text.slice(codeItem.start, codeItem.end));
  const space = textIn('space') ?? definitions.mainSpace;
  const value = file.judgement.values.find(
    (other) => other.at.anchor === member.anchor && other.at.start <= member.start && member.end <= other.at.end,
  );
  const name =
    textIn('name') ?? value?.name ?? (code === undefined ? undefined : definitions.byCode(space, code)?.name);
  if (name === undefined) return undefined;
  const definition =
    (code === undefined ? undefined : definitions.byCode(space, code)) ?? definitions.byName(space, name);
  const subject: Subject =
    member.key === 'data' && value
      ? { kind: 'value', value }
      : {
          kind: 'option',
          space,
          name,
          code: definition?.code ?? code,
          definition,
          value: place === 'option-data' ? value : undefined,
        };
  return {
    start: base + member.start,
    end: base + member.end,
    subject,
    help: optionHelp(view, space, name, definition),
  };
}

/** What is known of an option, defined in the file or known to Kea. */
export function optionHelp(
  { file: { situation } }: View,
  space: string,
  name: string,
  definition: KeaDefinition | undefined,
): Help {
  const { definitions, version, program } = situation;
  const table = program === '4' || program === '6' ? standardOptions(program === '4' ? 4 : 6, version) : undefined;
  const standard = table?.byName(space, name);
  return {
    title: name,
    traits: [
      ...(definition ? [`option ${definition.code}`] : []),
      ...(definition?.keaType ? [describeKeaType(definition.keaType)] : []),
    ],
    help: standard ? `${standard.help}.` : '',
    forms: [],
    notes: space === definitions.mainSpace ? [] : [{ about: 'Space', text: space }],
  };
}

function ofSpace({ file: { situation } }: View, space: string): Help {
  const { definitions } = situation;
  const own = definitions.own.filter((definition) => definition.space === space);
  const holders = definitions.holdersOf(space).map(({ name, code }) => `${name} (${code})`);
  const isMain = space === definitions.mainSpace;
  return {
    title: space,
    traits: ['option space'],
    help: isMain ? "DHCP's own options." : '',
    forms: [],
    notes: [
      ...(own.length > 0
        ? [{ about: 'Options', text: own.map(({ name, code }) => `${name} (${code})`).join(', ') }]
        : []),
      ...(isMain
        ? []
        : [{ about: 'Inside', text: holders.length > 0 ? holders.join(', ') : 'no option: it is not sent' }]),
    ],
  };
}

function ofClass({ file }: View, name: string): Help {
  const builtIn = builtInClass(name);
  const declared = file.classes.some((one) => one.name === name);
  return {
    title: name,
    traits: ['client class'],
    help: builtIn ? `${builtIn}.` : declared ? '' : 'No class of this name is declared.',
    forms: [],
    notes: [],
  };
}

/** A word of a test, an option or a class that is named in it. */
function ofTest(view: View, { base }: Cursor, item: Item, at: number): Description | undefined {
  const test = testAtCursor(item, at);
  const token = test?.token;
  if (!test || !token) return undefined;
  const { definitions } = view.file.situation;
  const { start, end } = test.place(token.start, token.end);
  const described = (help: Help, subject: Subject = OTHER): Description => ({
    start: base + start,
    end: base + end,
    subject,
    help,
  });
  const index = test.tokens.indexOf(token);
  const before = (back: number): string => test.tokens[index - back]?.text ?? '';
  if (token.kind === 'string' && before(1) === '(' && before(2) === 'member') {
    const name = token.text.slice(1, -1);
    return described(ofClass(view, name), { kind: 'class', name });
  }
  // A second index is that of a sub-option.
  const isOption = before(1) === '[' && before(2) === 'option' && before(3) !== '.';
  if (isOption && (token.kind === 'integer' || token.kind === 'option-name')) {
    const space = definitions.mainSpace;
    const definition =
      token.kind === 'integer' ? definitions.byCode(space, Number(token.text)) : definitions.byName(space, token.text);
    if (!definition) return undefined;
    const { name, code } = definition;
    return described(optionHelp(view, space, name, definition), {
      kind: 'option',
      space,
      name,
      code,
      definition,
      value: undefined,
    });
  }
  const word = expressionWord(token.text);
  return word && token.kind !== 'string' ? described(wordHelp(word)) : undefined;
}

/** What is known of a word of tests. */
export function wordHelp({ name, kind, form, help, whenMissing, since, family }: ExpressionWord): Help {
  return {
    title: name,
    traits: [kind === 'root' || kind === 'field' ? 'value in a class test' : `${kind} in a class test`],
    help: `${help}.`,
    forms: [form],
    notes: [
      ...(whenMissing ? [{ about: 'Missing', text: `${whenMissing}, where the client does not send it` }] : []),
      ...(since ? [{ about: 'Since', text: `Kea ${since}` }] : []),
      ...(family ? [{ about: 'Family', text: `DHCPv${family}` }] : []),
    ],
  };
}
