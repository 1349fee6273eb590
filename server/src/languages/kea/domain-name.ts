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

/** Whether bytes are domain names in DNS wire form, one behind the other; pointers may only go back (RFC 1035, 4.1.4). */
export function areDomainNames(bytes: Uint8Array, several: boolean): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    if (length >= 0xc0) {
      const target = ((length & 0x3f) << 8) + (bytes[at + 1] ?? 0xffff);
      if (at + 1 >= bytes.length || target >= at) return false;
      at += 2;
    } else if (length > 63 || at + length >= bytes.length) {
      return false;
    } else {
      at += length + 1;
    }
    if (length === 0 && !several) return true;
    if (at === bytes.length) return length === 0 || length >= 0xc0;
  }
  return true;
}
