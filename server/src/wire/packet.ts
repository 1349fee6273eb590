import { type Data, UNKNOWN } from './outcome.ts';

/** The first byte of every message from a client (RFC 951). */
const BOOT_REQUEST = 1;
const HARDWARE_TYPE = 1;
const HOPS = 3;
const CIADDR = 12;
const GIADDR = 24;
const CHADDR = 28;
const OPTIONS = 236;
const COOKIE = [0x63, 0x82, 0x53, 0x63];
/** BOOTP's smallest message; how long this one is, is not known beyond that. */
const LEAST = 300;

/** The fixed part of a client's message (RFC 2131, figure 1), where a client that has no address cannot but fill it in one way. */
export class Packet {
  readonly hardware: Uint8Array;
  readonly #mac: Uint8Array;

  constructor(mac: Uint8Array) {
    this.#mac = mac;
    this.hardware = Uint8Array.of(HARDWARE_TYPE, ...mac);
  }

  read(offset: bigint, length: bigint): Data {
    if (offset >= BigInt(LEAST) || length > BigInt(LEAST)) return UNKNOWN;
    const bytes: number[] = [];
    for (let at = Number(offset); at < Number(offset) + Number(length); at++) {
      const byte = this.#byteAt(at);
      if (byte === undefined) return UNKNOWN;
      bytes.push(byte);
    }
    return Uint8Array.from(bytes);
  }

  /** Undefined for what the client makes up, or what is not known of it. */
  #byteAt(at: number): number | undefined {
    if (at < HOPS) return [BOOT_REQUEST, HARDWARE_TYPE, this.#mac.length][at];
    if (at >= CIADDR && at < GIADDR) return 0;
    if (at >= CHADDR && at < OPTIONS) return this.#mac[at - CHADDR] ?? 0;
    return COOKIE[at - OPTIONS];
  }
}
