/** What IGEL OS reads inside option 43 (facts V3, V5, T1), each with its name there. */
export const SUB_OPTIONS: ReadonlyMap<number, string> = new Map([
  [1, 'exclusive'],
  [224, 'igelrmserver'],
  [226, 'umsstructuretag'],
]);

/** The code of the UMS server's address, in the main space and inside option 43 alike (facts G1, V3). */
export const SERVER_CODE = 224;
export const TAG_CODE = 226;
export const EXCLUSIVE_CODE = 1;
/** The option that holds vendor options (RFC 2132 §8.4). */
export const VENDOR_CODE = 43;
/** What IGEL OS 11.04.100 and later say that they are, in option 60 (fact V1). */
export const VENDOR_CLASS = 'igel-dhcp-1';

export interface SubOption {
  readonly code: number;
  /** Where its code byte stands. */
  readonly start: number;
  readonly data: Uint8Array;
}

export interface DecodedSubOptions {
  readonly options: readonly SubOption[];
  /** Where the bytes stop being a sequence of code, length and value. */
  readonly fault:
    | { readonly kind: 'no-length'; readonly at: number }
    | {
        readonly kind: 'too-long';
        readonly at: number;
        readonly code: number;
        readonly length: number;
        readonly rest: number;
      }
    | undefined;
}

/** Option 43 as code, length and value in turn (RFC 2132 §8.4): 0 fills a gap, 255 ends the list. */
export function decodeSubOptions(bytes: Uint8Array): DecodedSubOptions {
  const options: SubOption[] = [];
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at] ?? 0;
    if (code === 0) {
      at++;
      continue;
    }
    if (code === 255) break;
    const length = bytes[at + 1];
    if (length === undefined) return { options, fault: { kind: 'no-length', at } };
    const rest = bytes.length - at - 2;
    if (length > rest) return { options, fault: { kind: 'too-long', at, code, length, rest } };
    options.push({ code, start: at, data: bytes.subarray(at + 2, at + 2 + length) });
    at += 2 + length;
  }
  return { options, fault: undefined };
}

/** The bytes of sub-options in the given order. A value of more than 255 bytes does not fit. */
export function encodeSubOptions(options: readonly { readonly code: number; readonly data: Uint8Array }[]): Uint8Array {
  return Uint8Array.from(options.flatMap(({ code, data }) => [code, data.length, ...data]));
}
