import type { OptionValue } from '../../model/option.ts';
import { bigEndian, readBigEndian } from '../bytes.ts';
import { type Encoded, joinEncoded } from '../encode.ts';
import { decode } from './received-options.ts';
import { HEADER, type Parts, split, type Unsendable } from './splitting.ts';

/** Bytes of a vendor's number. */
const NUMBER = 4;

/** The vendor that the bytes of option 125 begin with; undefined for fewer bytes than its number has. */
export const vendorOf = (bytes: Uint8Array): number | undefined =>
  bytes.length < NUMBER ? undefined : readBigEndian(bytes.subarray(0, NUMBER), NUMBER);

/** The name of a vendor's option space. */
export const spaceOfVendor = (vendor: number): string => `vendor-${vendor}`;

/** What an entry for option 125 holds itself: its data may go on behind the vendor's number. */
export function ownVendorOptions(bytes: Uint8Array, value: OptionValue): ReadonlyMap<number, Parts> {
  const { space, code = 0 } = value;
  return new Map(
    decode(bytes.subarray(NUMBER + 1)).map((one) => [
      one.code,
      {
        parts: [{ bytes: one.bytes, origins: [{ start: 0, end: one.bytes.length, space, code, inner: false, value }] }],
        cut: false,
      },
    ]),
  );
}

/** Option 125 of a vendor, its options by their codes. Where they are too long for one, each goes out without the number. */
export function packVendorOptions(vendor: number, options: ReadonlyMap<number, Parts>): Encoded | Unsendable {
  const inside = [...options]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([code, { parts }]) => parts.map((encoded) => ({ code, encoded })));
  const length = inside.reduce((sum, { encoded }) => sum + HEADER + encoded.bytes.length, 0);
  const own = { bytes: Uint8Array.of(...bigEndian(vendor, NUMBER), length & 0xff), origins: [] };
  const insideIsCut = [...options.values()].some(({ cut }) => cut);
  const made = split({ own, held: null, inside, insideIsCut }, 0);
  return typeof made === 'object' ? joinEncoded(made.parts) : made;
}
