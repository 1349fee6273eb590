import { NO_BYTES } from './bytes.ts';

const asUnsigned = (value: bigint): bigint => BigInt.asUintN(64, value);

/** dhcp-eval(5) `substring`: an offset past the end gives no bytes, a length past it what is left. */
export function substring(bytes: Uint8Array, offset: bigint, length: bigint): Uint8Array {
  const from = asUnsigned(offset);
  if (from >= BigInt(bytes.length)) return NO_BYTES;
  const start = Number(from);
  const rest = bytes.length - start;
  const wanted = asUnsigned(length);
  return bytes.subarray(start, start + (wanted < BigInt(rest) ? Number(wanted) : rest));
}

/** The last bytes of a value, all of them where it is shorter. */
export function suffix(bytes: Uint8Array, length: bigint): Uint8Array {
  const wanted = asUnsigned(length);
  return wanted < BigInt(bytes.length) ? bytes.subarray(bytes.length - Number(wanted)) : bytes;
}

/** With the letters of ASCII changed, and nothing else. */
export function changeCase(bytes: Uint8Array, to: 'lower' | 'upper'): Uint8Array {
  const [first, last, step] = to === 'lower' ? [0x41, 0x5a, 32] : [0x61, 0x7a, -32];
  return bytes.map((byte) => (byte >= first && byte <= last ? byte + step : byte));
}

/** Blocks of `width` bytes in reverse order; null where they do not come out even, undefined for what would stop the server. */
export function reverse(bytes: Uint8Array, width: bigint): Uint8Array | null | undefined {
  const size = asUnsigned(width);
  if (size === 0n) return undefined;
  if (BigInt(bytes.length) % size !== 0n) return null;
  const block = Number(size);
  const reversed = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += block)
    reversed.set(bytes.subarray(bytes.length - i - block, bytes.length - i), i);
  return reversed;
}

/**
 * dhcp-eval(5) `binary-to-ascii`: numbers of 8, 16 or 32 bits as digits of a base up to 16. Null where the width is none of them or the
 * bytes do not come out even, undefined for what would stop the server.
 */
export function binaryToAscii(
  base: bigint,
  width: bigint,
  separator: Uint8Array,
  bytes: Uint8Array,
): Uint8Array | null | undefined {
  if (width !== 8n && width !== 16n && width !== 32n) return null;
  const size = Number(width) / 8;
  if (bytes.length % size !== 0) return null;
  const radix = Number(BigInt.asUintN(32, base));
  if (radix === 0) return bytes.length === 0 ? NO_BYTES : undefined;
  const text: number[] = [];
  for (let i = 0; i < bytes.length; i += size) {
    if (i > 0) text.push(...separator);
    let number = 0;
    for (let j = 0; j < size; j++) number = number * 256 + (bytes[i + j] ?? 0);
    text.push(...digits(number, radix));
  }
  return Uint8Array.from(text);
}

/** Digits in small letters, none at all for a base over 16; numbers that nearly fill 32 bits can get a nought in front (omapip/convert.c). */
function digits(number: number, radix: number): number[] {
  if (radix > 16) return [];
  let length = 1;
  for (let column = radix; number >= column; ) {
    length++;
    const next = (column * radix) % 2 ** 32;
    if (next <= column) break;
    column = next;
  }
  const text: number[] = [];
  for (let rest = number; text.length < length; rest = Math.floor(rest / radix)) text.unshift(digit(rest % radix));
  return text;
}

const digit = (value: number): number => value.toString(16).charCodeAt(0);
