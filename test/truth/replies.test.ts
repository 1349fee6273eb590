import { expect, it } from 'vitest';
import { toHex } from '../../server/src/wire/bytes.ts';
import type { Place } from '../../server/src/wire/place.ts';
import type { Reply, Server } from '../../server/src/wire/reply.ts';
import { clientOf, serverOf } from '../wire/serving.ts';
import { keaServerOf } from '../wire/serving-kea.ts';
import { type Answer, casesOf, fullName, LANGUAGES, type TruthCase, type TruthLanguage } from './cases.ts';

const SIMULATED: Readonly<Record<TruthLanguage, (text: string) => Server>> = {
  dhcpd: (text) => serverOf(text),
  kea: (text) => keaServerOf(text),
};

/** What is kept of every recorded reply; of other options only those that not all clients ask for. */
const KEPT: readonly number[] = [43, 224, 226];
const ASKED_BY_ALL: readonly number[] = [1, 3, 6];

const asked = LANGUAGES.flatMap(casesOf).filter(({ expected }) => expected?.wire !== undefined);

it.each(asked.map((truthCase) => [fullName(truthCase), truthCase] as const))(
  'the replies to %s are those of the real server',
  (_, truthCase) => {
    const text = Buffer.from(truthCase.config).toString('utf8');
    const server = SIMULATED[truthCase.language](text);
    const answers = truthCase.expected?.wire ?? [];
    expect(answers.map((answer) => told(predicted(server, truthCase, answer), answer))).toEqual(
      answers.map(({ reply }) => reply),
    );
  },
);

function predicted(server: Server, { name }: TruthCase, { client, address }: Answer): Reply {
  const message = name.startsWith('ack-') ? 'acknowledgement' : 'offer';
  const places = address === undefined ? server.places : server.places.filter((place) => holds(place, address));
  const replies = places.map((place) => server.reply(clientOf(client), place, message));
  // The server gives an address of the first place that has one for the client
  const reply = replies.find(({ options }) => options !== null) ?? replies[0];
  if (!reply) throw new RangeError('the file has no place for the client');
  return reply;
}

/** A reply as far as it is recorded. */
function told({ options, unknown }: Reply, { client }: Answer): Answer['reply'] {
  if (options === null) return null;
  const kept = new Set([...KEPT, ...(client.request ?? []).filter((code) => !ASKED_BY_ALL.includes(code))]);
  return Object.fromEntries(
    [...kept].flatMap((code) => {
      const bytes = options.get(code);
      if (unknown.includes(code)) return [[String(code), 'unknown']];
      return bytes ? [[String(code), toHex(bytes)]] : [];
    }),
  );
}

function holds({ pool }: Place, address: string): boolean {
  const number = address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return pool !== undefined && pool.range.low <= number && number <= pool.range.high;
}
