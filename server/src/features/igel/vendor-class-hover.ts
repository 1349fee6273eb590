import { VENDOR_CLASS } from '../../igel/sub-options.ts';
import { newer, notDocumented, older, versionTable } from './versions.ts';

export const VENDOR_CLASS_MEANING = 'by which a client says of which make it is';

/** Option 60 (fact V1). */
export function vendorClassHover(): readonly string[] {
  const rows = [older(`none, or another one than \`${VENDOR_CLASS}\` (assumed)`), newer(`\`${VENDOR_CLASS}\``)];
  return [
    versionTable(rows, 'sends'),
    'A class for IGEL OS compares it with exactly these letters: a part of them, or `exists`, lets other makes in.',
    notDocumented('what 11.03.500 and lower send'),
  ];
}
