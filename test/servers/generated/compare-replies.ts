import fc from 'fast-check';
import type { TruthLanguage } from '../../truth/cases.ts';
import type { Reply } from '../dhcp-message.ts';
import { ServerEnd } from '../dhcp-server.ts';
import { REAL_SERVERS } from '../real-servers.ts';
import { Dice } from './dice.ts';
import type { GeneratedClient } from './generated-client.ts';
import { GENERATORS } from './generators.ts';
import { compare } from './prediction.ts';

export interface GeneratedCase {
  readonly language: TruthLanguage;
  readonly config: string;
  readonly clients: readonly GeneratedClient[];
}

/** Configurations over the whole modelled language, each with clients that ask it. */
export const cases = (language: TruthLanguage, clients: number): fc.Arbitrary<GeneratedCase> =>
  fc.gen().map((generate) => {
    const dice = new Dice(generate);
    const generator = GENERATORS[language];
    return { language, config: generator.config(dice), clients: generator.clients(dice, clients) };
  });

export type Outcome =
  | {
      readonly kind: 'compared';
      readonly differences: readonly string[];
      /** Clients that the real server answered or was known to leave without an answer, and those that it answered. */
      readonly asked: number;
      readonly answered: number;
      /** Options in its answers, and those of them that were said to be unknown. */
      readonly options: number;
      readonly unknown: number;
      /** Whether the server died of a question; dhcpd's functions, which its manual calls unfinished, do that to it. */
      readonly died: boolean;
    }
  | { readonly kind: 'refused'; readonly differences: readonly string[]; readonly log: readonly string[] };

/** Asks the real server and the simulated one, and tells in what they differ. */
export async function compareCase({ language, config, clients }: GeneratedCase): Promise<Outcome> {
  const { server, errors } = GENERATORS[language].understand(config);
  const replies: (Reply | null)[] = [];
  let died = false;
  try {
    await REAL_SERVERS[language].serve(config, async (real) => {
      for (const { client, requests } of clients) {
        replies.push(await (requests ? real.lease(client) : real.ask(client)));
      }
    });
  } catch (error) {
    if (!(error instanceof ServerEnd)) throw error;
    if (!error.started) {
      const told = errors.length > 0 || error.crashed;
      return { kind: 'refused', differences: told ? [] : ['it is refused, and no error was found'], log: error.log };
    }
    died = true;
  }
  const comparisons = replies.flatMap((reply, index) => {
    const asked = clients[index];
    return asked ? [{ ...asked, ...compare(server, asked.client, asked.requests, reply) }] : [];
  });
  return {
    kind: 'compared',
    differences: [
      ...errors.map((error) => `the server takes it, and an error was found: ${error}`),
      ...comparisons.flatMap(({ client, requests, differences }) =>
        differences.map((text) => `${JSON.stringify(client)}${requests ? ' (acknowledged)' : ''}: ${text}`),
      ),
    ],
    asked: replies.length,
    answered: replies.filter((reply) => reply !== null).length,
    options: replies.reduce((sum, reply) => sum + Object.keys(reply?.options ?? {}).length, 0),
    unknown: comparisons.reduce((sum, { unknown }) => sum + unknown.length, 0),
    died,
  };
}
