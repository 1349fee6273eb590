import * as v from 'valibot';
import { type Device, device as deviceOf, requestOf, vendorClassOf } from '../igel/devices.ts';
import { fromHex, toHex } from '../wire/bytes.ts';
import { type Client, describeClient } from '../wire/client.ts';
import { UsageError } from './arguments.ts';

/** A client that a simulation asks for. */
export interface AskedClient {
  /** As it was described, for the output to repeat. */
  readonly told: Readonly<Record<string, unknown>>;
  readonly client: Client;
  /** The device that it is, where its IGEL OS is told. */
  readonly device: Device | undefined;
}

/** What the options of the command line say of a client; `request` is null for one that sends no parameter request list. */
export interface ClientOptions {
  readonly vendorClass: string | undefined;
  readonly request: readonly number[] | null | undefined;
  readonly mac: Uint8Array | undefined;
}

/** A client that is not described by a version: it sends what is given and nothing else. */
export function clientOfOptions({ vendorClass, request = null, mac }: ClientOptions): AskedClient {
  const told = { vendorClass: vendorClass ?? null, request, ...(mac && { mac: showAddress(mac) }) };
  return { told, client: describeClient({ vendorClass, request: request ?? undefined, mac }), device: undefined };
}

/** A device of a release, with what the options say otherwise. */
export function deviceClient(version: string, options: ClientOptions): AskedClient {
  const device = deviceOf(version);
  const vendorClass = options.vendorClass ?? vendorClassOf(device);
  const request = options.request === undefined ? requestOf(device) : options.request;
  const asked = clientOfOptions({ vendorClass, request, mac: options.mac });
  return { ...asked, told: { ...asked.told, os: version }, device };
}

const HEX = v.pipe(
  v.string(),
  v.check((text) => fromHex(text) !== undefined, 'hexadecimal digits, two for each byte, belong here'),
);
const CODE = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));

const CLIENTS = v.array(
  v.object({
    vendorClass: v.nullish(v.string()),
    request: v.nullish(v.array(CODE)),
    os: v.optional(v.pipe(v.string(), v.regex(/^\d+(\.\d+)+$/, 'a version such as 11.04.100 belongs here'))),
    mac: v.optional(HEX),
    clientId: v.optional(HEX),
    userClass: v.optional(v.string()),
    options: v.optional(v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'an option’s code belongs here')), HEX)),
  }),
);

/** Reads the clients of a file. Throws a {@link UsageError} that names what is wrong with it. */
export function readClients(text: string, path: string): readonly AskedClient[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new UsageError(`${path}: not JSON`);
  }
  const read = v.safeParse(CLIENTS, content);
  if (!read.success) {
    const [issue] = read.issues;
    throw new UsageError(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const told: readonly unknown[] = Array.isArray(content) ? content : [];
  return read.output.map(({ vendorClass, request, os, mac, clientId, userClass, options = {} }, index) => ({
    told: told[index] as Readonly<Record<string, unknown>>,
    client: describeClient({
      vendorClass: vendorClass ?? undefined,
      request: request ?? undefined,
      mac: mac === undefined ? undefined : fromHex(mac),
      clientId: clientId === undefined ? undefined : fromHex(clientId),
      userClass,
      options: new Map(
        Object.entries(options).flatMap(([code, hex]) => {
          const bytes = fromHex(hex);
          return bytes ? [[Number(code), bytes]] : [];
        }),
      ),
    }),
    device: os === undefined ? undefined : deviceOf(os),
  }));
}

/** An Ethernet address, six bytes with or without colons between them. */
export function addressBytes(option: string, text: string): Uint8Array {
  const bytes = fromHex(text.replaceAll('-', ':'));
  if (bytes?.length === 6) return bytes;
  throw new UsageError(`${option} takes an Ethernet address such as 02:1e:10:00:00:01, not "${text}"`);
}

const showAddress = (mac: Uint8Array): string => (toHex(mac).match(/../g) ?? []).join(':');
