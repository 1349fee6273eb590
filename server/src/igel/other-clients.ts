import { VENDOR_CLASS } from './sub-options.ts';

/** The vendor classes that clients of others have, as networks have them; undefined for one that sends none. */
export const OTHER_CLIENTS: readonly (string | undefined)[] = [
  undefined,
  'MSFT 5.0',
  'PXEClient:Arch:00000:UNDI:002001',
  'udhcp 1.36.1',
];

/** What is nearly IGEL's: no client is known to send it, but a test that takes one for IGEL's would take others, too. */
export const NEAR_MISSES: readonly string[] = [`${VENDOR_CLASS}0`, `x${VENDOR_CLASS}`, VENDOR_CLASS.toUpperCase()];
