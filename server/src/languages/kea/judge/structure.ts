import type { Mend } from '../../../model/problem.ts';
import { compareVersions } from '../../../model/version.ts';
import { nearestNames } from '../../nearest-names.ts';
import { ahead, asEdits, intoLists, ownChildren, removalOf } from '../insertion.ts';
import { type JsonNode, serverMapAround } from '../json-node.ts';
import { quoted } from '../json-string.ts';
import { replacing } from '../report.ts';
import { describePlace } from '../vocabulary/describe-place.ts';
import type { KeyFacts } from '../vocabulary/key.ts';
import { describeKeyType, type KeyType } from '../vocabulary/key-types.ts';
import { KEY_OF_PROGRAM, MAY_BE_EMPTY, type Place, REQUIRED } from '../vocabulary/places.ts';
import { existsIn, isOlder } from '../vocabulary/version.ts';
import { keyIn, keysOf, placeIn, placesOfKey } from '../vocabulary/vocabulary.ts';
import type { Judgement } from './judgement.ts';

/** Lists that Kea refuses when they are empty. */
const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'client-classes',
  'loggers',
  'output_options',
  'output-options',
  'host-reservation-identifiers',
  'mac-sources',
]);

/** Judges a map and all inside it by the vocabulary: which keys may stand where, and what kind of value each takes. */
export function judgeMap(judgement: Judgement, node: JsonNode, place: Place): void {
  node.place = place;
  if (node.children.length === 0 && !MAY_BE_EMPTY.has(place) && node.item.close !== undefined) {
    judgement.error(
      'incomplete-declaration',
      node.opening,
      `Nothing stands in this map${node.key === undefined ? '' : `, and "${node.key}" may not be empty`}.`,
      'Fill it, or take it away.',
    );
  }
  judgeDoubleKeys(judgement, node);
  for (const child of node.children) {
    const { key } = child;
    if (key === undefined) {
      judgeNameless(judgement, child);
      continue;
    }
    const facts = keyIn(place, key, judgement.version);
    if (!facts) {
      unknownKey(judgement, child, key, place);
      continue;
    }
    if (judgeVersion(judgement, child, facts, place)) judgeValue(judgement, child, facts);
  }
  if (node.children.length > 0 && node.children.every(({ kind }) => kind !== 'include')) {
    for (const key of REQUIRED[place] ?? []) {
      if (node.fields.has(key) || !judgement.situation.complete) continue;
      judgement.error(
        'incomplete-declaration',
        node.opening,
        `This map has no "${key}".`,
        `Add it: ${keyIn(place, key, judgement.version)?.help ?? key}.`,
      );
    }
  }
}

function judgeNameless(judgement: Judgement, child: JsonNode): void {
  if (child.kind === 'broken' && child.item.faults.length > 0) return;
  judgement.error(
    'syntax',
    child.opening,
    'A value stands here without a name.',
    'Write its name in double quotes and a colon before it, or take it away.',
  );
}

function judgeDoubleKeys(judgement: Judgement, node: JsonNode): void {
  if (node.fields.size === node.children.length) return;
  for (const child of node.children) {
    if (child.key === undefined) continue;
    const first = node.fields.get(child.key);
    if (first === undefined || first === child) continue;
    judgement.error(
      'duplicate',
      child.head,
      `"${child.key}" stands here a second time.`,
      child.kind === 'array' && first.kind === 'array' ? 'Join the two lists.' : 'Keep one of the two.',
      { related: [{ at: first.head, message: 'the first one' }] },
    );
  }
}

/** A map of any content: only names may not be repeated. */
function judgeAnything(judgement: Judgement, node: JsonNode): void {
  if (node.kind === 'object') {
    judgeDoubleKeys(judgement, node);
    for (const child of node.children) if (child.key === undefined) judgeNameless(judgement, child);
  }
  for (const child of node.children) {
    if (node.kind === 'array' && child.key !== undefined) namedElement(judgement, child);
    judgeAnything(judgement, child);
  }
}

function namedElement(judgement: Judgement, child: JsonNode): void {
  judgement.error(
    'syntax',
    child.head,
    'A name and a colon stand inside a list.',
    'Put braces around what belongs together: { "name": value }.',
  );
}

function unknownKey(judgement: Judgement, child: JsonNode, key: string, place: Place): void {
  const { version, situation } = judgement;
  const known = keysOf(place, version).map((facts) => facts.key);
  const elsewhere = placesOfKey(key, situation.program, version);
  // Of a name that belongs elsewhere only a lost or added letter is a slip: "pool" for "pools", but not "option-def" for "option-data"
  const [nearest] = nearestNames(key, known, elsewhere.length > 0 ? 1 : undefined);
  const { keyAt } = child;
  if (nearest !== undefined) {
    judgement.error('unknown-statement', child.head, `Kea knows no "${key}" here.`, `Is "${nearest}" meant?`, {
      mends: keyAt ? [replacing(`Write "${nearest}"`, keyAt, quoted(nearest))] : [],
    });
    return;
  }
  judgement.error(
    'unknown-statement',
    child.head,
    elsewhere.length > 0 ? `"${key}" does not belong in ${describePlace(place)}.` : `Kea knows no "${key}".`,
    elsewhere.length > 0
      ? `Move it into ${elsewhere.slice(0, 3).map(describePlace).join(', or ')}.`
      : 'Take it away. Data of your own may stand in "user-context".',
    { mends: key === 'option-def' ? movingDefinitions(child) : [] },
  );
}

/** Definitions belong to the whole server: they are moved there. */
function movingDefinitions(list: JsonNode): readonly Mend[] {
  const cut = removalOf(list);
  const global = serverMapAround(list);
  const entries = list.kind === 'array' && ownChildren(list).length === list.children.length ? list.children : [];
  if (!cut || !global || entries.length === 0 || entries.some(({ item }) => item.close === undefined)) return [];
  const added = intoLists(global, { 'option-def': entries.map(({ written }) => ({ line: written })) }, ahead);
  if (!added) return [];
  return [
    {
      title: `Move the definition${entries.length > 1 ? 's' : ''} into the list of the whole server`,
      safe: true,
      preferred: true,
      edits: [...asEdits(added), { at: cut, newText: '' }],
    },
  ];
}

/** Whether the key is there in the version set; says so if not, and if its days are counted. */
function judgeVersion(judgement: Judgement, child: JsonNode, facts: KeyFacts, place: Place): boolean {
  const { version } = judgement;
  const { key, since, until, replacedBy = [], replacedIn } = facts;
  const instead = replacedBy.filter((name) => {
    const home = replacedIn === 'global' ? placeIn('global', judgement.situation.program) : place;
    const other = keyIn(home, name, version);
    return other !== undefined && existsIn(other, version);
  });
  const write =
    instead.map((name) => `"${name}"`).join(', ') +
    (replacedIn ? ` in "${KEY_OF_PROGRAM[judgement.situation.program]}"` : '');
  const { keyAt } = child;
  const renaming = (name: string, mend: Pick<Mend, 'safe' | 'preferred'>): readonly Mend[] =>
    keyAt ? [{ title: `Write "${name}"`, ...mend, edits: [{ at: keyAt, newText: quoted(name) }] }] : [];
  if (since !== undefined && isOlder(version, since)) {
    const older = keysOf(place, version).find(
      (other) => other.replacedBy?.includes(key) === true && isSameType(other.type, facts.type),
    );
    judgement.error(
      'server-version',
      child.head,
      `"${key}" exists here since Kea ${since}; this file is for ${version}.`,
      older ? `Write "${older.key}", which it is called there.` : 'Take it away, or use a newer Kea.',
      { mends: older ? renaming(older.key, { safe: true, preferred: true }) : [] },
    );
    return false;
  }
  const [only, ...others] = replacedIn === undefined ? instead : [];
  const newer = only !== undefined && others.length === 0 ? keyIn(place, only, version) : undefined;
  const isRenamed = newer !== undefined && isSameType(newer.type, facts.type);
  if (until !== undefined && compareVersions(version, until) > 0) {
    judgement.error(
      'server-version',
      child.head,
      `"${key}" is gone after Kea ${until}; this file is for ${version}.`,
      instead.length > 0 ? `Write ${write} instead.` : 'Take it away.',
      { mends: isRenamed ? renaming(newer.key, { safe: true, preferred: true }) : [] },
    );
    return false;
  }
  if (instead.length > 0) {
    judgement.inform(
      'server-version',
      child.head,
      `"${key}" is kept for old files.`,
      'A later Kea may refuse it.',
      `Write ${write} instead.`,
      // A Kea that is older than is said here would refuse the new name.
      { mends: isRenamed ? renaming(newer.key, { safe: false, preferred: false }) : [] },
    );
  }
  return true;
}

/** Whether what stands behind one key may stand behind another. */
const isSameType = (a: KeyType, b: KeyType): boolean =>
  a.kind === b.kind && (!('of' in a) || !('of' in b) || a.of === b.of);

function judgeValue(judgement: Judgement, child: JsonNode, facts: KeyFacts): void {
  const { type, words, range, key } = facts;
  if (child.kind === 'broken' || child.kind === 'include') return;
  if (!judgeType(judgement, child, type, key)) return;
  const { text, integer } = child;
  if (words && text !== undefined && !words.includes(text)) {
    const [nearest] = nearestNames(text, words);
    judgement.error(
      'parameter-value',
      child.at,
      `"${key}" does not take "${text}".`,
      nearest !== undefined ? `Is "${nearest}" meant?` : `Write ${words.map((word) => `"${word}"`).join(' or ')}.`,
      { mends: nearest !== undefined ? [replacing(`Write "${nearest}"`, child.at, quoted(nearest))] : [] },
    );
  }
  if (words && type.kind === 'strings') {
    for (const element of child.children) {
      if (element.text !== undefined && !words.includes(element.text)) {
        judgement.error(
          'parameter-value',
          element.at,
          `"${key}" does not take "${element.text}".`,
          `Write ${words.map((word) => `"${word}"`).join(', ')}.`,
        );
      }
    }
  }
  if (range && integer !== undefined && (integer < range[0] || integer > range[1])) {
    const [low, high] = range;
    judgement.error(
      'parameter-value',
      child.at,
      `${child.written} is out of range for "${key}".`,
      high === Number.MAX_SAFE_INTEGER ? `Write ${low} or more.` : `Write a number from ${low} to ${high}.`,
    );
  }
}

/** Whether the value is of the kind that the key takes; the insides of maps and lists are judged too. */
function judgeType(judgement: Judgement, child: JsonNode, type: KeyType, key: string): boolean {
  switch (type.kind) {
    case 'string':
      return child.kind === 'string' || wrongKind(judgement, child, type, key);
    case 'integer':
      if (child.integer === undefined) return wrongKind(judgement, child, type, key);
      if (!Number.isSafeInteger(child.integer) && BigInt(child.written) !== BigInt.asIntN(64, BigInt(child.written))) {
        judgement.error(
          'parameter-value',
          child.at,
          `${child.written} is more than any number in Kea can be.`,
          'Write a smaller one.',
        );
        return false;
      }
      return true;
    case 'float':
      return (child.kind === 'number' && child.integer === undefined) || wrongKind(judgement, child, type, key);
    case 'boolean':
      return child.kind === 'boolean' || wrongKind(judgement, child, type, key);
    case 'strings':
    case 'codes':
      if (child.kind !== 'array') return wrongKind(judgement, child, type, key);
      if (key !== 'client-classes') judgeNotEmpty(judgement, child, key);
      for (const element of child.children) {
        if (element.key !== undefined) namedElement(judgement, element);
        else if (
          element.kind !== 'string' &&
          element.kind !== 'broken' &&
          (type.kind === 'strings' || element.kind !== 'number')
        ) {
          wrongKind(judgement, element, { kind: 'string' }, key);
        }
      }
      return true;
    case 'anything':
      if (child.kind !== 'object') return wrongKind(judgement, child, type, key);
      judgeAnything(judgement, child);
      return true;
    case 'map':
      if (child.kind !== 'object') return wrongKind(judgement, child, type, key);
      judgeMap(judgement, child, placeIn(type.of, judgement.situation.program));
      return true;
    case 'list':
      if (child.kind !== 'array') return wrongKind(judgement, child, type, key);
      child.place = placeIn(type.of, judgement.situation.program);
      judgeNotEmpty(judgement, child, key);
      for (const element of child.children) {
        if (element.key !== undefined) namedElement(judgement, element);
        else if (element.kind === 'object') judgeMap(judgement, element, child.place);
        else if (element.kind !== 'broken') wrongKind(judgement, element, { kind: 'map', of: type.of }, key);
      }
      return true;
  }
}

function judgeNotEmpty(judgement: Judgement, list: JsonNode, key: string): void {
  if (!NEVER_EMPTY.has(key) || list.children.length > 0 || list.item.close === undefined) return;
  judgement.error(
    'incomplete-declaration',
    list.opening,
    `The list "${key}" may not be empty.`,
    'Fill it, or take it away.',
  );
}

function wrongKind(judgement: Judgement, child: JsonNode, type: KeyType, key: string): false {
  const rule = key === 'data' ? 'option-value-type' : 'parameter-value';
  const { at, written, kind } = child;
  const mend = ((): { readonly title: string; readonly newText: string } | undefined => {
    if (type.kind === 'string' && (kind === 'number' || kind === 'boolean'))
      return { title: 'Quote it', newText: quoted(written) };
    if (type.kind === 'float' && child.integer !== undefined)
      return { title: `Write ${written}.0`, newText: `${written}.0` };
    const { text } = child;
    if (type.kind === 'integer' && text !== undefined && /^-?\d+$/.test(text))
      return { title: `Write ${text}`, newText: text };
    if (type.kind === 'boolean' && text !== undefined && /^(?:true|false)$/i.test(text)) {
      return { title: `Write ${text.toLowerCase()}`, newText: text.toLowerCase() };
    }
    if (type.kind === 'integer' && /^-?\d+\.0+$/.test(written)) {
      const whole = written.replace(/\.0+$/, '');
      return { title: `Write ${whole}`, newText: whole };
    }
    if (type.kind === 'strings' && kind === 'string') return { title: 'Put it into a list', newText: `[ ${written} ]` };
    if (type.kind === 'list' && kind === 'object' && child.item.close !== undefined && written.startsWith('{')) {
      return { title: 'Put it into a list', newText: `[ ${written} ]` };
    }
    return undefined;
  })();
  judgement.error(
    rule,
    child.item.items ? child.opening : at,
    `"${key}" takes ${describeKeyType(type)}, not ${KINDS[kind] ?? 'this'}.`,
    `Write ${describeKeyType(type)}.`,
    { mends: mend ? [replacing(mend.title, at, mend.newText)] : [] },
  );
  return false;
}

const KINDS: Readonly<Partial<Record<JsonNode['kind'], string>>> = {
  object: 'a map',
  array: 'a list',
  string: 'a text',
  number: 'a number like this',
  boolean: 'true or false',
  null: 'null',
};
