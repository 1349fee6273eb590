import type { OptionValue } from '../../model/option.ts';
import { printable } from '../../rules/vendor-bytes.ts';
import { quoted } from './markdown.ts';

const pairs = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

/** Code, length and value as bytes in code spans. */
export const wireBytes = (code: number, data: Uint8Array): string =>
  [[code], [data.length], [...data]]
    .filter((part) => part.length > 0)
    .map((part) => bytesAsCode(part))
    .join(' ');

export const bytesAsCode = (bytes: Iterable<number>): string => `\`${pairs(bytes)}\``;

/** How a value goes out, where its bytes are known beforehand. */
export function onTheWire(value: OptionValue | undefined): readonly string[] {
  if (value?.data.kind !== 'bytes' || value.code === undefined || value.data.bytes.length > 255) return [];
  const { bytes } = value.data;
  const text = printable(bytes);
  return [`*On the wire:* ${wireBytes(value.code, bytes)}${text === undefined ? '' : ` ${quoted(text)}`}`];
}
