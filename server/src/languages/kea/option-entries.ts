import type { NewDefinition } from '../language.ts';
import { joined, type SnippetText } from '../snippet-text.ts';
import { quoted } from './json-string.ts';

export const VENDOR_CODE = 43;

/** The name of option 43, whose entry in a list makes the sub-options of that list go out. */
export const HEADER = 'vendor-encapsulated-options';

/** Kea's word for a type. */
export const typeName = (type: NewDefinition['type']): string => (type === 'text' ? 'string' : 'uint8');

/** An entry of an `option-def` list. */
export function definitionEntry({ space, name, code, type }: NewDefinition): string {
  const parts = [`"name": ${quoted(name)}`, `"code": ${code}`];
  if (space !== undefined) parts.push(`"space": ${quoted(space)}`);
  parts.push(`"type": ${quoted(typeName(type))}`);
  return `{ ${parts.join(', ')} }`;
}

/** The entry of an `option-def` list that makes option 43 hold the options of a space. */
export const vendorDefinitionEntry = (space: string): string =>
  `{ "name": ${quoted(HEADER)}, "code": ${VENDOR_CODE}, "type": "empty", "encapsulate": ${quoted(space)} }`;

/** An entry of an `option-data` list. `data` stands between quotes as it is: see `escapedData`. */
export function dataOf({
  name,
  space,
  data,
}: {
  readonly name: string;
  readonly space?: string | undefined;
  readonly data?: SnippetText | string;
}): SnippetText {
  return joined(
    `{ "name": ${quoted(name)}`,
    space === undefined ? '' : `, "space": ${quoted(space)}`,
    ...(data === undefined ? [] : [', "data": "', data, '"']),
    ' }',
  );
}

/** A text as it stands between the quotes of a value of type string: commas would end it (Kea's str::tokens). */
export const escapedData = (text: string): string => quoted(text.replace(/[\\,]/g, '\\$&')).slice(1, -1);

/** A text between the quotes of a value that is made of bytes: in single quotes, as it is. */
export const escapedRaw = (text: string): string => quoted(`'${text}'`).slice(1, -1);
