import { utf8 } from './bytes.ts';

/** A domain name in DNS wire form, or what is wrong with it. */
export function domainNameBytes(name: string): { readonly bytes: Uint8Array } | { readonly fault: string } {
  if (name === '') return { fault: 'it is empty' };
  if (name === '.' || name === '@') return { bytes: Uint8Array.of(0) };
  const whole = name.endsWith('.') ? name.slice(0, -1) : name;
  const bytes: number[] = [];
  for (const label of whole.split('.')) {
    const characters = utf8(label.replace(/\\(\d{3}|[\s\S])/g, (_, c: string) => (c.length === 3 ? '?' : c)));
    if (characters.length === 0) return { fault: 'two dots stand side by side, or one at the beginning' };
    if (characters.length > 63) return { fault: `"${label.slice(0, 20)}…" is longer than 63 characters` };
    bytes.push(characters.length, ...characters);
  }
  bytes.push(0);
  return bytes.length > 255 ? { fault: 'it is longer than 255 bytes' } : { bytes: Uint8Array.from(bytes) };
}

/**
 * A domain name in DNS wire form that begins at an offset, and how many bytes Kea gives it: one more than its text has characters, which is
 * too many for the root and for characters that are written with a backslash. Pointers back are taken before `start` only (RFC 1035, 4.1.4).
 *
 * @returns `end` is where the name itself ends; undefined where the bytes are none
 */
export function domainNameAt(
  bytes: Uint8Array,
  start: number,
): { readonly labels: readonly Uint8Array[]; readonly end: number; readonly size: number } | undefined {
  const labels: Uint8Array[] = [];
  let end: number | undefined;
  let earliest = start;
  for (let at = start; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    if (length >= 0xc0) {
      const target = ((length & 0x3f) << 8) + (bytes[at + 1] ?? 0);
      if (at + 1 >= bytes.length || target >= earliest) return undefined;
      end ??= at + 2;
      earliest = target;
      at = target;
      continue;
    }
    if (length > 63) return undefined;
    if (length === 0) {
      const text = labels.reduce((sum, label) => sum + 1 + shownLength(label), 0);
      return { labels, end: end ?? at + 1, size: Math.max(text, 1) + 1 };
    }
    if (at + length >= bytes.length) return undefined;
    labels.push(bytes.subarray(at + 1, at + 1 + length));
    at += length + 1;
  }
  return undefined;
}

/** Domain names one behind the other, without pointers; undefined where the bytes are none. */
export function withoutPointers(bytes: Uint8Array): Uint8Array | undefined {
  const names: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const name = domainNameAt(bytes, at);
    if (!name) return undefined;
    for (const label of name.labels) names.push(label.length, ...label);
    names.push(0);
    at = name.end;
  }
  return Uint8Array.from(names);
}

/** Characters of a label as DNS shows it: some with a backslash, others as one and three digits. */
function shownLength(label: Uint8Array): number {
  let length = 0;
  for (const byte of label) {
    if (byte <= 0x20 || byte >= 0x7f) length += 4;
    else length += '"().;\\@$'.includes(String.fromCharCode(byte)) ? 2 : 1;
  }
  return length;
}
