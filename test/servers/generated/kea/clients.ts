import type { Dice } from '../dice.ts';
import type { GeneratedClient } from '../generated-client.ts';
import { CARDS, CIRCUIT, CLIENT_IDS } from './config.ts';
import { USER_CLASSES, VENDOR_CLASSES } from './vocabulary.ts';

const LISTS: readonly (readonly number[] | null)[] = [
  null,
  [],
  [1, 3, 6, 12, 15, 43, 224, 226],
  [1, 3, 6, 12, 15, 43, 224, 226],
  [224, 43],
  [1, 3, 6, 12, 15, 224, 226],
  [43, 43, 61, 82, 1, 3, 12],
  [3, 1, 2, 28, 225, ...Array.from({ length: 27 }, (_, index) => 227 + index), 43, 224, 226],
  [66, 67, 119, 125, 124, 81, 26, 42, 58, 59, 51, 54, 57, 60, 21, 224, 43],
  [1, 2, 3, 4, 5, 6, 11, 12, 13, 15, 16, 17, 18, 43, 54, 60, 67, 125, 128, 129, 130, 131, 132, 133, 134, 135],
];

/** Option 124 and 125 of a vendor: an enterprise, and what the client says to it. */
const VENDOR_CLASS_OF_4711 = '000012670403616263';
const VENDOR_OPTIONS_OF_4711 = ['0000126705' + '0103' + '414243', '0000126704' + '01020102', '0000000903010178'];

/** Clients of which no two have the same address or identifier: a server remembers the ones that it has seen. */
export function generateKeaClients(dice: Dice, count: number): GeneratedClient[] {
  const cards = [...CARDS];
  const ids = [...CLIENT_IDS];
  const circuits = [CIRCUIT];
  return Array.from({ length: count }, (_, index) => {
    const vendorClass = dice.one(VENDOR_CLASSES);
    const circuit = dice.once(10) ? circuits.pop() : undefined;
    const isPxe = vendorClass?.startsWith('PXE') ?? false;
    const options = {
      ...(isPxe && { '93': '0007', '94': '010310', '97': '0000112233445566778899aabbccddeeff' }),
      ...(dice.once(4) && { '12': dice.one(['686f7374', '6c61622e6578616d706c65', '4c4142']) }),
      ...(dice.once(6) && { '43': dice.one(['010101', 'e00378797a', '0203414243', '010107e00378797a']) }),
      ...(dice.once(6) && { '124': VENDOR_CLASS_OF_4711 }),
      ...(dice.once(6) && { '125': dice.one(VENDOR_OPTIONS_OF_4711) }),
      ...(circuit !== undefined && { '82': `0104${circuit}0202aabb` }),
      ...(dice.once(10) && { '57': dice.one(['05dc', '0240', '0300']) }),
      ...(dice.once(8) && { '51': dice.one(['00000064', '00100000', 'ffffffff', '00000bb8']) }),
      ...(dice.once(6) && { '230': dice.one(['00000007', '0000ffff']) }),
    };
    const known = dice.once(2) ? cards.pop() : undefined;
    const mac = known ?? `02:00:5e:20:00:${(16 + index).toString(16)}`;
    const clientId = dice.once(4) ? ids.pop() : undefined;
    const userClass = dice.one(USER_CLASSES);
    return {
      client: {
        vendorClass,
        request: dice.one(LISTS),
        mac,
        ...(clientId !== undefined && { clientId }),
        ...(userClass !== undefined && { userClass }),
        options,
      },
      requests: dice.once(4),
    };
  });
}
