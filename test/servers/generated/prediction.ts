import { toHex } from '../../../server/src/wire/bytes.ts';
import type { Place } from '../../../server/src/wire/place.ts';
import type { Reply, Server } from '../../../server/src/wire/reply.ts';
import { clientOf } from '../../wire/serving.ts';
import type { DhcpClient, Reply as RealReply } from '../dhcp-message.ts';

/** The server's own address, which no configuration tells. */
const SERVER_ID = 54;
/** What only the harness reads: where options went that found no room in their field. */
const OVERLOAD = 52;

export interface Comparison {
  /** In what the prediction differs from what the server really sent; empty where it does not. */
  readonly differences: readonly string[];
  /** Codes that were sent and said to be unknown. */
  readonly unknown: readonly number[];
}

export function compare(server: Server, asked: DhcpClient, requests: boolean, real: RealReply | null): Comparison {
  const client = clientOf(asked);
  const message = requests ? 'acknowledgement' : 'offer';
  const near = server.places.filter(({ network }) => isHere(network));
  // A refusal of what was offered is no answer either
  if (real === null || real.type === 'nak') {
    const replies = near.map((place) => {
      const offer = server.reply(client, place);
      // Who is offered nothing, or by nobody, requests nothing
      const isOffered = isAnswered(offer) && namesServer(offer);
      const isNameless = isAnswered(offer) && !isOffered;
      return { isOffered, isNameless, reply: isOffered ? server.reply(client, place, message) : offer };
    });
    // Of the addresses that the client may have, the server takes one that nobody can tell beforehand, and may refuse it afterwards
    const mayBeSilent =
      (requests && replies.some(({ isNameless }) => isNameless)) ||
      replies.some(({ isOffered, reply }) =>
        isOffered ? !isAnswered(reply) : reply.silence && !NO_WAY.includes(reply.silence.reason),
      ) ||
      near.every((place, index) => !isEntrance(place) || isShut(server, place, replies[index]?.reply));
    const right = mayBeSilent || !replies.some(({ isOffered, reply }) => (isOffered || !requests) && isAnswered(reply));
    return { differences: right ? [] : ['the server is silent, an answer was predicted'], unknown: [] };
  }
  const address = addressOf(real.address);
  const place =
    near.find(({ pool }) => pool && pool.range.low <= address && address <= pool.range.high) ??
    near.find(({ subnet }) => subnet?.network && subnet.network.low <= address && address <= subnet.network.high);
  if (!place) return { differences: [`no place holds ${real.address}`], unknown: [] };
  return compareReply(server.reply(client, place, message), real);
}

const BOOT_FIELDS = ['server', 'serverName', 'file'] as const;

/** Why a place is none for a client. */
const NO_WAY: readonly string[] = ['not-permitted', 'no-address'];

const isAnswered = ({ options, unknown }: Reply): boolean => options !== null && !unknown.includes(53);

/** A message that breaks off may have ended before that. */
const namesServer = ({ options, unknown }: Reply): boolean =>
  (options?.has(SERVER_ID) ?? false) || unknown.includes(SERVER_ID);

/** Whether the subnet is the one that the server's interface is in: Kea looks at others of the network only behind this one. */
const isEntrance = ({ subnet }: Place): boolean => subnet?.network?.low === addressOf('10.99.0.0');

/** Whether a subnet may be none for a client, and not only its pools: where others stand beside it, it is not told which one was asked first. */
const isShut = ({ model }: Server, { subnet, network }: Place, reply: Reply | undefined): boolean =>
  subnet !== undefined &&
  model.permits(subnet).length > 0 &&
  (network.kind === 'shared-network' || reply?.silence?.reason === 'not-permitted');

/** Whether it is the network that the server's interface is in. */
function isHere(network: Place['network']): boolean {
  const subnets = network.kind === 'shared-network' ? network.children : [network];
  return subnets.some((subnet) => subnet.network?.low === addressOf('10.99.0.0'));
}

const addressOf = (text: string): bigint => text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);

function compareReply({ options, unknown, silence, boot }: Reply, real: RealReply): Comparison {
  if (options === null) {
    return { differences: [`an answer came, silence was predicted (${silence?.reason})`], unknown: [] };
  }
  const codes = [...new Set([...Object.keys(real.options).map(Number), ...options.keys()])].filter(
    (code) => code !== SERVER_ID && code !== OVERLOAD,
  );
  const differences = codes.flatMap((code) => {
    const bytes = options.get(code);
    const predicted = bytes && toHex(bytes);
    const sent = real.options[code];
    if (predicted === sent || unknown.includes(code)) return [];
    return [`option ${code}: sent ${sent ?? 'nothing'}, predicted ${predicted ?? 'nothing'}`];
  });
  for (const name of BOOT_FIELDS) {
    const predicted = boot?.[name];
    if (!(predicted instanceof Uint8Array) || unknown.includes(53)) continue;
    const [told, sent] = [toHex(predicted), real.boot[name]];
    if (told !== sent) differences.push(`${name}: sent ${sent}, predicted ${told}`);
  }
  return { differences, unknown: codes.filter((code) => unknown.includes(code)) };
}
