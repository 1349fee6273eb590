import { type Data, UNKNOWN } from './outcome.ts';

const HARDWARE_TYPE = 1;
const CHADDR = 28;
const OPTIONS = 236;
const COOKIE = [0x63, 0x82, 0x53, 0x63];
/** BOOTP's smallest message; how long this one is, is not known beyond that. */
const LEAST = 300;

/** The fixed part of a client's message (RFC 2131, figure 1), where a client that has no address cannot but fill it in one way. */
export class Packet {
  readonly hardware: Uint8Array;
  readonly #known = new Map<number, number>();

  constructor(mac: Uint8Array) {
    this.hardware = Uint8Array.of(HARDWARE_TYPE, ...mac);
    const put = (at: number, bytes: Iterable<number>) => {
      let index = at;
      for (const byte of bytes) this.#known.set(index++, byte);
    };
    put(0, [1, HARDWARE_TYPE, mac.length]);
    put(12, new Uint8Array(12));
    put(CHADDR, new Uint8Array(OPTIONS - CHADDR));
    put(CHADDR, mac);
    put(OPTIONS, COOKIE);
  }

  read(offset: bigint, length: bigint): Data {
    if (offset >= BigInt(LEAST) || length > BigInt(LEAST)) return UNKNOWN;
    const bytes: number[] = [];
    for (let at = Number(offset); at < Number(offset) + Number(length); at++) {
      const byte = this.#known.get(at);
      if (byte === undefined) return UNKNOWN;
      bytes.push(byte);
    }
    return Uint8Array.from(bytes);
  }
}
