import type { OptionValue } from '../../model/option.ts';
import { printable } from '../../rules/vendor-bytes.ts';

const pairs = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** A sub-option's or option's bytes: code and length, then the value, and the value as a text if it is one. */
export function wireText(code: number, data: Uint8Array): string {
  const head = `\`${pairs([code, data.length])}\``;
  const text = printable(data);
  return [head, ...(data.length > 0 ? [`\`${pairs(data)}\``] : []), ...(text === undefined ? [] : [quoted(text)])].join(
    ' ',
  );
}

export const quoted = (text: string): string => `"${escapeMarkdown(text)}"`;

export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>|#&]/g, '\\$&');

/** How a value goes out, where its bytes are known beforehand. */
export function onTheWire(value: OptionValue | undefined): string | undefined {
  if (value?.data.kind !== 'bytes' || value.code === undefined || value.data.bytes.length > 255) return undefined;
  return `*On the wire:* ${wireText(value.code, value.data.bytes)}`;
}
