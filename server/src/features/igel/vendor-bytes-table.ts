import { serverTextFault } from '../../igel/server-text.ts';
import {
  type DecodedSubOptions,
  decodeSubOptions,
  EXCLUSIVE_CODE,
  SERVER_CODE,
  SUB_OPTIONS,
  type SubOption,
} from '../../igel/sub-options.ts';
import { hex, printable } from '../../rules/vendor-bytes.ts';
import { quoted } from './wire-text.ts';

/** The bytes of option 43, each sub-option on a line: what it is, what it says and what is wrong with it. */
export function decodedTable(bytes: Uint8Array): string {
  const decoded = decodeSubOptions(bytes);
  const lines = [...decoded.options.map(lineOf), ...rest(bytes, decoded)];
  return ['| bytes | sub-option | value | |', '|---|---|---|---|', ...lines].join('\n');
}

function lineOf({ code, data }: SubOption): string {
  const name = SUB_OPTIONS.get(code);
  const bytes = [[code], [data.length], [...data]]
    .filter((part) => part.length > 0)
    .map((part) => `\`${spaced(part)}\``);
  return row(
    bytes.join(' '),
    `${code}${name === undefined ? '' : ` ${name}`}`,
    shownValue(code, data),
    faultOf(code, data),
  );
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const spaced = (bytes: readonly number[]): string => hex(bytes).replaceAll(':', ' ');

function shownValue(code: number, data: Uint8Array): string {
  if (code === EXCLUSIVE_CODE && data.length === 1) return String(data[0]);
  const text = printable(data);
  return text === undefined ? `${data.length} bytes` : quoted(text);
}

function faultOf(code: number, data: Uint8Array): string {
  if (!SUB_OPTIONS.has(code)) return 'IGEL OS reads no such sub-option';
  if (code === SERVER_CODE) return serverTextFault(data)?.what ?? '';
  if (code !== EXCLUSIVE_CODE) return '';
  if (data.length !== 1) return `It has ${data.length} bytes; one is expected.`;
  return data[0] === 1 ? '' : 'Only the value 1 is documented.';
}

/** What stands between and behind the sub-options: fillers, an end, and what is none. */
function rest(bytes: Uint8Array, { options, fault }: DecodedSubOptions): readonly string[] {
  const last = options.at(-1);
  const from = fault?.at ?? (last ? last.start + 2 + last.data.length : 0);
  const left = [...bytes.subarray(from)];
  if (left.length === 0) return [];
  const shown = `\`${spaced(left)}\``;
  if (!fault) return [row(shown, left.includes(255) ? '255 end' : '0 filler', '', '')];
  const name = SUB_OPTIONS.get(left[0] ?? 0);
  const label = `${left[0]}${name === undefined ? '' : ` ${name}`}`;
  if (fault.kind === 'no-length') return [row(shown, label, '', 'The length and the value are missing.')];
  return [
    row(
      shown,
      label,
      '',
      `The length says ${fault.length}, but ${fault.rest} bytes follow: nothing from here on can be read.`,
    ),
  ];
}
