import { expect, it } from 'vitest';
import { disk, startAnalysis } from './analysis-of-disk.ts';
import { casesOf, family, isReviewed, type TruthCase } from './cases.ts';
import later from './dhcpd-later.json' with { type: 'json' };
import { disagreement, type Found } from './disagreement.ts';

const analysis = await startAnalysis(disk);
const cases = casesOf('dhcpd');
const undecided = new Map<string, string>(Object.entries(later));

it.each(cases)('what is found in $name agrees with dhcpd', (truthCase) => {
  if (!isReviewed(truthCase)) expect.fail('set its `problem` first: test/truth/README.md tells how');
  const told = disagreement(truthCase.expected, findingsOf(truthCase));
  if (!undecided.has(truthCase.name)) expect(told).toBeNull();
  else expect(told, 'it is decided now: take it off test/truth/dhcpd-later.json').not.toBeNull();
});

it('only cases that exist wait for what is missing', () => {
  expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining([...undecided.keys()]));
});

function findingsOf(truthCase: TruthCase): readonly Found[] {
  const text = Buffer.from(truthCase.config).toString('utf8');
  const root = { path: truthCase.file, text, language: 'dhcpd' } as const;
  const reports = analysis.check(root, { fleet: [], rules: {}, family: family(truthCase) });
  return reports.flatMap(({ findings, position }) =>
    findings.map(({ rule, severity, start }) => ({ rule, severity, line: position(start).line + 1 })),
  );
}
