import { joinBytes } from './bytes.ts';
import type { Encoded } from './encode.ts';
import { type Data, UNKNOWN } from './outcome.ts';

const NO_CLIENT_UPDATE = 1;
const SERVER_UPDATE = 2;
const ENCODED = 3;
const RCODE1 = 4;
const RCODE2 = 5;
const FQDN = 8;

/** The Client FQDN option: flags, two result codes and a name (RFC 4702 §2). */
export function fqdnForm(read: (code: number) => Data): Data {
  const codes = [NO_CLIENT_UPDATE, SERVER_UPDATE, ENCODED, RCODE1, RCODE2, FQDN];
  const values = codes.map(read);
  if (values.includes(UNKNOWN)) return UNKNOWN;
  const [client, server, encoded, first, second, name] = values.map((value) =>
    value instanceof Uint8Array ? value : new Uint8Array(),
  );
  const flag = (value: Uint8Array | undefined, bit: number): number => (value?.[0] ? bit : 0);
  const flags = flag(client, 2) | flag(server, 1) | flag(encoded, 4);
  const head = Uint8Array.of(flags, first?.[0] ?? 0, second?.[0] ?? 0);
  if (!name || name.length === 0) return head;
  return joinBytes([head, flags & 4 ? inLabels(name) : name]);
}

/** A name with dots as labels, each led by its length (RFC 1035 §3.1). */
function inLabels(name: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < name.length; ) {
    let end = at;
    while (end < name.length && name[end] !== 0x2e && name[end] !== 0) end++;
    out.push(end - at, ...name.subarray(at, end));
    if (end === at) return Uint8Array.from(out);
    at = end + 1;
  }
  return Uint8Array.from([...out, 0]);
}

/** NetWare/IP options begin with one that says whether they are there at all (RFC 2242 §3). */
export function netwareForm(options: Encoded | null): Encoded {
  if (options === null) return { bytes: Uint8Array.of(1, 2, 1, 0), origins: [] };
  return {
    bytes: joinBytes([Uint8Array.of(2, 0), options.bytes]),
    origins: options.origins.map((origin) => ({ ...origin, start: origin.start + 2, end: origin.end + 2 })),
  };
}
