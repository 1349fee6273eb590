import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../truth/cases.ts';
import { describeWith } from './describe-with.ts';
import { cases, compareCase } from './generated/compare-replies.ts';
import { REAL_SERVERS } from './real-servers.ts';

/** How many configurations a run tries, always the same. `tsx test/servers/generated/run.ts kea 2000` tries more, and others. */
const CONFIGURATIONS = 200;
const SEED = 21;
const CLIENTS = 8;

for (const language of LANGUAGES) {
  describeWith(REAL_SERVERS[language].serveNeeds, `the simulated server of ${language}`, () => {
    it('gives every client of every configuration the bytes that the real one gives it', async () => {
      let refused = 0;
      const property = fc.asyncProperty(cases(language, CLIENTS), async (one) => {
        const outcome = await compareCase(one);
        if (outcome.kind === 'refused') refused++;
        expect(outcome.differences).toEqual([]);
      });
      // A failure names its seed and the smallest configuration that still differs
      await fc.assert(property, {
        numRuns: CONFIGURATIONS,
        seed: SEED,
        endOnFailure: false,
        interruptAfterTimeLimit: 240_000,
      });
      expect(refused).toBeLessThan(CONFIGURATIONS / 5);
    }, 300_000);
  });
}
