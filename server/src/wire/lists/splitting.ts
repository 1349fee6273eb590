import { type Encoded, joinEncoded, tagged } from '../encode.ts';

/** Bytes of an option's code and length, each of one byte. */
export const HEADER = 2;
const NARROW = { codeWidth: 1, lengthWidth: 1 };
/** What an option may hold; the server counts the header among the 255 bytes. */
const LONGEST = 253;

/**
 * Why an option cannot be written: at the outermost level the message ends in front of it, further inside the server looks for a way
 * to cut it that there is not, until it gives up.
 */
export type Unsendable = 'breaks-off' | 'endless';

export interface SubOption {
  readonly code: number;
  readonly encoded: Encoded;
}

/** What an option is made of. */
export interface Whole {
  /** Its own values, in front of the options inside it. */
  readonly own: Encoded;
  /** What is there to be cut: bytes that were given for it. Null where the server keeps no bytes but values. */
  readonly held: Encoded | null;
  /** By their codes; each is short enough by itself, or may not be cut. */
  readonly inside: readonly SubOption[];
  /** Whether one inside was cut. */
  readonly insideIsCut: boolean;
}

export interface Parts {
  /** One for each option that goes out, all with the same code. */
  readonly parts: readonly Encoded[];
  readonly cut: boolean;
}

/**
 * Cuts what is too long for one option into several of its code (RFC 3396), as LibDHCP::splitOptions4 does: the bytes that were given, then
 * an option for each one inside.
 *
 * @param depth how many options this one is inside of
 */
export function split({ own, held, inside, insideIsCut }: Whole, depth: number): Parts | Unsendable {
  const room = LONGEST - HEADER * depth;
  const length = own.bytes.length + inside.reduce((sum, { encoded }) => sum + HEADER + encoded.bytes.length, 0);
  if (inside.length > 0 && (insideIsCut || length > room)) {
    if (inside.some(({ encoded }) => HEADER + encoded.bytes.length > room)) return 'endless';
    const first = held && (held.bytes.length > room || length > room) ? chunks(held, room) : [];
    return { parts: [...first, ...inside.map(({ code, encoded }) => tagged(NARROW, code, encoded))], cut: true };
  }
  if (held && held.bytes.length > room) return { parts: chunks(held, room), cut: true };
  // Inside of another option it is that one which cannot be written then
  if (length > room && depth === 0) return 'breaks-off';
  const written = inside.map(({ code, encoded }) => tagged(NARROW, code, encoded));
  return { parts: [joinEncoded([own, ...written])], cut: false };
}

/** Pieces of at most `room` bytes; none of nothing. */
function chunks({ bytes, origins }: Encoded, room: number): readonly Encoded[] {
  const parts: Encoded[] = [];
  for (let at = 0; at < bytes.length; at += room) {
    const end = Math.min(at + room, bytes.length);
    parts.push({
      bytes: bytes.subarray(at, end),
      origins: origins.flatMap((one) =>
        one.end <= at || one.start >= end
          ? []
          : [{ ...one, start: Math.max(one.start, at) - at, end: Math.min(one.end, end) - at }],
      ),
    });
  }
  return parts;
}
