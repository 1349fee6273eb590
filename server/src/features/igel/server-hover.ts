import type { Here } from './here.ts';
import type { IgelOption } from './thing.ts';
import { MAY_MISREAD_SERVER, newer, notDocumented, older, REGISTRATION, registrationTable } from './versions.ts';
import { onTheWire } from './wire-text.ts';

export const SERVER_MEANING = 'the UMS that a device registers at';

/** igelrmserver, outside of option 43 or in it (facts G1, G2, V2 to V5, V8, N1). */
export function serverHover({ inside, value }: IgelOption, here: Here): readonly string[] {
  const rows = inside
    ? [
        older('does not look here: it needs option 224 outside of option 43'),
        newer('registers at this address; it counts before option 224 outside of option 43'),
        MAY_MISREAD_SERVER,
      ]
    : [
        older('registers at this address; it looks into no other option of DHCP for it'),
        newer('registers at this address, unless option 43 brings a 224 of its own or says `exclusive`'),
      ];
  return [
    registrationTable(rows, here, value),
    ...onTheWire(value),
    'It is the text of the IP address, not its four bytes.',
    notDocumented('host names, ports and several addresses in 224'),
    REGISTRATION,
  ];
}
