import { decodeSubOptions, EXCLUSIVE_CODE, SUB_OPTIONS } from '../igel/sub-options.ts';
import type { TextRange } from '../languages/editor.ts';
import type { Span } from '../model/span.ts';
import { endOf, startOf, textOf } from '../model/span.ts';
import { igelVendorBytes } from '../rules/igel-names.ts';
import { toHex } from '../wire/bytes.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { decodedTable, shownSubOption } from './igel/vendor-bytes-table.ts';

/** What hexadecimal digits say, to be shown behind them. */
export interface VendorHint {
  /** The digits. */
  readonly at: Span;
  /** `exclusive = 1 · 224 = "10.0.0.5"`. */
  readonly label: string;
  /** Markdown: byte by byte, and what is wrong. */
  readonly details: string;
}

/** What the hexadecimal values of option 43 for IGEL OS say, in a part of a file. */
export function vendorHints<F>({ analysis }: OpenUnit<F>, file: string, part: TextRange): readonly VendorHint[] {
  const hints: VendorHint[] = [];
  for (const { value, bytes } of igelVendorBytes(analysis.model)) {
    const at = value.valueAt;
    if (at?.anchor.file !== file || endOf(at) < part.start || startOf(at) > part.end) continue;
    if (isHex(textOf(at), bytes)) hints.push({ at, label: labelOf(bytes), details: decodedTable(bytes) });
  }
  return hints;
}

/** Whether a text writes just these bytes as hexadecimal digits, with or without signs between them. */
function isHex(text: string, bytes: Uint8Array): boolean {
  const digits = text.replace(/^["'\s]+|["'\s]+$/g, '').replace(/^0x/i, '');
  const pairs = /[^\da-f]/i.test(digits) ? digits.split(/[:\s,-]+/) : (digits.match(/..?/g) ?? []);
  const hex = pairs.map((pair) => pair.padStart(2, '0')).join('');
  return bytes.length > 0 && hex.toLowerCase() === toHex(bytes).toLowerCase();
}

function labelOf(bytes: Uint8Array): string {
  const { options, fault } = decodeSubOptions(bytes);
  const parts = options.map(({ code, data }) => {
    const name = code === EXCLUSIVE_CODE ? SUB_OPTIONS.get(code) : code;
    return `${name} = ${shownSubOption(code, data)}`;
  });
  return [...parts, ...(fault ? ['then it breaks off'] : [])].join(' · ');
}
