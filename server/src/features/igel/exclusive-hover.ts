import type { IgelOption } from './thing.ts';
import { MAY_MISREAD, NEWER, notDocumented, OLDER, versionTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const EXCLUSIVE_MEANING = 'option 43 alone counts';

/** exclusive (facts V3, V5, V6; outside of option 43 its code is the subnet mask's). */
export function exclusiveHover({ inside, value }: IgelOption): readonly string[] {
  if (!inside) {
    return [
      'It has its meaning inside option 43 only. Outside, option 1 is the subnet mask: a client that gets this value for its mask loses its network.',
    ];
  }
  const wire = onTheWire(value);
  return [
    versionTable([
      { versions: OLDER, does: 'does not look here' },
      {
        versions: NEWER,
        does: 'leaves the options 224 and 226 outside of option 43 aside. Without a 224 beside it in option 43 it gets no UMS from DHCP',
      },
      MAY_MISREAD,
    ]),
    ...(wire === undefined ? [] : [wire]),
    'To switch it off, leave it out: its presence is said to count, so 0 may not be enough.',
    notDocumented('any other value than 1'),
  ];
}
