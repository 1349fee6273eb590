import { VENDOR_CLASS } from '../../igel/sub-options.ts';
import { NEWER, notDocumented, OLDER, versionTable } from './versions.ts';

export const VENDOR_CLASS_MEANING = 'how a client says of which make it is';

/** Option 60 (fact V1). */
export function vendorClassHover(): readonly string[] {
  return [
    versionTable(
      [
        { versions: OLDER, does: `assumed to send none, or another one than \`${VENDOR_CLASS}\`` },
        { versions: NEWER, does: `sends \`${VENDOR_CLASS}\`` },
      ],
      'says in it',
    ),
    `A class for IGEL OS compares it with exactly these letters: a part of them, or \`exists\`, lets other makes in.`,
    notDocumented(`what 11.03.500 and lower send`),
  ];
}
