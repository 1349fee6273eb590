import type { DhcpClient } from '../../dhcp-message.ts';
import type { Dice } from '../dice.ts';
import type { GeneratedClient } from '../generated-client.ts';
import { CARDS, CLIENT_IDS } from './config.ts';
import { SENT, USER_CLASSES, VENDOR_CLASSES } from './vocabulary.ts';

const LISTS: readonly (readonly number[] | null)[] = [
  null,
  [],
  [1, 3, 6, 12, 15, 43, 224, 226],
  [224, 43],
  [1, 3, 6, 12, 15, 224, 226],
  [43, 43, 61, 82, 1, 3],
  [3, 1, 225, 227, 228, 229, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 43, 224, 226, 245],
  [66, 67, 119, 125, 81, 26, 42, 58, 59, 57, 224, 43],
];

/** Clients of which no two have the same address or identifier: a server remembers the ones that it has seen. */
export function generateClients(dice: Dice, count: number): GeneratedClient[] {
  const cards = [...CARDS];
  const ids = [...CLIENT_IDS];
  return Array.from({ length: count }, (_, index) => {
    const sent = dice.one(SENT);
    const options = {
      ...(sent !== undefined && { '230': sent }),
      ...(dice.once(5) && { '12': dice.one(['686f7374', '686f737400', '4c4142']) }),
      ...(dice.once(5) && {
        '43': dice.one(['010101', 'e00378797a', '0203414243', '01', '0101070203616263e00378797a']),
      }),
      ...(dice.once(12) && { '82': '0104616263640202aabb' }),
      ...(dice.once(6) && { '222': dice.one(['01034142430202ff00', '0101', '']) }),
      ...(dice.once(10) && { '57': dice.one(['05dc', '0240', '0300']) }),
      ...(dice.once(10) && { '51': dice.one(['00000064', '00100000', 'ffffffff']) }),
    };
    const known = dice.once(2) ? cards.pop() : undefined;
    const mac = known ?? `02:00:5e:20:00:${(16 + index).toString(16)}`;
    const clientId = dice.once(5) ? ids.pop() : undefined;
    const userClass = dice.one(USER_CLASSES);
    const client: DhcpClient = {
      vendorClass: dice.one(VENDOR_CLASSES),
      request: dice.one(LISTS),
      mac,
      ...(clientId !== undefined && { clientId }),
      ...(userClass !== undefined && { userClass }),
      options,
    };
    return { client, requests: dice.once(4) };
  });
}
