import { Refusal } from './reader.ts';

const ENCODER = new TextEncoder();

/**
 * A domain name as labels, each led by its length, closed by an empty one (RFC 1035 §3.1). A backslash takes the next character as it is.
 * Throws a refusal for an empty label, one of more than 63 bytes, or a name of more than 255.
 */
export function encodeDomainName(name: string, at: { readonly start: number; readonly end: number }): Uint8Array {
  const refuse = (what: string) =>
    new Refusal('option-value-type', at, what, 'Write a domain name such as example.org.');
  const labels: number[][] = [];
  let label: number[] = [];
  for (let i = 0; i < name.length; i++) {
    let character = name[i] ?? '';
    if (character === '.') {
      if (label.length === 0) {
        if (name === '.') return Uint8Array.of(0);
        throw refuse(`"${name}" has two dots with nothing between them.`);
      }
      labels.push(label);
      label = [];
      continue;
    }
    if (character === '\\') character = name[++i] ?? '';
    label.push(...ENCODER.encode(character));
  }
  if (label.length > 0) labels.push(label);
  const bytes: number[] = [];
  for (const part of labels) {
    if (part.length > 63) throw refuse(`"${name}" has a part of ${part.length} bytes; 63 is the most.`);
    bytes.push(part.length, ...part);
  }
  bytes.push(0);
  if (bytes.length > 255) throw refuse(`"${name}" is ${bytes.length} bytes long on the wire; 255 is the most.`);
  return Uint8Array.from(bytes);
}

/** Names one after the other; with `compressed` a tail that was written before becomes a pointer to it (RFC 1035 §4.1.4). */
export function joinDomainNames(names: readonly Uint8Array[], compressed: boolean): Uint8Array {
  const bytes: number[] = [];
  const seen = new Map<string, number>();
  for (const name of names) {
    let at = 0;
    while (at < name.length) {
      const tail = [...name.subarray(at)].map((byte) => String.fromCharCode(byte).toLowerCase()).join('');
      const length = name[at] ?? 0;
      const before = compressed && length > 0 ? seen.get(tail) : undefined;
      if (before !== undefined) {
        bytes.push(0xc0 | (before >> 8), before & 255);
        break;
      }
      if (length > 0 && bytes.length < 0x4000) seen.set(tail, bytes.length);
      bytes.push(...name.subarray(at, at + length + 1));
      at += length + 1;
    }
  }
  return Uint8Array.from(bytes);
}
