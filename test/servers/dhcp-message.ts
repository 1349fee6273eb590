/** A DHCPv4 client: what it says of itself. Options not given are not sent. */
export interface DhcpClient {
  /** Option 60. */
  readonly vendorClass: string | null;
  /** Option 55, the parameter request list; `null`: the client sends none. */
  readonly request: readonly number[] | null;
  /** Its Ethernet address; without one it gets an address that no other client of the run has. */
  readonly mac?: string;
  /** Option 61, in hex. */
  readonly clientId?: string;
  /** Option 77. */
  readonly userClass?: string;
  /** Further options by code, in hex. */
  readonly options?: Readonly<Record<string, string>>;
}

export type MessageType = 'discover' | 'offer' | 'request' | 'ack' | 'nak' | 'release';

/** A server's answer: the options of RFC 2132 by code, in hex, in the order of their codes. */
export interface Reply {
  readonly type: MessageType;
  /** The address offered (yiaddr). */
  readonly address: string;
  readonly options: Readonly<Record<string, string>>;
  /** siaddr, sname and file without the zeros at their ends, in hex; the texts are empty where options went there. */
  readonly boot: { readonly server: string; readonly serverName: string; readonly file: string };
}

const TYPE_CODES: Readonly<Record<MessageType, number>> = {
  discover: 1,
  offer: 2,
  request: 3,
  ack: 5,
  nak: 6,
  release: 7,
};

const MESSAGE_TYPE = 53;
const OVERLOAD = 52;
const COOKIE = Buffer.from('63825363', 'hex');
const FIXED_LENGTH = 236;
const BROADCAST_MAC = Buffer.alloc(6, 0xff);

export interface Message {
  readonly type: MessageType;
  readonly transaction: number;
  readonly mac: string;
  readonly client: DhcpClient;
  /** What this message adds to the client's own options, by code, in hex. */
  readonly options?: Readonly<Record<string, string>>;
}

/** The Ethernet frame in which a client without an address broadcasts a message (RFC 2131, 4.1). */
export function frameOf(message: Message): Buffer {
  const bootp = bootpOf(message);
  const udp = Buffer.alloc(8);
  udp.writeUInt16BE(68, 0);
  udp.writeUInt16BE(67, 2);
  udp.writeUInt16BE(udp.length + bootp.length, 4);
  const ip = Buffer.from(['4510', '0000', '0000', '0000', '4011', '0000', '00000000', 'ffffffff'].join(''), 'hex');
  ip.writeUInt16BE(ip.length + udp.length + bootp.length, 2);
  ip.writeUInt16BE(checksum(ip), 10);
  return Buffer.concat([BROADCAST_MAC, macBytes(message.mac), Buffer.from('0800', 'hex'), ip, udp, bootp]);
}

function bootpOf({ type, transaction, mac, client, options }: Message): Buffer {
  const fixed = Buffer.alloc(FIXED_LENGTH);
  fixed.set([1, 1, 6, 0]);
  fixed.writeUInt32BE(transaction, 4);
  fixed.writeUInt16BE(0x8000, 10); // the broadcast flag: the client has no address to be reached at
  fixed.set(macBytes(mac), 28);
  const said = Buffer.concat([
    COOKIE,
    option(MESSAGE_TYPE, Buffer.of(TYPE_CODES[type])),
    ...(client.vendorClass === null ? [] : [option(60, Buffer.from(client.vendorClass, 'latin1'))]),
    ...(client.request === null ? [] : [option(55, Buffer.from(client.request))]),
    ...(client.clientId === undefined ? [] : [option(61, Buffer.from(client.clientId, 'hex'))]),
    ...(client.userClass === undefined ? [] : [option(77, Buffer.from(client.userClass, 'latin1'))]),
    ...Object.entries({ ...client.options, ...options }).map(([code, hex]) =>
      option(Number(code), Buffer.from(hex, 'hex')),
    ),
    Buffer.of(255),
  ]);
  const padding = Buffer.alloc(Math.max(0, 300 - fixed.length - said.length)); // BOOTP's smallest size, RFC 951
  return Buffer.concat([fixed, said, padding]);
}

/** The reply in a frame and the transaction that it answers; `null` for whatever else goes over the wire. */
export function replyOf(frame: Buffer): { readonly transaction: number; readonly reply: Reply } | null {
  if (frame.length < 34 || frame.readUInt16BE(12) !== 0x0800 || frame.readUInt8(23) !== 17) return null;
  const udp = frame.subarray(14 + (frame.readUInt8(14) & 15) * 4);
  if (udp.length < 8 || udp.readUInt16BE(0) !== 67 || udp.readUInt16BE(2) !== 68) return null;
  const bootp = udp.subarray(8, udp.readUInt16BE(4));
  if (!bootp.subarray(FIXED_LENGTH, FIXED_LENGTH + 4).equals(COOKIE)) return null;
  const options = optionsOf(bootp);
  const code = options.get(MESSAGE_TYPE)?.[0];
  const type = Object.entries(TYPE_CODES).find(([, typeCode]) => typeCode === code)?.[0] as MessageType | undefined;
  if (type === undefined) return null;
  return {
    transaction: bootp.readUInt32BE(4),
    reply: {
      type,
      address: [...bootp.subarray(16, 20)].join('.'),
      options: Object.fromEntries([...options].map(([number, value]) => [number, value.toString('hex')])),
      boot: bootOf(bootp, options.get(OVERLOAD)?.[0] ?? 0),
    },
  };
}

function bootOf(bootp: Buffer, overload: number): Reply['boot'] {
  const text = (field: Buffer, isTaken: number): string =>
    isTaken ? '' : field.subarray(0, field.findLastIndex((byte) => byte !== 0) + 1).toString('hex');
  return {
    server: bootp.subarray(20, 24).toString('hex'),
    serverName: text(bootp.subarray(44, 108), overload & 2),
    file: text(bootp.subarray(108, 236), overload & 1),
  };
}

/** Parts of one code belong together (RFC 3396), also those that went into the file and sname fields (option 52). */
function optionsOf(bootp: Buffer): ReadonlyMap<number, Buffer> {
  const options = new Map<number, Buffer>();
  const read = (field: Buffer) => {
    for (let at = 0; at + 1 < field.length && field[at] !== 255; ) {
      const code = field.readUInt8(at);
      if (code === 0) {
        at += 1;
        continue;
      }
      const end = at + 2 + field.readUInt8(at + 1);
      options.set(code, Buffer.concat([options.get(code) ?? Buffer.alloc(0), field.subarray(at + 2, end)]));
      at = end;
    }
  };
  read(bootp.subarray(FIXED_LENGTH + 4));
  const overload = options.get(OVERLOAD)?.[0] ?? 0;
  if (overload & 1) read(bootp.subarray(108, 236));
  if (overload & 2) read(bootp.subarray(44, 108));
  return options;
}

function option(code: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.of(code, data.length), data]);
}

function macBytes(mac: string): Buffer {
  return Buffer.from(mac.replaceAll(':', ''), 'hex');
}

/** The Internet checksum (RFC 1071) over an even number of bytes. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += bytes.readUInt16BE(at);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16);
  return ~sum & 0xffff;
}
