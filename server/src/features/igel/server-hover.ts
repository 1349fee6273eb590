import type { IgelOption } from './thing.ts';
import { MAY_MISREAD, NEWER, notDocumented, OLDER, REGISTRATION, versionTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const SERVER_MEANING = 'the UMS that a device registers at';

/** igelrmserver, outside of option 43 or in it (facts G1, G2, V2 to V5, V8, N1). */
export function serverHover({ inside, value }: IgelOption): readonly string[] {
  const rows = inside
    ? [
        { versions: OLDER, does: 'does not look here: it needs option 224 outside of option 43' },
        { versions: NEWER, does: 'registers at this address; it counts before option 224 outside of option 43' },
        MAY_MISREAD,
      ]
    : [
        { versions: OLDER, does: 'registers at this address; of all DHCP options it reads no other one for this' },
        {
          versions: NEWER,
          does: 'registers at this address, unless option 43 brings a 224 of its own or says `exclusive`',
        },
      ];
  return [
    versionTable(rows),
    ...wire(value),
    'It is the text of the IP address, not its four bytes.',
    notDocumented('host names, ports and several addresses in 224'),
    REGISTRATION,
  ];
}

const wire = (value: Parameters<typeof onTheWire>[0]): readonly string[] => {
  const text = onTheWire(value);
  return text === undefined ? [] : [text];
};
