import { DHCPD } from '../../server/src/languages/dhcpd/language.ts';
import { DHCPD_POLICY as POLICY } from '../../server/src/languages/dhcpd/server-policy.ts';
import type { Language, ServerSettings } from '../../server/src/languages/language.ts';
import type { Model } from '../../server/src/model/model.ts';
import { loadParser } from '../../server/src/syntax/parser.ts';
import { fromHex, textOfBytes, toHex } from '../../server/src/wire/bytes.ts';
import { type Client, describeClient } from '../../server/src/wire/client.ts';
import { type MessageKind, type Reply, Server } from '../../server/src/wire/reply.ts';
import { OpenUnit } from '../../server/src/workspace/unit.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';

/** A language that a test reads files in, with its parser. */
export async function readingIn<F>(language: Language<F>) {
  const parser = await loadParser(grammarsOnDisk, language.syntax);
  return {
    /** What a file means; includes are found in `files`. */
    modelOf(text: string, files: Readonly<Record<string, string>> = {}, settings: ServerSettings = {}): Model {
      const path = language.mainFiles[0] ?? language.id;
      const unit = new OpenUnit(language, parser, { path, text }, { read: (name) => files[name] }, settings);
      unit.work();
      return unit.analysis.model;
    },
  };
}

const dhcpd = await readingIn(DHCPD);

/** What a dhcpd.conf means; includes are found in `files`. */
export const modelOf = dhcpd.modelOf;

/** The simulated server of a dhcpd.conf. */
export const serverOf = (text: string, files?: Readonly<Record<string, string>>): Server =>
  new Server(modelOf(text, files), POLICY);

/** A client as a test describes it; addresses, identifiers and options in hex. */
export interface ToldClient {
  readonly vendorClass?: string | null;
  readonly userClass?: string;
  readonly mac?: string;
  readonly clientId?: string;
  readonly request?: readonly number[] | null;
  readonly options?: Readonly<Record<string, string>>;
  readonly unknown?: readonly number[];
}

export function clientOf({ vendorClass, userClass, mac, clientId, request, options, unknown }: ToldClient): Client {
  return describeClient({
    vendorClass: vendorClass ?? undefined,
    userClass,
    mac: mac === undefined ? undefined : fromHex(mac),
    clientId: clientId === undefined ? undefined : fromHex(clientId),
    request: request ?? undefined,
    options: new Map(
      Object.entries(options ?? {}).map(([code, hex]) => [Number(code), fromHex(hex) ?? new Uint8Array()]),
    ),
    unknown,
  });
}

/** A device of IGEL OS 11.04.100 or later. */
export const DEVICE: ToldClient = { vendorClass: 'igel-dhcp-1', request: [1, 3, 6, 12, 15, 43, 224, 226] };

/** The reply to a client in one of the places of a dhcpd.conf, the first if nothing else is said. */
export const replyTo = (text: string, told: ToldClient, place = 0, message?: MessageKind): Reply =>
  replyFrom(serverOf(text), told, place, message);

/** The reply of a simulated server to a client in one of its places. */
export function replyFrom(server: Server, told: ToldClient, place = 0, message?: MessageKind): Reply {
  const where = server.places[place];
  if (!where) throw new RangeError(`the file has no place ${place}`);
  return server.reply(clientOf(told), where, message);
}

/** An option of a reply as text; undefined where it is not sent. */
export function textIn({ options }: Reply, code: number): string | undefined {
  const bytes = options?.get(code);
  return bytes && textOfBytes(bytes);
}

/** An option of a reply in hex; undefined where it is not sent. */
export function hexIn({ options }: Reply, code: number): string | undefined {
  const bytes = options?.get(code);
  return bytes && toHex(bytes);
}
