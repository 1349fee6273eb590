import type { Mend } from '../../../model/problem.ts';
import { nearestNames } from '../../nearest-names.ts';
import type { Definitions, KeaDefinition } from '../definitions.ts';
import { ahead, asEdits, intoLists, removalOf } from '../insertion.ts';
import { type JsonNode, serverMapAround } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { quoted } from '../json-string.ts';
import { replacing } from '../report.ts';
import { BASE_TYPES, type BaseType, isBaseType, type KeaType, optionTypeOf } from '../vocabulary/kea-type.ts';
import type { Judgement } from './judgement.ts';

/** Names of options and of spaces: letters, digits, and hyphens or underscores between them (OptionDefinition::validate). */
export const isOptionName = (name: string): boolean => /^[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?$/.test(name);

const WORDS_OF_OTHERS: Readonly<Record<string, BaseType>> = {
  text: 'string',
  hex: 'binary',
  bool: 'boolean',
  byte: 'uint8',
  integer: 'uint32',
  int: 'int32',
  dword: 'uint32',
  'ip-address': 'ipv4-address',
  ip: 'ipv4-address',
  'ip6-address': 'ipv6-address',
  'domain-name': 'fqdn',
  'domain-list': 'fqdn',
  unsigned: 'uint32',
};

/** Reads the definitions of a list, judges them, and adds those that Kea would know to `definitions`. */
export function judgeOptionDefinitions(
  judgement: Judgement,
  nodes: readonly JsonNode[],
  definitions: Definitions,
  inClass: boolean,
): void {
  for (const node of nodes) {
    const definition = readDefinition(judgement, node, definitions.mainSpace);
    if (!definition) continue;
    if (inClass) judgePlaceInClass(judgement, node, definition);
    // Kea keeps the first; that there is another one is told here, and what follows from it is not.
    if (!judgeConflicts(judgement, node, definition, definitions)) definitions.add(definition);
  }
}

function readDefinition(judgement: Judgement, node: JsonNode, mainSpace: string): KeaDefinition | undefined {
  const nameNode = node.field('name');
  const codeNode = node.field('code');
  const typeNode = node.field('type');
  const spaceNode = node.field('space');
  const encapsulateNode = node.field('encapsulate');
  const name = nameNode?.text;
  const code = codeNode?.integer;
  const space = spaceNode ? spaceNode.text : mainSpace;
  if (name === undefined || space === undefined) return undefined;
  const refuse = (at: JsonNode | undefined, what: string, remedy: string) =>
    judgement.error('option-definition', at ? innerSpan(at) : node.opening, what, remedy);
  if (!isOptionName(name)) {
    refuse(
      nameNode,
      `"${name}" cannot be the name of an option.`,
      'Use letters and digits, with hyphens or underscores between them.',
    );
  }
  if (!isOptionName(space)) {
    refuse(
      spaceNode,
      `"${space}" cannot be the name of an option space.`,
      'Use letters and digits, with hyphens or underscores between them.',
    );
  }
  const most = judgement.family === 4 ? 255 : 65_535;
  if (code !== undefined && (code < 0 || code > most)) {
    refuse(
      codeNode,
      `An option code goes from 1 to ${judgement.family === 4 ? 254 : most}, not ${code}.`,
      'Take another code.',
    );
  } else if (space === mainSpace && (code === 0 || (judgement.family === 4 && code === 255))) {
    refuse(
      codeNode,
      `Code ${code} marks ${code === 0 ? 'padding' : 'the end of the options'} and cannot be an option.`,
      'Take another code.',
    );
  }
  const type = readType(judgement, node, name, space);
  return {
    space,
    name,
    code: code ?? Number.NaN,
    type: type && optionTypeOf(type),
    keaType: type,
    at: node.at,
    nameAt: nameNode && innerSpan(nameNode),
    codeAt: codeNode?.at,
    typeAt: typeNode && innerSpan(typeNode),
    encapsulatesAt: encapsulateNode && innerSpan(encapsulateNode),
    replaces: undefined,
  };
}

/** The type, with array, record-types and encapsulate; undefined where Kea refuses it. */
function readType(judgement: Judgement, node: JsonNode, name: string, space: string): KeaType | undefined {
  const typeNode = node.field('type');
  const text = typeNode?.text;
  if (!typeNode || text === undefined) return undefined;
  const arrayNode = node.field('array');
  const array = arrayNode?.boolean ?? false;
  const encapsulateNode = node.field('encapsulate');
  const encapsulates = encapsulateNode?.text ?? '';
  const recordNode = node.field('record-types');
  const records = (recordNode?.text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const refuse = (at: JsonNode, what: string, remedy: string, newText?: string): undefined => {
    judgement.error('option-definition', innerSpan(at), what, remedy, {
      mends: newText === undefined ? [] : [replacing(`Write "${newText}"`, at.at, quoted(newText))],
    });
    return undefined;
  };
  if (encapsulates !== '' && array) {
    return refuse(
      arrayNode ?? typeNode,
      'An option that is an array cannot hold sub-options as well.',
      'Take "array" or "encapsulate" away.',
    );
  }
  if (encapsulateNode && encapsulates !== '' && encapsulates === space) {
    return refuse(
      encapsulateNode,
      `${name} would hold the options of the space that it belongs to.`,
      'Name another space.',
    );
  }
  if (recordNode && records.length > 0 && text !== 'record') {
    return refuse(
      recordNode,
      `"record-types" belongs to the type "record"; this one is "${text}".`,
      'Write "type": "record", or take the fields away.',
    );
  }
  if (recordNode) {
    for (const record of records) {
      if (isBaseType(record) && record !== 'empty') continue;
      return refuse(
        recordNode,
        `"${record}" cannot be the type of a field.`,
        `Choose from ${BASE_TYPES.slice(1).join(', ')}.`,
      );
    }
  }
  if (encapsulateNode && encapsulates !== '' && !isOptionName(encapsulates)) {
    return refuse(
      encapsulateNode,
      `"${encapsulates}" cannot be the name of an option space.`,
      'Use letters, digits and hyphens.',
    );
  }
  if (text === 'record') {
    if (records.length < 2) {
      return refuse(
        recordNode ?? typeNode,
        'A record has two fields or more.',
        'Name their types in "record-types", with commas between them.',
      );
    }
    const open = records.slice(0, -1).find((record) => record === 'string' || record === 'binary');
    if (recordNode && open !== undefined) {
      return refuse(
        recordNode,
        `A field of type "${open}" goes to the end of the option, so that no other can follow it.`,
        'Put it last.',
      );
    }
  } else if (!isBaseType(text)) {
    const nearest = WORDS_OF_OTHERS[text.toLowerCase()] ?? nearestNames(text, [...BASE_TYPES, 'record'])[0];
    return refuse(
      typeNode,
      `Kea knows no type "${text}".`,
      nearest === undefined ? `Choose from ${BASE_TYPES.join(', ')}, record.` : `Write "${nearest}".`,
      nearest,
    );
  }
  const last = text === 'record' ? records.at(-1) : text;
  if (array && (last === 'string' || last === 'binary' || last === 'empty')) {
    const cut = arrayNode && removalOf(arrayNode);
    judgement.error(
      'option-definition',
      (arrayNode ?? typeNode).at,
      `There is no array of "${last}": nothing tells where one value ends.`,
      'Take "array" away.',
      {
        mends: cut
          ? [{ title: 'Take "array" away', safe: true, preferred: true, edits: [{ at: cut, newText: '' }] }]
          : [],
      },
    );
    return undefined;
  }
  if (array && text === 'ipv6-address' && judgement.family === 4) {
    judgement.warn(
      'option-definition',
      typeNode.at,
      'Kea writes a list of IPv6 addresses as DHCPv6 does, with two bytes for its code and two for its length.',
      'Clients of DHCPv4 then read something else out of this option and of all that follow it.',
      'Declare it as "binary" and write the bytes of the addresses.',
    );
  }
  const fields = (text === 'record' ? records : [text]).filter(isBaseType);
  return {
    fields,
    record: text === 'record',
    array,
    encapsulates: encapsulates === '' ? undefined : encapsulates,
    special: false,
    vendorClasses: false,
  };
}

function judgeConflicts(
  judgement: Judgement,
  node: JsonNode,
  definition: KeaDefinition,
  definitions: Definitions,
): boolean {
  const { space, name, code } = definition;
  const sameCode = definitions.ownByCode(space, code);
  const sameName = definitions.ownByName(space, name);
  const other = sameCode ?? sameName;
  if (other) {
    judgement.error(
      'option-definition',
      (sameCode ? definition.codeAt : definition.nameAt) ?? node.opening,
      sameCode
        ? `Code ${code}${inSpace(definitions, space)} is defined already.`
        : `An option "${name}"${inSpace(definitions, space)} is defined already.`,
      'Keep one of the two definitions.',
      {
        mends: isSame(definition, other) ? removing(node, 'Take the second definition away') : [],
        related: other.at ? [{ at: other.at, message: 'the first definition' }] : [],
      },
    );
    return true;
  }
  const fixed = definitions.fixedByCode(space, code);
  if (fixed) {
    judgement.error(
      'option-definition',
      definition.codeAt ?? node.opening,
      `Code ${code} is "${fixed.name}", which Kea does not let anybody define anew.`,
      'Take the definition away, or take another code.',
      { mends: isSame(definition, fixed) ? removing(node, 'Take the definition away') : [] },
    );
    return false;
  }
  if (definitions.fixedByName(space, name)) {
    judgement.error(
      'option-definition',
      definition.nameAt ?? node.opening,
      `"${name}" is an option that Kea knows by itself and does not let anybody define anew.`,
      'Take the definition away, or take another name.',
    );
  }
  return false;
}

/** Whether two definitions give one name to one code, with the same type. */
const isSame = (a: KeaDefinition, b: KeaDefinition): boolean =>
  a.space === b.space &&
  a.name === b.name &&
  a.code === b.code &&
  JSON.stringify(a.keaType) === JSON.stringify(b.keaType);

function removing(node: JsonNode, title: string): readonly Mend[] {
  const cut = removalOf(node);
  return cut ? [{ title, safe: true, preferred: true, edits: [{ at: cut, newText: '' }] }] : [];
}

/** A class may define option 43 and the private codes 224 to 254 only (LibDHCP::shouldDeferOptionUnpack). */
function judgePlaceInClass(judgement: Judgement, node: JsonNode, { space, code }: KeaDefinition): void {
  if (!Number.isFinite(code) || (space === 'dhcp4' && (code === 43 || (code >= 224 && code <= 254)))) return;
  judgement.error(
    'option-definition',
    node.field('code')?.at ?? node.opening,
    `A class cannot define option ${code} of the space "${space}": only 43 and 224 to 254 of dhcp4.`,
    'Move the definition into the "option-def" of the whole server.',
    { mends: movingToServer(node) },
  );
}

/** Moves a definition into the list of the whole server. */
function movingToServer(node: JsonNode): readonly Mend[] {
  const cut = removalOf(node);
  const global = serverMapAround(node);
  const added = global && intoLists(global, { 'option-def': [{ line: node.written }] }, ahead);
  if (!cut || !added) return [];
  return [
    {
      title: 'Move the definition into the list of the whole server',
      safe: true,
      preferred: true,
      edits: [...asEdits(added), { at: cut, newText: '' }],
    },
  ];
}

const inSpace = (definitions: Definitions, space: string): string =>
  space === definitions.mainSpace ? '' : ` of the space "${space}"`;
