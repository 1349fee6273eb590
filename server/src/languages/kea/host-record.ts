import type { Host, HostIdentifier } from '../../model/host.ts';
import { type Span, span } from '../../model/span.ts';
import { contains, parseAddress, showAddress } from './address.ts';
import { BuiltScope } from './built-scope.ts';
import { hexBytes, singleQuoted, utf8 } from './bytes.ts';
import type { Item } from './item.ts';
import { JsonNode } from './json-node.ts';
import { innerSpan } from './json-spans.ts';
import { judgeBoot } from './judge/boot.ts';
import { Judgement, type Situation } from './judge/judgement.ts';
import type { Subnet } from './judge/networks.ts';
import { judgeOptionData } from './judge/option-data.ts';
import { judgeMap } from './judge/structure.ts';
import { noteReplySteps } from './reply-steps.ts';
import { type KeaProblem, problemOfFault, REFUSED } from './report.ts';

const IDENTIFIERS4 = ['hw-address', 'duid', 'circuit-id', 'client-id', 'flex-id'];
const IDENTIFIERS6 = ['hw-address', 'duid', 'flex-id'];

/** What a reservation may give; one without any of these is refused. */
const RESOURCES = [
  'hostname',
  'ip-address',
  'ip-addresses',
  'prefixes',
  'next-server',
  'server-hostname',
  'boot-file-name',
  'option-data',
  'client-classes',
];

/** One reservation, judged by itself. */
export interface HostRecord extends Host {
  readonly item: Item;
  readonly scope: BuiltScope;
  readonly nameAt: Span;
  /** Kind and bytes of the identifier, so that no two reservations of a subnet have the same one. */
  readonly identifier: { readonly kind: string; readonly key: string; readonly at: Span } | undefined;
  /** Prefixes that are kept for the client, beside its addresses. */
  readonly prefixes: readonly { readonly text: string; readonly at: Span }[];
  /** Problems, values and unknown options of the reservation alone. */
  readonly judgement: Judgement;
  /** The classes that it puts its client into. */
  readonly givenClasses: readonly string[];
  /** Whether what it means depends on definitions or classes elsewhere. */
  readonly dependent: boolean;
}

/** Reads a whole reservation. `parent` finds the scope around it whenever it is asked for. */
export function readHost(
  item: Item,
  parent: () => BuiltScope | undefined,
  list: () => JsonNode | undefined,
  situation: Situation,
): HostRecord {
  const judgement = new Judgement(situation);
  const node = grown(item, list, judgement);
  judgeMap(judgement, node, `reservation${judgement.family}`);
  return readHostMap(judgement, node, parent);
}

/** Reads a reservation whose keys and kinds of values are judged already. */
export function readHostMap(judgement: Judgement, node: JsonNode, parent: () => BuiltScope | undefined): HostRecord {
  const { family, situation } = judgement;
  const dependent = node.fields.has('option-data') || node.fields.has('client-classes');
  // There are as many scopes as reservations: they hold their text only where something may be put into it.
  const scope = new BuiltScope(
    'host',
    'reservations',
    dependent ? node : undefined,
    node.opening,
    parent,
    node.textOf('hostname'),
  );
  judgeOptionData(judgement, node.maps('option-data'), scope, undefined);
  noteReplySteps(node, scope);
  judgeBoot(judgement, node, 'reservation');
  for (const element of node.field('client-classes')?.children ?? []) {
    if (element.text && !situation.hasClass(element.text)) {
      judgement.warn(
        'unknown-reference',
        innerSpan(element),
        `No class "${element.text}" is declared.`,
        'The reservation gives the client a class that does nothing.',
        'Declare it in "client-classes", or correct the name.',
      );
    }
  }
  const identifier = readIdentifier(judgement, node, family);
  const addresses = readAddresses(judgement, node, family);
  judgeResources(judgement, node);
  return {
    item: node.item,
    name: node.textOf('hostname'),
    nameAt: identifier?.at ?? node.opening,
    scope,
    identifiers: identifier?.model ? [identifier.model] : [],
    identifier,
    addresses,
    prefixes: (node.field('prefixes')?.children ?? []).flatMap((element) =>
      element.text === undefined ? [] : [{ text: element.text.trim(), at: innerSpan(element) }],
    ),
    looksUpAddress: false,
    group: undefined,
    judgement,
    givenClasses: (node.field('client-classes')?.children ?? []).flatMap(({ text }) => text ?? []),
    dependent,
  };
}

/** The tree of an item that stands in one piece. */
function grown(item: Item, parent: () => JsonNode | undefined, judgement: Judgement): JsonNode {
  const top = new JsonNode(item, parent);
  const fill = (node: JsonNode) => {
    for (const inner of node.item.items ?? []) {
      if (inner.kind === 'stray') continue;
      const child = new JsonNode(inner, node);
      node.children.push(child);
      fill(child);
    }
  };
  fill(top);
  for (const problem of textProblems(item)) judgement.tell(problem);
  return top;
}

/** What cannot be read of an item and of all that is in it. */
export function* textProblems({ faults, anchor, items }: Item): Generator<KeaProblem> {
  for (const fault of faults) yield problemOfFault(fault, anchor);
  for (const inner of items ?? []) yield* textProblems(inner);
}

function readIdentifier(judgement: Judgement, node: JsonNode, family: 4 | 6) {
  const kinds = family === 4 ? IDENTIFIERS4 : IDENTIFIERS6;
  const [first, second] = kinds.flatMap((kind) => node.field(kind) ?? []);
  if (!first) {
    const misspelt = node.children.some(({ kind }) => kind === 'include');
    if (!misspelt) {
      judgement.error(
        'incomplete-declaration',
        node.opening,
        'It is not said which client this reservation is for.',
        `Add one of ${kinds.map((kind) => `"${kind}"`).join(', ')}.`,
      );
    }
    return undefined;
  }
  if (second) {
    judgement.error(
      'duplicate',
      second.head,
      `A reservation has one identifier: "${first.key}" and "${second.key}" exclude each other.`,
      'Keep one of the two.',
      {
        related: [{ at: first.head, message: 'the other one' }],
      },
    );
  }
  const { text, key = '' } = first;
  if (text === undefined) return undefined;
  const at = innerSpan(first);
  const quotedText = singleQuoted(text);
  const bytes = quotedText === undefined || quotedText === '' ? hexBytes(text.trim()) : utf8(quotedText);
  if (!bytes || bytes.length === 0) {
    const dashes = /^[0-9a-f]{1,2}(?:[-.][0-9a-f]{1,2})+$/i.test(text);
    const meant = dashes ? text.replace(/[-.]/g, ':') : undefined;
    judgement.error(
      'parameter-value',
      at,
      text.trim() === ''
        ? `"${key}" is empty.`
        : `"${text}" is no ${key === 'hw-address' ? 'hardware address' : 'identifier'} that Kea can read.`,
      'Write pairs of hexadecimal digits with colons between them, or without anything.',
      {
        mends:
          meant === undefined
            ? []
            : [{ title: `Write ${meant}`, safe: true, preferred: true, edits: [{ at, newText: meant }] }],
      },
    );
    return undefined;
  }
  const limit = LIMITS[key] ?? 255;
  if (bytes.length > limit) {
    judgement.error(
      'parameter-value',
      at,
      `"${key}" has ${bytes.length} bytes; Kea takes ${limit} at most.`,
      'Shorten it.',
    );
  }
  if (key === 'hw-address' && bytes.length !== 6 && bytes.length <= limit) {
    judgement.warn(
      'parameter-value',
      at,
      `This hardware address has ${bytes.length} bytes; those of Ethernet have 6.`,
      'No device with a usual network card is found by it.',
      'Complete it.',
    );
  }
  const model = identifierOf(key, bytes, at);
  return { kind: key, key: `${key} ${[...bytes].map((byte) => byte.toString(16)).join(':')}`, at, model };
}

function identifierOf(key: string, bytes: Uint8Array, at: Span): HostIdentifier | undefined {
  switch (key) {
    case 'hw-address':
      return { kind: 'hardware', type: 1, address: bytes, at };
    case 'client-id':
    case 'duid':
      return { kind: key, bytes, at };
    case 'circuit-id':
      return { kind: 'circuit', bytes, at };
    case 'flex-id':
      return { kind: 'extension', bytes, at };
    default:
      return undefined;
  }
}

/** Bytes that an identifier may have. */
const LIMITS: Readonly<Record<string, number>> = { 'hw-address': 20, duid: 128 };

function readAddresses(
  judgement: Judgement,
  node: JsonNode,
  family: 4 | 6,
): { readonly family: 4 | 6; readonly address: bigint; readonly at: Span }[] {
  const fields = family === 4 ? [node.field('ip-address')] : (node.field('ip-addresses')?.children ?? []);
  const found: { readonly family: 4 | 6; readonly address: bigint; readonly at: Span }[] = [];
  for (const field of fields) {
    if (field?.text === undefined) continue;
    const at = innerSpan(field);
    const parsed = parseAddress(field.text);
    const isMulticast = parsed?.family === 6 && parsed.address >> 120n === 0xffn;
    const isNone = parsed?.family === 4 && (parsed.address === 0n || parsed.address === 0xffffffffn);
    if (parsed?.family !== family || isMulticast || isNone) {
      judgement.error(
        'parameter-value',
        at,
        `"${field.text}" is no IPv${family} address that a client can have.`,
        'Correct it.',
      );
      continue;
    }
    found.push({ family, address: parsed.address, at });
  }
  for (const prefix of node.field('prefixes')?.children ?? []) {
    if (prefix.text === undefined) continue;
    const [address = '', length = ''] = prefix.text.split('/');
    const bits = /^\d+$/.test(length) ? Number(length) : Number.NaN;
    if (parseAddress(address)?.family !== 6 || !(bits <= 128)) {
      judgement.error(
        'parameter-value',
        innerSpan(prefix),
        `"${prefix.text}" is no IPv6 prefix.`,
        'Write one such as 2001:db8:1::/64.',
      );
    }
  }
  return found;
}

function judgeResources(judgement: Judgement, node: JsonNode): void {
  const gives = RESOURCES.some((key) => {
    const field = node.field(key);
    if (!field) return false;
    if (field.kind === 'array') return field.children.length > 0;
    return field.text !== '' && field.text !== '0.0.0.0';
  });
  if (gives || node.children.length === 0 || node.children.some(({ kind }) => kind === 'broken' || kind === 'include'))
    return;
  judgement.error(
    'incomplete-declaration',
    span(node.opening.anchor, node.opening.start, node.opening.end),
    'This reservation gives its client nothing.',
    'Add an address, a host name, options or classes.',
  );
}

/** A reserved address must lie in its subnet. */
export function misplacedAddresses({ addresses }: HostRecord, subnet: Subnet | undefined): readonly KeaProblem[] {
  const { range, scope } = subnet ?? {};
  if (!range || !scope) return [];
  return addresses.flatMap(({ family, address, at }): KeaProblem[] =>
    contains(range, { family, address })
      ? []
      : [
          {
            rule: 'address-range',
            severity: 'error',
            at,
            what: `${showAddress(family, address)} is not in this subnet, which goes from ${showAddress(family, range.low)} to ${showAddress(family, range.high)}.`,
            hurts: REFUSED,
            remedy: 'Correct the address, or move the reservation to its subnet.',
            mends: [],
            related: [{ at: scope.at, message: 'the subnet' }],
          },
        ],
  );
}
