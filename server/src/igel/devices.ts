import { type Client, describeClient } from '../wire/client.ts';
import { SERVER_CODE, TAG_CODE, VENDOR_CLASS, VENDOR_CODE } from './sub-options.ts';

/** A release of IGEL OS, such as 11.04.100, as numbers. */
export type Release = readonly number[];

/** How a release asks for its server, as far as that is documented (facts G1, V1, V2, V8, D4, N1). */
export type Age =
  /** 11.03.500 and before: option 224 alone. */
  | 'option-224'
  /** Some releases lie between 11.03.500 and 11.04.100; what they do is not documented. */
  | 'between'
  /** 11.04.100 and later 11: option 43 before 224. */
  | 'option-43'
  /** 12 before 12.7.6, which may misread option 43 while it registers. */
  | 'early-12'
  /** 12.7.6 up to 12.8.0. */
  | 'mended-12'
  /** 12.8.0 and later, which uses DNS to register, or as a fallback. */
  | 'late-12';

export interface Device {
  /** As it was named. */
  readonly version: string;
  readonly release: Release;
  readonly age: Age;
}

/** A version of every age that behaves differently and is documented. */
export const DEFAULT_FLEET: readonly string[] = ['11.03.500', '11.04.100', '12.7.5', '12.8.0'];

export const device = (version: string): Device => {
  const release = version.split('.').map(Number);
  return { version, release, age: ageOf(release) };
};

function ageOf(release: Release): Age {
  if (compareReleases(release, [11, 3, 500]) <= 0) return 'option-224';
  if (compareReleases(release, [11, 4, 100]) < 0) return 'between';
  if (compareReleases(release, [12]) < 0) return 'option-43';
  if (compareReleases(release, [12, 7, 6]) < 0) return 'early-12';
  return compareReleases(release, [12, 8, 0]) < 0 ? 'mended-12' : 'late-12';
}

/** Negative when `a` came before `b`; numbers that are left out count as 0. */
export function compareReleases(a: Release, b: Release): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a device is documented to look into option 43. */
export const readsVendorOption = ({ age }: Device): boolean => age !== 'option-224' && age !== 'between';

/** Assumed of all devices but for 224, which the old ones must ask for if the vendor's instructions are to work. */
const ASKED_FOR: readonly number[] = [1, 3, 6, 12, 15, SERVER_CODE, TAG_CODE];

/** The parameter request list that a device sends (fact V7); of releases between, that of the old ones is taken. */
export const requestOf = (one: Device): readonly number[] =>
  readsVendorOption(one) ? [1, 3, 6, 12, 15, VENDOR_CODE, SERVER_CODE, TAG_CODE] : ASKED_FOR;

/** Option 60 that a device sends (fact V1); undefined where it sends none, or another one than IGEL's. */
export const vendorClassOf = (one: Device): string | undefined => (readsVendorOption(one) ? VENDOR_CLASS : undefined);

/** The device as a DHCP client: one that no reservation and no address in the file fits, unless its own is given. */
export const clientOf = (one: Device, mac?: Uint8Array): Client =>
  describeClient({ vendorClass: vendorClassOf(one), request: requestOf(one), mac });
