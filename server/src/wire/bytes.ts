/** The empty value of a literal, which is a null pointer to the server and as such worse than one that came out empty. */
export const NO_BYTES: Uint8Array = new Uint8Array();

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The low bytes of a whole number, the highest of them first. */
export function bigEndian(value: number | bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = BigInt.asUintN(64, BigInt(value));
  for (let i = width - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** The number that the first `width` bytes make, the highest first. */
export function readBigEndian(bytes: Uint8Array, width: number): number {
  let value = 0;
  for (let i = 0; i < width; i++) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

export const toHex = (bytes: Uint8Array): string => {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
};

/** Hexadecimal digits, with or without colons between the bytes; undefined for anything else. */
export function fromHex(text: string): Uint8Array | undefined {
  const parts = text.includes(':') ? text.split(':') : (text.match(/../gs) ?? []);
  if (!text.includes(':') && text.length % 2 !== 0) return undefined;
  if (!parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) return undefined;
  return Uint8Array.from(parts, (part) => Number.parseInt(part, 16));
}

/** Text whose characters stand for one byte each, others in UTF-8. */
export function bytesOfText(text: string): Uint8Array {
  const plain = [...text].every((character) => (character.codePointAt(0) ?? 0) < 256);
  return plain ? Uint8Array.from(text, (character) => character.charCodeAt(0)) : new TextEncoder().encode(text);
}

/** Each byte as the character of that number. */
export const textOfBytes = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
