import type { Delivery, OptionValue, ValueData } from '../../../model/option.ts';
import type { Mend, TextEdit } from '../../../model/problem.ts';
import { after } from '../../../model/span.ts';
import { nearestNames } from '../../nearest-names.ts';
import { parseAddress } from '../address.ts';
import type { BuiltScope } from '../built-scope.ts';
import { hexBytes, singleQuoted, utf8 } from '../bytes.ts';
import type { Definitions, KeaDefinition } from '../definitions.ts';
import { asEdits } from '../insertion.ts';
import { type JsonNode, serverMapAround } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { VENDOR_CODE } from '../option-entries.ts';
import { encodeText, splitData } from '../option-value.ts';
import { readValue } from '../read-value.ts';
import { replacing } from '../report.ts';
import { KEA_POLICY } from '../server-policy.ts';
import { carrySpace, globalMapOf, isMainSpaceElsewhere } from '../sub-option-carrier.ts';
import type { KeaType } from '../vocabulary/kea-type.ts';
import type { Judgement } from './judgement.ts';
import { isOptionName } from './option-definitions.ts';

/** Judges the entries of an `option-data` list as Kea takes them (option_data_parser.cc). `local` are the definitions of a class. */
export function judgeOptionData(
  judgement: Judgement,
  nodes: readonly JsonNode[],
  scope: BuiltScope,
  local: Definitions | undefined,
): void {
  const first = judgement.values.length;
  for (const node of nodes) judgeEntry(judgement, node, scope, local);
  if (judgement.family !== 4) return;
  judgeRepeated(judgement, judgement.values.slice(first));
  judgeSubOptions(judgement, judgement.values.slice(first), scope, local, nodes);
}

/** Options of which several may go out side by side: one for each vendor. */
const BY_VENDOR: readonly (number | undefined)[] = [124, 125];

/** Of several entries for one option Kea finds the last, and of those inside of another option it takes the first. */
function judgeRepeated(judgement: Judgement, list: readonly OptionValue[]): void {
  const { mainSpace } = judgement.situation.definitions;
  const seen = new Map<string, OptionValue>();
  for (const value of list) {
    const { space, code, delivery } = value;
    if (code === undefined || (space === mainSpace && BY_VENDOR.includes(code))) continue;
    const key = `${space} ${code}`;
    const other = seen.get(key);
    seen.set(key, value);
    if (!other || delivery?.classes.length || other.delivery?.classes.length) continue;
    const [lost, kept] = space === mainSpace ? [other, value] : [value, other];
    judgement.warn(
      'duplicate',
      lost.nameAt,
      `This list has "${lost.name}" twice, and this entry never goes out: the ${space === mainSpace ? 'last' : 'first'} one does.`,
      'Clients get the other value, whichever of the two is meant.',
      'Keep one of the two.',
      { related: [{ at: kept.nameAt, message: 'the entry that goes out' }] },
    );
  }
}

/** Spaces whose options Kea brings into a reply by itself, when the client or the relay asks for them. */
const BROUGHT_ALONG = /^(?:vendor-\d+|docsis3-v[46]|dhcp-agent-options-space|4o6)$/;

/** Sub-options go out with the entry of the option that holds them, and only from the same list. */
function judgeSubOptions(
  judgement: Judgement,
  list: readonly OptionValue[],
  scope: BuiltScope,
  local: Definitions | undefined,
  nodes: readonly JsonNode[],
): void {
  const { definitions, complete } = judgement.situation;
  const told = new Set<string>();
  for (const { space, name, nameAt } of list) {
    if (space === definitions.mainSpace || BROUGHT_ALONG.test(space) || told.has(space)) continue;
    const holders = [...(local?.holdersOf(space) ?? []), ...definitions.holdersOf(space)];
    if (holders.some((holder) => list.some((value) => value.space === holder.space && value.code === holder.code)))
      continue;
    told.add(space);
    const [holder] = holders;
    if (!holder && !complete) continue;
    judgement.warn(
      'misplaced-declaration',
      nameAt,
      holder
        ? `"${name}" of the space "${space}" does not go out: "${holder.name}", which would hold it, is not in the same list.`
        : `"${name}" does not go out: no option holds the space "${space}".`,
      'No client gets this value.',
      holder
        ? `Add { "name": "${holder.name}" } to this list.`
        : 'Define an option that encapsulates the space, or correct its name.',
      { mends: sendingMends(judgement, space, holder, scope, nodes) },
    );
  }
  for (const { definition, data, nameAt, valueAt } of list) {
    if (definition?.type?.kind !== 'encapsulate' || data.kind !== 'bytes' || data.bytes.length > 0 || valueAt) continue;
    const encapsulates = definition.type.space;
    if (list.some(({ space }) => space === encapsulates)) continue;
    judgement.warn(
      'incomplete-declaration',
      nameAt,
      `"${definition.name}" goes out empty: no option of the space "${encapsulates}" stands in the same list.`,
      'Clients that are to find something in it find nothing.',
      'Put its sub-options into this list: those of other lists are not taken.',
      { mends: spaceMends(find(local, definitions, definition.space, undefined, definition.code), definitions) },
    );
  }
}

/** What makes the options of a space go out: its name put right, or the entry that it lacks. */
function sendingMends(
  { situation: { definitions } }: Judgement,
  space: string,
  holder: KeaDefinition | undefined,
  scope: BuiltScope,
  nodes: readonly JsonNode[],
): readonly Mend[] {
  const right = holder ? undefined : spaceMeant(space, definitions);
  if (right !== undefined) {
    const defined = right === definitions.mainSpace ? (globalMapOf(scope)?.maps('option-def') ?? []) : [];
    return [
      {
        title: `Write "${right}"`,
        safe: false,
        preferred: true,
        edits: renamings([...nodes, ...defined], space, right),
      },
    ];
  }
  if (holder && holder.code !== VENDOR_CODE) return [];
  // An entry of 43 here would take the place of the one that goes out already.
  const global = globalMapOf(scope);
  if (holder && global && hasEntry(global, holder)) return [];
  // Where a class defines 43 for itself, its list is where they belong.
  if (!holder && global && isHeldByClass(space, global)) return [];
  const edits = asEdits(carrySpace(space, scope));
  if (edits.length === 0) return [];
  return [{ title: `Send these sub-options in option ${VENDOR_CODE}`, safe: false, preferred: true, edits }];
}

const isHeldByClass = (space: string, global: JsonNode): boolean =>
  global
    .maps('client-classes')
    .some((one) => one.maps('option-def').some((definition) => definition.textOf('encapsulate') === space));

/** Another name for a space, wherever entries name it. */
const renamings = (entries: readonly JsonNode[], space: string, right: string): readonly TextEdit[] =>
  entries.flatMap((entry) => {
    const written = entry.field('space');
    return written?.text === space ? [{ at: innerSpan(written), newText: right }] : [];
  });

/** DHCP's own space, or one that differs by little from a space that is sent. */
function spaceMeant(space: string, definitions: Definitions): string | undefined {
  if (isMainSpaceElsewhere(space)) return definitions.mainSpace;
  if (definitions.own.some((definition) => definition.space === space)) return undefined;
  const [nearest] = nearestNames(space, definitions.heldSpaces);
  return nearest;
}

/** An option holds a space that nothing is defined in, and another one of nearly that name has definitions. */
function spaceMends(definition: KeaDefinition | undefined, { own }: Definitions): readonly Mend[] {
  const encapsulatesAt = definition?.encapsulatesAt;
  const space = definition?.keaType?.encapsulates;
  if (!encapsulatesAt || space === undefined || own.some((other) => other.space === space)) return [];
  const [nearest] = nearestNames(
    space,
    own.map((other) => other.space),
  );
  if (nearest === undefined) return [];
  return [
    {
      title: `Write "${nearest}"`,
      safe: false,
      preferred: true,
      edits: [{ at: encapsulatesAt, newText: nearest }],
    },
  ];
}

/** Whether a list anywhere in the file has an entry of an option. */
function hasEntry(node: JsonNode, option: KeaDefinition): boolean {
  return node.children.some((child) => {
    if (child.key === 'option-data') {
      return child
        .maps()
        .some(
          (entry) =>
            (entry.textOf('space') ?? option.space) === option.space &&
            (entry.field('code')?.integer === option.code || entry.textOf('name') === option.name),
        );
    }
    return hasEntry(child, option);
  });
}

function judgeEntry(judgement: Judgement, node: JsonNode, scope: BuiltScope, local: Definitions | undefined): void {
  const { definitions } = judgement.situation;
  const nameNode = node.field('name');
  const codeNode = node.field('code');
  const dataNode = node.field('data');
  const spaceNode = node.field('space');
  const csvNode = node.field('csv-format');
  const name = nameNode?.text;
  const code = codeNode?.integer;
  const space = spaceNode ? spaceNode.text : definitions.mainSpace;
  if (space === undefined) return;
  if (!judgeNames(judgement, node, space)) return;
  if (name === undefined && code === undefined) {
    if (!nameNode && !codeNode) {
      judgement.error(
        'incomplete-declaration',
        node.opening,
        'It is not said which option is meant.',
        'Add "name" or "code".',
      );
    }
    return;
  }
  const definition = find(local, definitions, space, name, code);
  const csv = csvNode?.boolean;
  const base = {
    space,
    name: name ?? definition?.name ?? String(code),
    definition,
    code: definition?.code ?? code,
    operator: 'set',
    delivery: deliveryOf(node),
    scope,
    at: node.at,
    nameAt: nameNode ? innerSpan(nameNode) : (codeNode?.at ?? node.opening),
    valueAt: dataNode && innerSpan(dataNode),
  } satisfies Omit<OptionValue, 'data'>;
  const add = (data: ValueData) => {
    const value: OptionValue = { ...base, data };
    judgement.values.push(value);
    scope.steps.push({ kind: 'value', value });
    return value;
  };
  const named =
    !definition && name !== undefined && codeNode ? find(local, definitions, space, name, undefined) : undefined;
  if (codeNode && named) {
    judgement.error(
      'unknown-option',
      codeNode.at,
      `"${name}" is option ${named.code}, not ${code}.`,
      'Leave one of the two away, or let both mean the same option.',
      { mends: [replacing(`Write ${named.code}`, codeNode.at, String(named.code), false)] },
    );
    add({ kind: 'unreadable' });
    return;
  }
  // Kea fills in "csv-format": true in the list of the whole server, and nowhere else.
  if (!definition && (csv === true || code === undefined || (csv === undefined && scope.kind === 'global'))) {
    unknownOption(judgement, node, add({ kind: 'unreadable' }), local);
    return;
  }
  if (definition && name !== undefined && definition.name !== name) {
    judgement.error(
      'unknown-option',
      base.nameAt,
      `Code ${code} is "${definition.name}", not "${name}".`,
      'Leave one of the two away, or let both mean the same option.',
      {
        mends: [
          {
            title: `Write "${definition.name}"`,
            safe: false,
            preferred: true,
            edits: [{ at: base.nameAt, newText: definition.name }],
          },
        ],
      },
    );
    add({ kind: 'unreadable' });
    return;
  }
  if (isReserved(judgement, space, base.code)) {
    judgement.error(
      'option-value-type',
      base.nameAt,
      `Code ${base.code} marks ${base.code === 0 ? 'padding' : 'the end of the options'} and cannot be sent.`,
      'Take the entry away.',
    );
    return;
  }
  // Of a type that Kea refuses nothing can be said.
  if ((dataNode && dataNode.text === undefined) || (definition && !definition.keaType)) {
    add({ kind: 'unreadable' });
    return;
  }
  const data = dataNode?.text ?? '';
  const read =
    definition?.keaType && csv !== false
      ? textual(judgement, node, definition, data)
      : raw(judgement, node, definition, data);
  const value = add(read ? { kind: 'bytes', ...read } : { kind: 'unreadable' });
  if (read && judgement.family === 4) doubtLength(judgement, value, read.bytes.length);
  if (read && csv !== false && definition) doubtText(judgement, node, definition, data, value);
}

/** What says when an entry is sent, beside the client's request. */
function deliveryOf(node: JsonNode): Delivery | undefined {
  const always = node.field('always-send')?.boolean === true;
  const never = node.field('never-send')?.boolean === true;
  const classes = (node.field('client-classes')?.children ?? []).flatMap(({ text }) => text ?? []);
  return always || never || classes.length > 0 ? { always, never, classes } : undefined;
}

/** The definition that Kea would take, in its own order. */
function find(
  local: Definitions | undefined,
  definitions: Definitions,
  space: string,
  name: string | undefined,
  code: number | undefined,
): KeaDefinition | undefined {
  if (code !== undefined) return local?.ownByCode(space, code) ?? definitions.byCode(space, code);
  return name === undefined ? undefined : (local?.ownByName(space, name) ?? definitions.byName(space, name));
}

function judgeNames(judgement: Judgement, node: JsonNode, space: string): boolean {
  const { family } = judgement;
  const spaceNode = node.field('space');
  const code = node.field('code')?.integer;
  if (spaceNode && !isOptionName(space)) {
    judgement.error(
      'option-definition',
      innerSpan(spaceNode),
      `"${space}" cannot be the name of an option space.`,
      'Use letters, digits and hyphens.',
    );
    return false;
  }
  if (spaceNode && space === `dhcp${10 - family}`) {
    judgement.error(
      'unknown-reference',
      innerSpan(spaceNode),
      `The space "${space}" belongs to the DHCPv${10 - family} server.`,
      `Write "dhcp${family}", or leave "space" out.`,
      {
        mends: [
          {
            title: `Write "dhcp${family}"`,
            safe: true,
            preferred: true,
            edits: renamings([node, ...(serverMapAround(node)?.maps('option-def') ?? [])], space, `dhcp${family}`),
          },
        ],
      },
    );
    return false;
  }
  const most = family === 4 ? 255 : 65_535;
  if (code !== undefined && (code > most || code < 0)) {
    judgement.error(
      'option-value-type',
      node.field('code')?.at ?? node.opening,
      `There is no option ${code}: codes go up to ${most}.`,
      'Correct the code.',
    );
    return false;
  }
  const nameNode = node.field('name');
  if (nameNode?.text?.includes(' ')) {
    judgement.error(
      'unknown-option',
      innerSpan(nameNode),
      `The name "${nameNode.text}" has a blank in it.`,
      'Take the blank away.',
    );
    return false;
  }
  return true;
}

const isReserved = ({ family }: Judgement, space: string, code: number | undefined): boolean =>
  family === 4 ? space === 'dhcp4' && (code === 0 || code === 255) : space === 'dhcp6' && code === 0;

function unknownOption(judgement: Judgement, node: JsonNode, value: OptionValue, local: Definitions | undefined): void {
  const { definitions, complete } = judgement.situation;
  const { space, name } = value;
  const codeNode = node.field('code');
  const named = codeNode && (local?.ownByName(space, name) ?? definitions.byName(space, name));
  if (named) {
    judgement.error(
      'unknown-option',
      codeNode.at,
      `"${name}" is option ${named.code}, not ${value.code}.`,
      'Leave "code" out, or correct it.',
      {
        mends: [
          {
            title: `Write ${named.code}`,
            safe: false,
            preferred: true,
            edits: [{ at: codeNode.at, newText: String(named.code) }],
          },
        ],
      },
    );
    return;
  }
  const [nearest] = definitions.nearest(space, name);
  const elsewhere = [...definitions.own, ...(local?.own ?? [])].find(
    (other) => other.name === name && other.space !== space,
  );
  const mends = [];
  if (nearest !== undefined && node.field('name')) {
    mends.push({
      title: `Write "${nearest}"`,
      safe: false,
      preferred: true,
      edits: [{ at: value.nameAt, newText: nearest }],
    });
  } else if (elsewhere) {
    const spaceNode = node.field('space');
    mends.push({
      title: `Take it from the space "${elsewhere.space}"`,
      safe: false,
      preferred: true,
      edits: [
        spaceNode
          ? { at: innerSpan(spaceNode), newText: elsewhere.space }
          : { at: after(node.field('name')?.at ?? node.opening), newText: `, "space": "${elsewhere.space}"` },
      ],
    });
  }
  judgement.unknownOptions.push({
    space,
    name,
    nameAt: value.nameAt,
    value,
    definedLater: undefined,
    nearest,
    certain: complete,
    mends,
  });
}

/** The bytes of an entry, and what Kea keeps of those that hold other options. */
type Taken = Extract<ReturnType<typeof readValue>, { bytes: Uint8Array }>;

function textual(judgement: Judgement, node: JsonNode, definition: KeaDefinition, data: string): Taken | undefined {
  const { keaType } = definition;
  if (!keaType) return undefined;
  const encoded = encodeText(keaType, data, judgement.family);
  if ('bytes' in encoded) return encoded;
  const { what, remedy } = encoded.fault;
  const dataNode = node.field('data');
  const { typeAt } = definition;
  if (!dataNode && keaType.encapsulates !== undefined && typeAt) {
    judgement.error(
      'option-value-type',
      node.opening,
      `${definition.name} is to hold the options of the space "${keaType.encapsulates}", and its type wants a value of its own first.`,
      'Declare it as "empty".',
      { mends: [replacing('Declare it as "empty"', typeAt, 'empty')] },
    );
    return undefined;
  }
  const hexLike = keaType.fields[0] === 'empty' && hexBytes(data) !== undefined && data !== '';
  judgement.error(
    'option-value-type',
    dataNode ? innerSpan(dataNode) : node.opening,
    hexLike ? `${definition.name} takes no text, and without "csv-format": false these digits are one.` : what,
    hexLike ? 'Add "csv-format": false.' : remedy,
    {
      mends:
        hexLike && dataNode
          ? [
              {
                title: 'Send the digits as bytes: add "csv-format": false',
                safe: true,
                preferred: true,
                edits: [csvFormatEdit(node, dataNode)],
              },
            ]
          : dataNode
            ? textMends(node, dataNode, keaType, data)
            : [],
    },
  );
  return undefined;
}

/** What somebody meant who wrote a value in the way of another server. */
function textMends(
  node: JsonNode,
  dataNode: JsonNode,
  { fields: [first], record, array }: KeaType,
  data: string,
): readonly Mend[] {
  if (record) return [];
  const at = innerSpan(dataNode);
  if (array && first === 'ipv4-address') {
    const parts = data.trim().split(/[\s,;]+/);
    const isList = parts.length > 1 && parts.every((part) => parseAddress(part)?.family === 4);
    return isList ? [replacing('Put commas between the addresses', at, parts.join(', '))] : [];
  }
  if (first === 'boolean' && /^(?:yes|on|no|off)$/i.test(data.trim())) {
    const meant = /^(?:yes|on)$/i.test(data.trim()) ? 'true' : 'false';
    return [replacing(`Write ${meant}`, at, meant)];
  }
  if (first === 'binary' && !array && /[g-z]/i.test(data)) {
    const text = singleQuoted(data) ?? data;
    if (!/^[\x20-\x7e]+$/.test(text) || /['"\\]/.test(text)) return [];
    const edits = [{ at, newText: `'${text}'` }, csvFormatEdit(node, dataNode)];
    return [{ title: 'Send it as a text', safe: true, preferred: true, edits }];
  }
  return [];
}

/** The edit that says of an entry that its data are bytes. */
function csvFormatEdit(node: JsonNode, dataNode: JsonNode | undefined) {
  const csvNode = node.field('csv-format');
  return csvNode
    ? { at: csvNode.at, newText: 'false' }
    : { at: after((dataNode ?? node).at), newText: ', "csv-format": false' };
}

function raw(
  judgement: Judgement,
  node: JsonNode,
  definition: KeaDefinition | undefined,
  data: string,
): Taken | undefined {
  const dataNode = node.field('data');
  const at = dataNode ? innerSpan(dataNode) : node.opening;
  const text = singleQuoted(data);
  const bytes = text === undefined || text === '' ? hexBytes(data) : utf8(text);
  if (!bytes) {
    judgement.error(
      'option-value-type',
      at,
      definition
        ? 'With "csv-format": false the value is hexadecimal digits; these are none.'
        : 'Without a definition the value is hexadecimal digits; these are none.',
      'Write two digits for each byte, or a text in single quotes inside the double ones: "\'text\'".',
      { mends: dataNode && definition?.keaType ? rawMends(node, dataNode, definition.keaType, data) : [] },
    );
    return undefined;
  }
  if (!definition?.keaType) return { bytes };
  const { definitions } = judgement.situation;
  const result = readValue(definition.keaType, bytes, judgement.family, { definitions, code: definition.code });
  if ('bytes' in result) return result;
  judgement.error('option-value-type', at, result.fault.what, result.fault.remedy);
  return undefined;
}

/** A text stands where bytes are expected. */
function rawMends(
  node: JsonNode,
  dataNode: JsonNode,
  { fields: [first], record }: KeaType,
  data: string,
): readonly Mend[] {
  const csvNode = node.field('csv-format');
  const isText =
    /^[\x20-\x7e]+$/.test(data) && !/['"\\,]/.test(data) && /[g-z]/i.test(data) && !/^(?:[0-9a-f]{2}){4}/i.test(data);
  if (record || !isText) return [];
  if (first === 'string' && csvNode) {
    return [replacing('Send it as the text that it is: "csv-format": true', csvNode.at, 'true')];
  }
  return first === 'binary' ? [replacing('Put it into single quotes', innerSpan(dataNode), `'${data}'`)] : [];
}

/** What an option holds, and one inside of it: Kea counts the code and length of both among the 255 bytes. */
const LONGEST = 253;
const LONGEST_INSIDE = 251;

/** What is too long for one option. */
function doubtLength(judgement: Judgement, value: OptionValue, length: number): void {
  const { name, code, space, definition, valueAt, nameAt } = value;
  const { mainSpace } = judgement.situation.definitions;
  const most = space === mainSpace ? LONGEST : LONGEST_INSIDE;
  if (length <= most) return;
  const { listsOf, options } = KEA_POLICY.uncut;
  const list = definition?.type?.kind === 'array' ? definition.type.of : undefined;
  const staysWhole =
    list?.every(({ kind }) => listsOf.includes(kind)) ||
    options.some((one) => one.space === space && one.code === code);
  const what = `The value has ${length} bytes; an option ${space === mainSpace ? '' : 'inside another one '}holds ${most}.`;
  if (!staysWhole) {
    judgement.warn(
      'option-value-type',
      valueAt ?? nameAt,
      what,
      'It is cut into several options of one code, which not every client joins again.',
      'Shorten it.',
    );
    return;
  }
  judgement.warn(
    'option-value-type',
    valueAt ?? nameAt,
    what,
    space === mainSpace
      ? `Kea cannot cut "${name}" in two: the message ends in front of it, and clients get no option from ${code} on.`
      : `Kea cannot cut "${name}" in two and comes to no end with it: clients wait for an answer.`,
    'Write fewer of them.',
  );
}

/** What goes out otherwise than it stands there. */
function doubtText(
  judgement: Judgement,
  node: JsonNode,
  definition: KeaDefinition,
  data: string,
  value: OptionValue,
): void {
  const { keaType } = definition;
  const dataNode = node.field('data');
  if (!keaType || keaType.special) return;
  const values = splitData(data);
  const at = dataNode ? innerSpan(dataNode) : value.nameAt;
  const [only] = keaType.fields;
  if (!keaType.array && !keaType.record && values.length > 1) {
    judgement.warn(
      'option-value-type',
      at,
      `A comma ends the value: "${values[0]?.trim()}" is sent, the rest is not.`,
      'Clients get less than what stands here.',
      only === 'string' ? 'Write \\\\, for a comma that is to be sent.' : 'Write one value.',
      {
        mends:
          only === 'string'
            ? [
                {
                  title: 'Send the commas too',
                  safe: false,
                  preferred: true,
                  edits: [{ at, newText: JSON.stringify(data.replace(/(?<!\\),/g, '\\,')).slice(1, -1) }],
                },
              ]
            : [],
      },
    );
  }
  if (only === 'string' && !keaType.record && /^(?:0x)?(?:[0-9a-f]{2}){4,}$/i.test(data) && /[a-f]/i.test(data)) {
    judgement.warn(
      'option-value-type',
      at,
      'These digits are sent as the text that they are, not as bytes.',
      'A client that expects bytes reads something else.',
      'Add "csv-format": false if bytes are meant.',
      {
        mends: [
          {
            title: 'Send them as bytes: add "csv-format": false',
            safe: false,
            preferred: true,
            edits: [csvFormatEdit(node, dataNode)],
          },
        ],
      },
    );
  }
  if (keaType.array && values.length === 0) {
    judgement.warn(
      'option-value-type',
      at,
      'The option is sent without any value.',
      'Clients get an empty list.',
      'Write at least one value.',
    );
  }
}
