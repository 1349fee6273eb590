/** Bytes of an enterprise number. */
const NUMBER = 4;

/**
 * The classes that a client or server names of a vendor (RFC 3925 and RFC 8415, 21.16): its number, then texts with their lengths before
 * them. DHCPv4 has the number before each text; Kea writes the first one before all of them.
 *
 * @returns what is sent; undefined where Kea refuses it
 */
export function vendorClasses(bytes: Uint8Array, family: 4 | 6): Uint8Array | undefined {
  if (bytes.length < NUMBER) return undefined;
  const number = bytes.subarray(0, NUMBER);
  const sent: number[] = [...number];
  const width = family === 4 ? 1 : 2;
  let at = NUMBER;
  while (at < bytes.length) {
    if (at > NUMBER && family === 4) {
      at += NUMBER;
      // Behind a further number Kea wants a text that is not empty
      if (at + 1 >= bytes.length) return undefined;
      sent.push(...number);
    }
    if (at + width > bytes.length) return undefined;
    const [high = 0, low = 0] = family === 4 ? [0, bytes[at]] : bytes.subarray(at, at + width);
    const end = at + width + high * 256 + low;
    if (end > bytes.length) return undefined;
    sent.push(...bytes.subarray(at, end));
    at = end;
  }
  return Uint8Array.from(sent);
}
