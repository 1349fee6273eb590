import { serverTextFault } from '../../igel/server-text.ts';
import {
  type DecodedSubOptions,
  decodeSubOptions,
  EXCLUSIVE_CODE,
  SERVER_CODE,
  SUB_OPTIONS,
} from '../../igel/sub-options.ts';
import { printable } from '../../rules/vendor-bytes.ts';
import { quoted, table } from './markdown.ts';
import { bytesAsCode, wireBytes } from './wire-text.ts';

/** The bytes of option 43, each sub-option on a line: what it is, what it says and what is wrong with it. */
export function decodedTable(bytes: Uint8Array): string {
  const decoded = decodeSubOptions(bytes);
  const rows = decoded.options.map(({ code, data }) => [
    wireBytes(code, data),
    labelOf(code),
    shownValue(code, data),
    faultOf(code, data),
  ]);
  return table(['bytes', 'sub-option', 'value', ''], [...rows, ...rest(bytes, decoded)]);
}

const labelOf = (code: number): string => [code, SUB_OPTIONS.get(code)].filter((part) => part !== undefined).join(' ');

/** The value of a sub-option as Markdown. */
export const shownValue = (code: number, data: Uint8Array): string => shown(code, data, quoted);

/** The same as plain text. */
export const shownSubOption = (code: number, data: Uint8Array): string => shown(code, data, (text) => `"${text}"`);

function shown(code: number, data: Uint8Array, inQuotes: (text: string) => string): string {
  if (code === EXCLUSIVE_CODE && data.length === 1) return String(data[0]);
  const text = printable(data);
  return text === undefined ? `${data.length} byte${data.length === 1 ? '' : 's'}` : inQuotes(text);
}

/** What is wrong with a sub-option for IGEL OS; empty where nothing is. */
export function faultOf(code: number, data: Uint8Array): string {
  if (!SUB_OPTIONS.has(code)) return 'IGEL OS reads no such sub-option.';
  if (code === SERVER_CODE) return serverTextFault(data)?.what ?? '';
  if (code !== EXCLUSIVE_CODE) return '';
  if (data.length !== 1) return `It has ${data.length} bytes; one is expected.`;
  return data[0] === 1 ? '' : 'Only the value 1 is documented.';
}

/** What stands behind the sub-options: fillers, an end, and what is none. */
function rest(bytes: Uint8Array, { options, fault }: DecodedSubOptions): readonly (readonly string[])[] {
  const last = options.at(-1);
  const from = fault?.at ?? (last ? last.start + 2 + last.data.length : 0);
  const left = bytes.subarray(from);
  if (left.length === 0) return [];
  const shown = bytesAsCode(left);
  if (!fault) return [[shown, left.includes(255) ? '255 end' : '0 filler', '', '']];
  const what =
    fault.kind === 'no-length'
      ? 'The length and the value are missing.'
      : `The length says ${fault.length}, but ${fault.rest} bytes follow: from here on nothing can be read.`;
  return [[shown, labelOf(left[0] ?? 0), '', what]];
}
