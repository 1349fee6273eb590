import { expect, it } from 'vitest';
import { applyFixes } from '../../server/src/rules/apply-fixes.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { disk, startAnalysis } from './analysis-of-disk.ts';
import { casesOf, family, fullName, KEA_VERSION, LANGUAGES, type TruthCase } from './cases.ts';

const analysis = await startAnalysis(disk);

/** The rules that ask the simulated server what devices get, so that nothing is left of a finding only if the bytes are right. */
const ASK_THE_WIRE: ReadonlySet<string> = new Set(RULES.filter(({ simulates }) => simulates).map(({ id }) => id));

/** One fix may bring to light what the next one mends. */
const MOST_ROUNDS = 5;

function findingsIn(truthCase: TruthCase, text: string): readonly Finding[] {
  const root = { path: truthCase.file, text, language: truthCase.language };
  const reports = analysis.check(root, { fleet: [], rules: {}, family: family(truthCase), keaVersion: KEA_VERSION });
  return reports.flatMap(({ path, findings }) => (path === truthCase.file ? findings : []));
}

const isMended = ({ rule, fixes }: Finding): boolean =>
  ASK_THE_WIRE.has(rule) && fixes.some(({ preferred }) => preferred);

const CASES = LANGUAGES.flatMap(casesOf).flatMap((truthCase) => {
  const text = Buffer.from(truthCase.config).toString('latin1');
  const promised = findingsIn(truthCase, text).filter(isMended);
  return promised.length > 0 ? [{ name: fullName(truthCase), truthCase, text, promised }] : [];
});

it.each(CASES)('fix --unsafe gives the devices named in $name what they lack', ({ truthCase, text, promised }) => {
  let mended = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    mended = applyFixes(mended, findingsIn(truthCase, mended), { unsafe: true }).text;
  }
  const left = findingsIn(truthCase, mended).map(({ rule, what }) => `${rule}: ${what}`);
  for (const { rule, what } of promised) expect(left, mended).not.toContain(`${rule}: ${what}`);
});

it('there are such cases', () => {
  for (const language of LANGUAGES) {
    expect(CASES.filter(({ truthCase }) => truthCase.language === language).length).toBeGreaterThan(20);
  }
});
