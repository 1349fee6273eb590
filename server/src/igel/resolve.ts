import type { Span } from '../model/span.ts';
import { toHex } from '../wire/bytes.ts';
import type { Reply } from '../wire/reply.ts';
import type { Silence } from '../wire/silence.ts';
import type { Device } from './devices.ts';
import { serverTextFault } from './server-text.ts';
import { decodeSubOptions, EXCLUSIVE_CODE, SERVER_CODE, VENDOR_CODE } from './sub-options.ts';

/** How a device comes to its server. */
export type Way = 'option 224' | 'option 43, sub-option 224' | 'DNS';

/** A step on the way, as a whole sentence, and the statement that it speaks of. */
export interface Reason {
  readonly text: string;
  readonly at: Span | undefined;
  /** What to do about it, as a sentence. */
  readonly remedy?: string;
}

export interface Resolution {
  /**
   * `server`: it registers there. `doubtful`: it may, or what decides is not documented for this release. `none`: it is told none.
   * `unknown`: what it is told cannot be known beforehand.
   */
  readonly outcome: 'server' | 'doubtful' | 'none' | 'unknown';
  /** Where it ends, or would. */
  readonly server: string | undefined;
  readonly way: Way | undefined;
  /** Whether option 43 keeps the device from looking at option 224. */
  readonly exclusive: boolean;
  /** What led there, in order. */
  readonly reasons: readonly Reason[];
}

/** The addresses that the name igelrmserver has in the zone that a device asks. */
export interface NameRecord {
  readonly addresses: readonly string[];
  readonly at: Span | undefined;
}

/** What a device makes of a reply (facts/V2 to V8), and of DNS where it is known what is said there (D3, D4, N1). */
export function resolve(device: Device, reply: Reply, dns?: NameRecord): Resolution {
  const told = byDhcp(device, reply);
  return dns && dns.addresses.length > 0 ? withDns(device, told, dns) : told;
}

function byDhcp(device: Device, reply: Reply): Resolution {
  switch (device.age) {
    case 'option-224':
      return byOption224(reply, []);
    case 'between': {
      const text = `What IGEL OS ${device.version} asks for is not documented: it lies between 11.03.500, which reads option 224, and 11.04.100, which reads option 43 too.`;
      const told = byOption224(reply, [{ text, at: undefined }]);
      return told.outcome === 'server' ? { ...told, outcome: 'doubtful' } : told;
    }
    case 'early-12':
      return mayMisread(device, byBoth(reply), reply);
    case 'option-43':
    case 'mended-12':
    case 'late-12':
      return byBoth(reply);
  }
}

/** Option 43 comes first. */
function byBoth(reply: Reply): Resolution {
  if (reply.options === null) return none([silenceOf(reply.silence)]);
  if (reply.unknown.includes(VENDOR_CODE)) return unknown(reply, VENDOR_CODE, []);
  const bytes = reply.options.get(VENDOR_CODE);
  if (bytes) return byOption43(reply, bytes);
  return byOption224(reply, [{ text: 'The reply has no option 43, so option 224 counts.', at: undefined }]);
}

/** What option 43 does not say is looked for in option 224, unless it says that nothing else counts. */
function byOption43(reply: Reply, bytes: Uint8Array): Resolution {
  const { options, fault } = decodeSubOptions(bytes);
  const dataOf = (code: number): Uint8Array | undefined => options.findLast((option) => option.code === code)?.data;
  const reasons: Reason[] = [];
  const at = placeOf(reply, VENDOR_CODE);
  if (fault) {
    const text = `Option 43 breaks off inside a sub-option (${toHex(bytes)}): what a device makes of it is not documented.`;
    reasons.push({ text, at });
  }
  const doubted = (resolution: Resolution): Resolution =>
    fault && resolution.outcome === 'server' ? { ...resolution, outcome: 'doubtful' } : resolution;
  const exclusive = dataOf(EXCLUSIVE_CODE);
  const server = dataOf(SERVER_CODE);
  if (server) {
    const beaten = reply.options?.has(SERVER_CODE) === true ? ', which beats option 224' : '';
    const place = placeOf(reply, VENDOR_CODE, SERVER_CODE);
    reasons.push({ text: `Option 43 holds sub-option 224${beaten}.`, at: place });
    return doubted({
      ...ended(server, 'option 43, sub-option 224', reasons, place),
      exclusive: exclusive !== undefined,
    });
  }
  if (!exclusive) {
    reasons.push({ text: 'Option 43 holds no sub-option 224, so option 224 counts.', at });
    return doubted(byOption224(reply, reasons));
  }
  return alone(reply, exclusive, reasons);
}

/** `exclusive` without a server beside it. */
function alone(reply: Reply, exclusive: Uint8Array, before: readonly Reason[]): Resolution {
  const at = placeOf(reply, VENDOR_CODE, EXCLUSIVE_CODE);
  if (exclusive.length === 1 && exclusive[0] === 1) {
    const text =
      'Option 43 says exclusive (sub-option 1) and names no server (sub-option 224): the device does not look at option 224 either.';
    return { ...none([...before, { text, at }]), exclusive: true };
  }
  const text = `Sub-option 1 of option 43 is ${toHex(exclusive) || 'empty'}. That it is there may be enough to keep the device from option 224: only the value 1 is documented.`;
  const other = byOption224(reply, [...before, { text, at }]);
  return { ...other, outcome: other.outcome === 'server' ? 'doubtful' : other.outcome, exclusive: true };
}

function byOption224(reply: Reply, before: readonly Reason[]): Resolution {
  if (reply.options === null) return none([...before, silenceOf(reply.silence)]);
  if (reply.unknown.includes(SERVER_CODE)) return unknown(reply, SERVER_CODE, before);
  const bytes = reply.options.get(SERVER_CODE);
  if (!bytes) return none([...before, { text: 'The reply has no option 224.', at: undefined }]);
  return ended(bytes, 'option 224', before, placeOf(reply, SERVER_CODE));
}

/** Only the text of an IPv4 address is documented (facts G2, N1). */
function ended(bytes: Uint8Array, way: Way, before: readonly Reason[], at: Span | undefined): Resolution {
  const name = way === 'option 224' ? 'Option 224' : 'Sub-option 224 of option 43';
  const server = new TextDecoder().decode(bytes);
  const fault = serverTextFault(bytes);
  const found = { server, way, exclusive: false } as const;
  switch (fault?.severity) {
    case undefined:
      return { outcome: 'server', ...found, reasons: [...before, { text: `${name} is "${server}".`, at }] };
    case 'information':
      return {
        outcome: 'server',
        ...found,
        reasons: [...before, { text: `${name} is "${server}"; only an IP address is documented.`, at }],
      };
    case 'warning':
      return {
        outcome: 'doubtful',
        ...found,
        reasons: [...before, { text: `${name} is doubtful. ${fault.what}`, at }],
      };
    case 'error':
      return none([...before, { text: `${name} is no use. ${fault.what}`, at }]);
  }
}

const none = (reasons: readonly Reason[]): Resolution => ({
  outcome: 'none',
  server: undefined,
  way: undefined,
  exclusive: false,
  reasons,
});

function unknown(reply: Reply, code: number, before: readonly Reason[]): Resolution {
  const text = `What option ${code} will hold cannot be told beforehand: it is worked out from what is not known here.`;
  return { ...none([...before, { text, at: reply.setBy(code)[0]?.at }]), outcome: 'unknown' };
}

/** Such a release is safe only where it would end at the same server without option 43 (fact V8). */
function mayMisread(device: Device, told: Resolution, reply: Reply): Resolution {
  const without = byOption224(reply, []);
  if (told.outcome !== 'server' || (without.outcome === 'server' && without.server === told.server)) return told;
  const text = `IGEL OS ${device.version} may misread option 43 while it registers (mended in 12.7.6 and 12.8.0), and option 224 does not name the same server.`;
  return { ...told, outcome: 'doubtful', reasons: [...told.reasons, { text, at: undefined }] };
}

function withDns(device: Device, told: Resolution, { addresses, at }: NameRecord): Resolution {
  const names = addresses.join(', ');
  const also = (text: string): readonly Reason[] => [...told.reasons, { text, at }];
  if (told.server !== undefined && addresses.includes(told.server)) {
    return { ...told, reasons: also(`DNS names the same server for igelrmserver (${names}).`) };
  }
  if (told.outcome === 'none') {
    const reasons = also(`DNS names ${names} for igelrmserver.`);
    return { ...told, outcome: 'server', server: addresses[0], way: 'DNS', reasons };
  }
  const differs = `DNS names ${names} for igelrmserver, DHCP ${told.server ?? 'something that is not known'}.`;
  switch (device.age) {
    case 'option-224':
    case 'between':
    case 'option-43': {
      const reasons = also(`${differs} UMS 6.04 documents that DNS is asked first.`);
      return { ...told, outcome: 'doubtful', server: addresses[0], way: 'DNS', reasons };
    }
    case 'early-12':
    case 'mended-12':
      return {
        ...told,
        outcome: 'doubtful',
        reasons: also(`${differs} Which of both counts is not documented for this release.`),
      };
    case 'late-12':
      return {
        ...told,
        outcome: 'doubtful',
        reasons: also(`${differs} This release uses DNS only to register, or where it has no other address.`),
      };
  }
}

/** The statement that an option's bytes, or those of a sub-option of it, come from. */
export function placeOf(reply: Reply, code: number, inner?: number): Span | undefined {
  const origins = reply.origins.get(code) ?? [];
  const found = inner === undefined ? undefined : origins.find((origin) => origin.inner && origin.code === inner);
  return (found ?? origins.find(({ value }) => value))?.value?.at;
}

const SILENCES: Readonly<Record<Silence['reason'], string>> = {
  'no-address': 'The server stays silent: this place has no addresses to give.',
  'not-permitted': 'The server stays silent: the pool is not for this client.',
  'unknown-client': 'The server stays silent: unknown clients are denied.',
  'booting-denied': 'The server stays silent: booting is denied.',
  waits: 'The server stays silent until the client has asked for some seconds (min-secs).',
  'no-such-space': 'The server stays silent: the site option space that is set does not exist.',
  dropped: 'The server stays silent: the device is in a class whose clients are dropped.',
  fails: 'The server stays silent: it fails over a setting of this file whenever it is asked.',
  malformed: 'The server drops what this client sends: its client identifier is empty.',
};

const silenceOf = (silence: Silence | undefined): Reason => ({
  text: silence ? SILENCES[silence.reason] : 'The server stays silent.',
  at: silence?.at,
});
