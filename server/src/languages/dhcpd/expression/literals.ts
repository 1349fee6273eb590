/** The byte that dhcpd reads in hexadecimal digits (common/parse.c, convert_num); undefined where it refuses them. */
export function hexByte(digits: string): number | undefined {
  const [, minus, hex] = /^(-?)([0-9A-Fa-f]+)$/.exec(digits) ?? [];
  if (hex === undefined) return undefined;
  // It counts in 32 bits, and does not see what falls out above
  const value = Number.parseInt(hex.slice(-8), 16);
  if (minus === '-') return value > 128 ? undefined : (256 - value) % 256;
  return value > 255 ? undefined : value;
}

/** A number as C's atoi reads it: decimal, cut to 32 bits; the sign alone is 0. */
export function asInteger(text: string): number {
  const limit = 2n ** 63n;
  const exact = BigInt(text === '-' ? 0 : text);
  const held = exact >= limit ? limit - 1n : exact < -limit ? -limit : exact;
  return Number(BigInt.asIntN(32, held));
}
