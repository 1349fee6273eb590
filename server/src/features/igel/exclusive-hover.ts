import type { Here } from './here.ts';
import type { IgelOption } from './thing.ts';
import { MAY_MISREAD_SERVER, newer, notDocumented, older, registrationTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const EXCLUSIVE_MEANING = 'option 43 alone counts';

/** exclusive (facts V3, V5, V6; outside of option 43 its code is the subnet mask's). */
export function exclusiveHover({ inside, value }: IgelOption, here: Here): readonly string[] {
  if (!inside) {
    return [
      'It has its meaning inside option 43 only. Outside, option 1 is the subnet mask: a client that gets this value for its mask loses its network.',
    ];
  }
  const rows = [
    older('does not look here'),
    newer(
      'leaves the options 224 and 226 outside of option 43 aside; without a 224 beside it in option 43 it gets no UMS from DHCP',
    ),
    MAY_MISREAD_SERVER,
  ];
  return [
    registrationTable(rows, here, value),
    ...onTheWire(value),
    'To switch it off, leave it out: its presence is said to count, so 0 may not be enough.',
    notDocumented('any other value than 1'),
  ];
}
