import type { OptionValue } from '../model/option.ts';
import { type Span, span, textOf } from '../model/span.ts';

/** The digits of the bytes `from` to `to` (exclusive) in a value that is written as hexadecimal bytes; the whole value otherwise. */
export function bytesAt(value: OptionValue, from: number, to: number): Span {
  const { valueAt } = value;
  if (!valueAt) return value.nameAt;
  const digits = [...textOf(valueAt).matchAll(/[0-9a-f]+/gi)];
  const written = textOf(valueAt);
  if (!/^[0-9a-f]{1,2}(?:\s*:\s*[0-9a-f]{1,2})*$/i.test(written.trim())) return valueAt;
  const first = digits[Math.min(from, digits.length - 1)];
  const last = digits[Math.min(to, digits.length) - 1] ?? first;
  if (!first || !last) return valueAt;
  return span(valueAt.anchor, valueAt.start + first.index, valueAt.start + last.index + last[0].length);
}

/** Bytes as people write them: two hexadecimal digits each, with colons. */
export const hex = (bytes: Uint8Array | readonly number[]): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');

/** Bytes as a text if they are one. */
export function printable(bytes: Uint8Array): string | undefined {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32 && byte < 127)
    ? new TextDecoder().decode(bytes)
    : undefined;
}
