/** A text's bytes as Kea sends them: UTF-8. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Bytes written as hexadecimal digits, as Kea takes them where it expects no text (util/strutil.cc, decodeFormattedHexString): pairs
 * with colons or blanks between them, or digits without anything, after `0x` if wanted; an odd number of digits gets a zero before it.
 */
export function hexBytes(text: string): Uint8Array | undefined {
  const separator = text.includes(':') ? ':' : text.includes(' ') ? ' ' : undefined;
  if (separator !== undefined) {
    const parts = text.split(separator);
    if (!parts.every((part) => /^[0-9a-f]{1,2}$/i.test(part))) return undefined;
    return Uint8Array.from(parts, (part) => Number.parseInt(part, 16));
  }
  const digits = text.length > 2 && text.startsWith('0x') ? text.slice(2) : text;
  return plainHexBytes(digits.length % 2 === 1 ? `0${digits}` : digits);
}

/** Bytes as pairs of digits; white space between digits does not count. */
export function plainHexBytes(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The inside of a text in single quotes. */
export function singleQuoted(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith("'") && trimmed.endsWith("'")
    ? trimmed.slice(1, -1).trim()
    : undefined;
}
