import type { IgelOption } from './thing.ts';
import { MAY_MISREAD, NEWER, notDocumented, OLDER, REGISTRATION, versionTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const TAG_MEANING = 'the structure tag that sorts a device into a folder of the UMS';

/** umsstructuretag (facts T1, V3 to V5). */
export function tagHover({ inside, value }: IgelOption): readonly string[] {
  const rows = inside
    ? [
        { versions: OLDER, does: 'does not look here' },
        { versions: NEWER, does: 'takes this tag; it counts before option 226 outside of option 43' },
        MAY_MISREAD,
      ]
    : [
        { versions: OLDER, does: 'takes this tag (assumed: no version is named for option 226)' },
        {
          versions: NEWER,
          does: 'takes this tag, unless option 43 brings a 226 of its own or says `exclusive`',
        },
      ];
  const wire = onTheWire(value);
  return [
    versionTable(rows),
    ...(wire === undefined ? [] : [wire]),
    'The UMS compares the text with its rules for default folders when the device registers.',
    notDocumented(),
    REGISTRATION,
  ];
}
