import { expect, it } from 'vitest';
import { disk, startAnalysis } from './analysis-of-disk.ts';
import { casesOf, family, fullName, isReviewed, KEA_VERSION, LANGUAGES, type TruthCase } from './cases.ts';
import { disagreement, type Found } from './disagreement.ts';
import later from './later.json' with { type: 'json' };

const analysis = await startAnalysis(disk);
const undecided = new Map<string, string>(Object.entries(later));

for (const language of LANGUAGES) {
  it.each(casesOf(language))(`what is found in ${language}/$name agrees with the server`, (truthCase) => {
    if (!isReviewed(truthCase)) expect.fail('set its `problem` first: test/truth/README.md tells how');
    const told = disagreement(truthCase.expected, findingsOf(truthCase));
    if (!undecided.has(fullName(truthCase))) expect(told).toBeNull();
    else expect(told, 'it is decided now: take it off test/truth/later.json').not.toBeNull();
  });
}

it('only cases that exist wait for what is missing', () => {
  expect(LANGUAGES.flatMap(casesOf).map(fullName)).toEqual(expect.arrayContaining([...undecided.keys()]));
});

function findingsOf(truthCase: TruthCase): readonly Found[] {
  const text = Buffer.from(truthCase.config).toString('utf8');
  const root = { path: truthCase.file, text, language: truthCase.language } as const;
  const settings = { fleet: [], rules: {}, family: family(truthCase), keaVersion: KEA_VERSION };
  const reports = analysis.check(root, settings);
  return reports.flatMap(({ findings, position }) =>
    findings.map(({ rule, severity, start }) => ({ rule, severity, line: position(start).line + 1 })),
  );
}
