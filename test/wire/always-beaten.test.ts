import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_FLEET } from '../../server/src/igel/devices.ts';
import { Rollout } from '../../server/src/igel/rollout.ts';
import { DHCPD } from '../../server/src/languages/dhcpd/language.ts';
import { KEA } from '../../server/src/languages/kea/language.ts';
import { endOf, startOf } from '../../server/src/model/span.ts';
import { alwaysBeaten } from '../../server/src/rules/always-beaten.ts';
import { toHex } from '../../server/src/wire/bytes.ts';
import type { Reply } from '../../server/src/wire/reply.ts';
import { cases } from '../servers/generated/compare-replies.ts';
import { GENERATORS } from '../servers/generated/generators.ts';
import { LANGUAGES } from '../truth/cases.ts';
import { clientOf } from './serving.ts';

const WRITERS = { dhcpd: DHCPD.write, kea: KEA.write };
const SEED = 22;
const CLIENTS = 8;
const CONFIGURATIONS = 100;

const shown = ({ options, unknown }: Reply) => ({
  options: options && Object.fromEntries([...options].map(([code, bytes]) => [code, toHex(bytes)])),
  unknown,
});

describe.each(LANGUAGES)('a value of %s that another one always beats', (language) => {
  it('is missed by no client when it is gone', () => {
    let found = 0;
    const property = fc.property(cases(language, CLIENTS), ({ config, clients }) => {
      const { server } = GENERATORS[language].understand(config);
      const rollout = new Rollout(server, DEFAULT_FLEET);
      for (const loser of alwaysBeaten(server.model, rollout, () => true).keys()) {
        // An entry may also say to whom the option goes, whatever its value.
        const cut = loser.delivery ? undefined : WRITERS[language].removal(loser);
        if (!cut) continue;
        found++;
        const without = config.slice(0, startOf(cut)) + config.slice(endOf(cut));
        const { server: other } = GENERATORS[language].understand(without);
        for (const [index, place] of server.places.entries()) {
          const same = other.places[index];
          if (!same) throw new Error('a place is gone');
          for (const { client } of clients) {
            const asked = clientOf(client);
            const after = shown(other.reply(asked, same));
            expect(after, `without ${config.slice(startOf(cut), endOf(cut))}`).toEqual(
              shown(server.reply(asked, place)),
            );
          }
        }
      }
    });
    fc.assert(property, { numRuns: CONFIGURATIONS, seed: SEED, endOnFailure: true });
    expect(found).toBeGreaterThan(CONFIGURATIONS / 10);
  }, 120_000);
});
