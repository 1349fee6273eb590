import type { TextEdit } from '../../model/problem.ts';
import type { Scope } from '../../model/scope.ts';
import type { LanguageWriter } from '../language.ts';
import { BuiltScope } from './built-scope.ts';
import { ahead, asEdits, intoLists, type ListAdditions } from './insertion.ts';
import type { JsonNode } from './json-node.ts';
import { dataOf, definitionEntry, escapedData, HEADER, typeName, vendorDefinitionEntry } from './option-entries.ts';

/** How a Kea configuration says what a rule wants said. Values stand between the quotes that are there already. */
export const KEA_WRITER: LanguageWriter = {
  quoted: escapedData,
  integer: String,
  bytes: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  typeName,
  vendorClassTest: (vendorClass) => `option[60].hex == '${vendorClass}'`,
  sendSpace: (space, { scope }) => {
    const node = scope instanceof BuiltScope ? scope.node : undefined;
    const global = globalMap(scope);
    if (!node || !global) return [];
    const header = { 'option-data': [{ line: dataOf({ name: HEADER }) }] };
    const holds = (map: JsonNode) =>
      map.maps('option-def').some((definition) => definition.textOf('encapsulate') === space);
    if (holds(global) || holds(node)) return asEdits(intoLists(node, header) ?? []);
    const definition = { 'option-def': [{ line: vendorDefinitionEntry(space) }] };
    // A class has a definition of its own, so that option 43 of other vendors stays as it is.
    if (scope.kind === 'class') return asEdits(intoLists(node, { ...definition, ...header }) ?? []);
    return asEdits([...(intoLists(node, header) ?? []), ...(intoLists(global, definition, ahead) ?? [])]);
  },
  setForAll: ({ name, text }, { scope }) =>
    intoGlobal(scope, { 'option-data': [{ line: dataOf({ name, data: escapedData(text) }) }] }),
  addDefinition: (definition, { scope }) =>
    intoGlobal(scope, { 'option-def': [{ line: definitionEntry(definition) }] }),
};

function intoGlobal(scope: Scope, additions: ListAdditions): readonly TextEdit[] {
  const global = globalMap(scope);
  return asEdits((global && intoLists(global, additions, ahead)) ?? []);
}

/** The map of the whole server. */
function globalMap(scope: Scope): JsonNode | undefined {
  let outer: Scope = scope;
  while (outer.parent) outer = outer.parent;
  return outer instanceof BuiltScope ? outer.node : undefined;
}
