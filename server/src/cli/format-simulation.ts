import { refusalReason } from '../features/refusal.ts';
import { reasonText } from '../features/rollout-text.ts';
import type { Reason } from '../igel/resolve.ts';
import { SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { BootFields } from '../wire/boot-fields.ts';
import { textOfBytes, toHex } from '../wire/bytes.ts';
import { UNKNOWN, type Unknown } from '../wire/outcome.ts';
import type { Place } from '../wire/place.ts';
import { textOfPool, textOfSubnet } from '../wire/place-text.ts';
import type { Reply } from '../wire/reply.ts';
import { printable } from './code-frame.ts';
import type { AskedClient } from './simulated-clients.ts';
import type { SimulatedFile } from './simulated-file.ts';

const CODES = [VENDOR_CODE, SERVER_CODE, TAG_CODE];

/** One JSON object for each file, place and client, in that order. */
export function formatSimulation(files: readonly SimulatedFile[], clients: readonly AskedClient[]): string {
  const objects = files.flatMap((simulated) => {
    const { path, served, places } = simulated;
    return places.flatMap((place) =>
      clients.map(({ told, client, device }) => {
        const reply = served.reply(client, place);
        const end = device && served.tell(device, client, place);
        return {
          file: path,
          ...placeFields(place),
          client: told,
          options: optionsOf(reply),
          server: end?.told.server ?? null,
          via: end?.told.way ?? null,
          reasons: end ? shown(end.reasons, simulated) : null,
          unknown: CODES.filter((code) => reply.unknown.includes(code)).map(String),
        };
      }),
    );
  });
  return `${JSON.stringify(objects, undefined, 2)}\n`;
}

/** Reasons as sentences; that the server does not start comes before all of them. */
const shown = (reasons: readonly Reason[], { refusal, place }: SimulatedFile): readonly string[] =>
  [...(refusal ? [refusalReason(refusal)] : []), ...reasons].map((reason) => reasonText(reason, { place }));

function placeFields({ network, subnet, pool }: Place) {
  return {
    sharedNetwork: network.kind === 'shared-network' ? (network.name ?? '') : null,
    subnet: subnet?.network ? textOfSubnet(subnet.network) : null,
    pool: pool ? textOfPool(pool.range) : null,
  };
}

function optionsOf({ options }: Reply): Readonly<Record<string, string>> | null {
  if (options === null) return null;
  return Object.fromEntries(
    CODES.flatMap((code) => {
      const bytes = options.get(code);
      return bytes ? [[String(code), toHex(bytes)]] : [];
    }),
  );
}

/** What clients get that are not described by an IGEL OS: a line for each option, under the place and the client. */
export function formatReplies(files: readonly SimulatedFile[], clients: readonly AskedClient[]): string {
  return files
    .flatMap((simulated) => {
      const { path, served, places } = simulated;
      return places.flatMap((place) =>
        clients.map((asked) => {
          const reply = served.reply(asked.client, place);
          const { subnet, pool } = placeFields(place);
          const head = [path, subnet ?? 'anywhere', pool, JSON.stringify(asked.told)].filter(Boolean).join('  ');
          const end = asked.device && served.tell(asked.device, asked.client, place);
          const lines = [...linesOf(reply), ...shown(end?.reasons ?? [], simulated)];
          return [head, ...lines.map((line) => `  ${line}`), ''].join('\n');
        }),
      );
    })
    .join('\n');
}

function linesOf({ options, unknown, silence, boot }: Reply): readonly string[] {
  if (options === null) return [`no answer (${silence?.reason.replaceAll('-', ' ')})`];
  const lines = CODES.flatMap((code) => {
    const bytes = options.get(code);
    if (unknown.includes(code)) return [`${code}  not known`];
    if (!bytes) return [];
    const text = textOfBytes(bytes);
    const isText = code !== VENDOR_CODE && /^[\x20-\x7e]*$/.test(text);
    return [`${code}  ${toHex(bytes)}${isText ? `  "${printable(text)}"` : ''}`];
  });
  return [...(lines.length > 0 ? lines : ['neither 43 nor 224 nor 226']), ...(boot ? bootLines(boot) : [])];
}

/** Where the client is told to boot from, where it is told. */
function bootLines({ server, serverName, file }: BootFields): readonly string[] {
  const shown = (bytes: Uint8Array | Unknown, text: (bytes: Uint8Array) => string): string | undefined => {
    if (bytes === UNKNOWN) return 'not known';
    return bytes.some((byte) => byte !== 0) ? text(bytes) : undefined;
  };
  const fields = [
    ['boot server', shown(server, (bytes) => bytes.join('.'))],
    ['boot server name', shown(serverName, (bytes) => `"${printable(textOfBytes(bytes))}"`)],
    ['boot file', shown(file, (bytes) => `"${printable(textOfBytes(bytes))}"`)],
  ];
  return fields.flatMap(([name, text]) => (text === undefined ? [] : [`${name}  ${text}`]));
}
