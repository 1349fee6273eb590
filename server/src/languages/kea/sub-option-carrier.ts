import type { Scope } from '../../model/scope.ts';
import { literal } from '../snippet-text.ts';
import { BuiltScope } from './built-scope.ts';
import { ahead, type Insertion, into, intoLists } from './insertion.ts';
import type { JsonNode } from './json-node.ts';
import { innerSpan } from './json-spans.ts';
import { quoted } from './json-string.ts';
import { dataOf, HEADER, VENDOR_CODE, vendorDefinitionEntry } from './option-entries.ts';

/**
 * What makes the options of a space go out inside option 43 from the list of a scope: a definition of 43 that holds the space, and the
 * entry of 43 beside them. A definition that is there and holds nothing, or a space that nobody fills, is put right. Nothing where the
 * space is a name of DHCP's own: what is in it belongs beside option 43.
 */
export function carrySpace(space: string, scope: Scope): readonly Insertion[] {
  const node = scope instanceof BuiltScope ? scope.node : undefined;
  const global = globalMapOf(scope);
  if (!node || !global || isMainSpaceElsewhere(space)) return [];
  const isClass = scope.kind === 'class';
  const own = (isClass ? definitionOf43(node) : undefined) ?? definitionOf43(global);
  const name = own?.textOf('name') ?? HEADER;
  const hasHeader = node.maps('option-data').some((entry) => isEntryOf43(entry, name));
  const header = hasHeader ? [] : [{ line: dataOf({ name }) }];
  const held = own?.textOf('encapsulate') ?? '';
  const holds = own ? held === space : space === STANDARD_SPACE;
  if (holds) return intoLists(node, { 'option-data': header }) ?? [];
  if (own && (held === '' || !isFilled(global, held))) {
    return [...(intoLists(node, { 'option-data': header }) ?? []), ...holding(own, space)];
  }
  const definition = [{ line: vendorDefinitionEntry(space) }];
  // A class has a definition of its own, so that option 43 of other vendors stays as it is.
  if (isClass) return intoLists(node, { 'option-def': definition, 'option-data': header }) ?? [];
  if (own) return [];
  return [
    ...(intoLists(node, { 'option-data': header }) ?? []),
    ...(intoLists(global, { 'option-def': definition }, ahead) ?? []),
  ];
}

/** Whether a space is DHCP's own under its name in other servers. */
export const isMainSpaceElsewhere = (space: string): boolean => /^dhcp$/i.test(space);

/** The space that option 43 holds where no file says otherwise. */
const STANDARD_SPACE = 'vendor-encapsulated-options-space';

/** The map of the whole server. */
export function globalMapOf(scope: Scope): JsonNode | undefined {
  let outer: Scope = scope;
  while (outer.parent) outer = outer.parent;
  return outer instanceof BuiltScope ? outer.node : undefined;
}

const isMainSpace = (entry: JsonNode): boolean => (entry.textOf('space') ?? 'dhcp4') === 'dhcp4';

const definitionOf43 = (map: JsonNode): JsonNode | undefined =>
  map.maps('option-def').find((entry) => entry.field('code')?.integer === VENDOR_CODE && isMainSpace(entry));

const isEntryOf43 = (entry: JsonNode, name: string): boolean =>
  isMainSpace(entry) && (entry.field('code')?.integer === VENDOR_CODE || entry.textOf('name') === name);

/** Whether the file defines options in a space. */
const isFilled = (global: JsonNode, space: string): boolean =>
  global.maps('option-def').some((entry) => entry.textOf('space') === space);

/** What makes a definition hold a space. */
function holding(definition: JsonNode, space: string): readonly Insertion[] {
  const encapsulate = definition.field('encapsulate');
  const type = definition.field('type');
  const asEmpty = type && type.text !== 'empty' ? [{ at: type.at, text: literal('"empty"') }] : [];
  const named = encapsulate
    ? [{ at: innerSpan(encapsulate), text: literal(quoted(space).slice(1, -1)) }]
    : into(definition, [{ line: `"encapsulate": ${quoted(space)}` }]);
  return [...asEmpty, ...named];
}
