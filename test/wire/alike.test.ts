import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toHex } from '../../server/src/wire/bytes.ts';
import type { Client } from '../../server/src/wire/client.ts';
import { type Reply, Server } from '../../server/src/wire/reply.ts';
import { cases } from '../servers/generated/compare-replies.ts';
import { GENERATORS } from '../servers/generated/generators.ts';
import { clientOf } from './serving.ts';

const SEED = 43;
const CLIENTS = 8;
const CONFIGURATIONS = 60;

const shown = ({ options, unknown, silence, classes, host, beaten }: Reply) => ({
  options: options && Object.fromEntries([...options].map(([code, bytes]) => [code, toHex(bytes)])),
  unknown,
  silence: silence?.reason,
  classes: classes.map(({ name }) => name),
  host: host?.name,
  beaten: beaten.length,
});

it('strangers who share a reply would each have got it alone', () => {
  let shared = 0;
  const property = fc.property(cases('dhcpd', CLIENTS), ({ config, clients }) => {
    const { server } = GENERATORS.dhcpd.understand(config);
    const replies = new Set<Reply>();
    const strangers = clients.map(({ client }): Client => ({ ...clientOf(client), mac: undefined }));
    for (const client of strangers) {
      const alone = new Server(server.model, server.policy);
      for (const [index, place] of server.places.entries()) {
        const same = alone.places[index];
        if (!same) throw new Error('two servers of one model have the same places');
        const reply = server.reply(client, place);
        if (replies.has(reply)) shared++;
        replies.add(reply);
        expect(shown(reply)).toEqual(shown(alone.reply(client, same)));
      }
    }
  });
  fc.assert(property, { numRuns: CONFIGURATIONS, seed: SEED, endOnFailure: true });
  expect(shared).toBeGreaterThan(CONFIGURATIONS);
}, 120_000);
