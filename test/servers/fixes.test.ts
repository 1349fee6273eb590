import { afterAll, beforeAll, expect, it } from 'vitest';
import { disk, startAnalysis } from '../truth/analysis-of-disk.ts';
import { casesOf, family, KEA_VERSION, LANGUAGES, type TruthCase } from '../truth/cases.ts';
import { MendedCopies } from '../truth/mended.ts';
import { describeWith } from './describe-with.ts';
import { REAL_SERVERS } from './real-servers.ts';
import { isOfSyntax, refusalsOf } from './verdict.ts';

const analysis = await startAnalysis(disk);

/** How many errors are found in a case with this text. */
function errorsIn(truthCase: TruthCase, text: string): number {
  const settings = { fleet: [], rules: {}, family: family(truthCase), keaVersion: KEA_VERSION };
  const reports = analysis.check({ path: truthCase.file, text, language: truthCase.language }, settings);
  return reports.flatMap(({ findings }) => findings).filter(({ severity }) => severity === 'error').length;
}

for (const language of LANGUAGES) {
  const { check, checkNeeds, tellsAll } = REAL_SERVERS[language];
  const cases = casesOf(language);

  describeWith(checkNeeds, `the server of ${language} takes what fix --unsafe leaves`, () => {
    let copies: MendedCopies;

    beforeAll(async () => {
      copies = new MendedCopies(language);
      await copies.mend();
    });

    afterAll(() => copies.remove());

    it.each(cases)('$name', async (truthCase) => {
      const before = await check(truthCase.file, family(truthCase));
      const after = await check(copies.file(truthCase), family(truthCase));
      if (after.check === 'accept') return;
      const [was, text] = [Buffer.from(truthCase.config).toString('latin1'), copies.text(truthCase)];
      if (text === was) return;
      if (tellsAll) {
        const [left, were] = [refusalsOf(after), refusalsOf(before)];
        expect(were, text).toEqual(expect.arrayContaining([...left]));
        expect(left.length, text).toBeLessThan(were.length);
      } else if (!isOfSyntax(before) || isOfSyntax(after)) {
        // What only shows once the text can be read was there before: so all errors that are known must get fewer
        expect(errorsIn(truthCase, text), text).toBeLessThan(errorsIn(truthCase, was));
      }
    });
  });
}
