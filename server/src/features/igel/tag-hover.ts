import type { IgelOption } from './thing.ts';
import { MAY_MISREAD, newer, notDocumented, older, REGISTRATION, versionTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const TAG_MEANING = 'a text by which the UMS sorts devices into folders';

/** umsstructuretag (facts T1, V3 to V5). */
export function tagHover({ inside, value }: IgelOption): readonly string[] {
  const rows = inside
    ? [
        older('does not look here'),
        newer('takes this tag; it counts before option 226 outside of option 43'),
        MAY_MISREAD,
      ]
    : [
        older('takes this tag (assumed: no version is named for option 226)'),
        newer('takes this tag, unless option 43 brings a 226 of its own or says `exclusive`'),
      ];
  return [
    versionTable(rows),
    ...onTheWire(value),
    'Rules for default directories in the UMS compare it when a device registers.',
    notDocumented(),
    REGISTRATION,
  ];
}
