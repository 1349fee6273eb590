import type { TextEdit } from '../../model/problem.ts';
import type { Scope } from '../../model/scope.ts';
import { textOf } from '../../model/span.ts';
import type { LanguageWriter } from '../language.ts';
import { BuiltScope } from './built-scope.ts';
import { ahead, asEdits, intoLists, type ListAdditions, removalOf } from './insertion.ts';
import { quoted } from './json-string.ts';
import { entryOf, moveEntries } from './moving-entries.ts';
import { dataOf, definitionEntry, escapedData, escapedRaw, typeName, VENDOR_CODE } from './option-entries.ts';
import { carrySpace, globalMapOf } from './sub-option-carrier.ts';
import { describeOptionType } from './vocabulary/kea-type.ts';

/** How a Kea configuration says what a rule wants said. Values stand between the quotes that are there already. */
export const KEA_WRITER: LanguageWriter = {
  quoted: escapedData,
  // Where bytes are expected, a text stands in single quotes.
  textFor: ({ at }, text) => (/"csv-format"\s*:\s*false/.test(textOf(at)) ? escapedRaw(text) : escapedData(text)),
  integer: String,
  bytes: (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  typeName,
  testText: (text) => `'${text}'`,
  describeType: describeOptionType,
  vendorClassTest: (vendorClass) => `option[60].hex == '${vendorClass}'`,
  vendorClassTestFor: (test, vendorClass) =>
    textOf(test).startsWith('"') ? undefined : quoted(KEA_WRITER.vendorClassTest(vendorClass)).slice(1, -1),
  testForClass: undefined,
  sendSpace: (space, { scope }) => ({
    reason: `the list has no entry of option ${VENDOR_CODE} that holds the space`,
    title: `add the entry of option ${VENDOR_CODE}`,
    remedy: `Put the entry of option ${VENDOR_CODE} into the same list, with a definition of ${VENDOR_CODE} that encapsulates the space.`,
    edits: asEdits(carrySpace(space, scope)),
  }),
  moveBeside: moveEntries,
  testAlways: (scope) => {
    const node = scope instanceof BuiltScope ? scope.node : undefined;
    const word = node?.field('only-if-required') ?? node?.field('only-in-additional-list');
    return word && { at: word.at, newText: 'false' };
  },
  // Kea asks no configuration which options a client is to get: such a list is an option like others.
  withNumber: () => undefined,
  withoutNever: (value) => {
    const word = entryOf(value)?.field('never-send');
    return word && { at: word.at, newText: 'false' };
  },
  removal: (value) => {
    const entry = entryOf(value);
    return entry && removalOf(entry);
  },
  setForAll: ({ name, text }, { scope }) =>
    intoGlobal(scope, { 'option-data': [{ line: dataOf({ name, data: escapedData(text) }) }] }),
  addDefinition: (definition, { scope }) =>
    intoGlobal(scope, { 'option-def': [{ line: definitionEntry(definition) }] }),
};

function intoGlobal(scope: Scope, additions: ListAdditions): readonly TextEdit[] {
  const global = globalMapOf(scope);
  return asEdits((global && intoLists(global, additions, ahead)) ?? []);
}
