import type { OptionValue } from '../../model/option.ts';
import { bigEndian, readBigEndian } from '../bytes.ts';
import { type Encoded, joinEncoded, tagged } from '../encode.ts';
import { decode } from './received-options.ts';

/** Bytes of a vendor's number. */
const NUMBER = 4;
const NARROW = { codeWidth: 1, lengthWidth: 1 };

/** The vendor that the bytes of option 125 begin with; undefined for fewer bytes than its number has. */
export const vendorOf = (bytes: Uint8Array): number | undefined =>
  bytes.length < NUMBER ? undefined : readBigEndian(bytes.subarray(0, NUMBER), NUMBER);

/** The name of a vendor's option space. */
export const spaceOfVendor = (vendor: number): string => `vendor-${vendor}`;

export interface VendorOption {
  readonly code: number;
  readonly encoded: Encoded;
}

/** What an entry for option 125 holds itself: its data may go on behind the vendor's number. */
export function ownVendorOptions(bytes: Uint8Array, value: OptionValue): readonly VendorOption[] {
  const { space, code = 0 } = value;
  return decode(bytes.subarray(NUMBER + 1)).map((one) => ({
    code: one.code,
    encoded: {
      bytes: one.bytes,
      origins: [{ start: 0, end: one.bytes.length, space, code, inner: false, value }],
    },
  }));
}

/** Option 125 of a vendor, its options by their codes. */
export function packVendorOptions(vendor: number, options: readonly VendorOption[]): Encoded {
  const inside = joinEncoded(
    options.toSorted((a, b) => a.code - b.code).map(({ code, encoded }) => tagged(NARROW, code, encoded)),
  );
  const head = { bytes: Uint8Array.of(...bigEndian(vendor, NUMBER), inside.bytes.length), origins: [] };
  return joinEncoded([head, inside]);
}
