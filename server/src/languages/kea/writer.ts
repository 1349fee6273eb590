import type { TextEdit } from '../../model/problem.ts';
import type { Scope } from '../../model/scope.ts';
import { after, span } from '../../model/span.ts';
import type { LanguageWriter, NewDefinition } from '../language.ts';
import { BuiltScope } from './built-scope.ts';
import type { JsonNode } from './json-node.ts';

/** What stands between the quotes of a string. */
const inner = (text: string): string => JSON.stringify(text).slice(1, -1);

/** How a Kea configuration says what a rule wants said. Values stand between the quotes that are there already. */
export const KEA_WRITER: LanguageWriter = {
  quoted: (text) => inner(text.replace(/[\\,]/g, (character) => `\\${character}`)),
  integer: String,
  bytes: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  typeName: (type) => (type === 'text' ? 'string' : 'uint8'),
  vendorClassTest: (vendorClass) => `option[60].hex == '${vendorClass}'`,
  sendSpace: (space, { scope }) => {
    const list = scope instanceof BuiltScope ? scope.node?.field('option-data') : undefined;
    const global = globalMap(scope);
    const last = list?.children.at(-1);
    if (!last || !global) return [];
    const header = '{ "name": "vendor-encapsulated-options" }';
    const edits: TextEdit[] = [{ at: after(last.at), newText: `,${layoutBefore(last)}${header}` }];
    if (!global.maps('option-def').some((node) => node.textOf('encapsulate') === space)) {
      const definition = `{ "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": ${JSON.stringify(space)} }`;
      edits.push(insertInto(global, 'option-def', definition));
    }
    return edits;
  },
  setForAll: ({ name, text }, { scope }) => {
    const global = globalMap(scope);
    const data = JSON.stringify(text.replace(/[\\,]/g, (character) => `\\${character}`));
    return global ? [insertInto(global, 'option-data', `{ "name": ${JSON.stringify(name)}, "data": ${data} }`)] : [];
  },
  addDefinition: (definition, { scope }) => {
    const global = globalMap(scope);
    return global ? [insertDefinition(global, definition)] : [];
  },
};

function globalMap(scope: Scope): JsonNode | undefined {
  let outer: Scope = scope;
  while (outer.parent) outer = outer.parent;
  return outer instanceof BuiltScope ? outer.node : undefined;
}

function insertDefinition(global: JsonNode, { space, name, code, type }: NewDefinition) {
  const parts = [`"name": ${JSON.stringify(name)}`, `"code": ${code}`];
  if (space !== undefined) parts.push(`"space": ${JSON.stringify(space)}`);
  parts.push(`"type": "${type === 'text' ? 'string' : 'uint8'}"`);
  return insertInto(global, 'option-def', `{ ${parts.join(', ')} }`);
}

/** Adds an entry to a list of the whole server, which is made where there is none. */
function insertInto(global: JsonNode, key: string, entry: string): TextEdit {
  const list = global.field(key);
  const last = list?.children.at(-1);
  if (last) return { at: after(last.at), newText: `,${layoutBefore(last)}${entry}` };
  if (list?.kind === 'array') {
    const at = span(list.item.anchor, list.item.start + 1, list.item.start + 1);
    return { at, newText: ` ${entry} ` };
  }
  const [first] = global.children;
  if (!first) {
    const at = span(global.item.anchor, global.item.start + 1, global.item.start + 1);
    return { at, newText: ` "${key}": [ ${entry} ] ` };
  }
  const { head } = first;
  const at = span(head.anchor, head.start, head.start);
  return { at, newText: `"${key}": [ ${entry} ],${layoutBefore(first)}` };
}

/** The line break and indentation before an item that begins its line; a blank otherwise. */
function layoutBefore(node: JsonNode): string {
  const { anchor, start } = node.head;
  return /\r?\n[ \t]*$/.exec(anchor.text.slice(0, start))?.[0] ?? ' ';
}
