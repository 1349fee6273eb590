import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { applyFixes } from '../../server/src/rules/apply-fixes.ts';
import { disk, startAnalysis } from '../truth/analysis-of-disk.ts';
import { KEA_VERSION } from '../truth/cases.ts';
import { describeWith } from './describe-with.ts';
import { REAL_SERVERS } from './real-servers.ts';

const analysis = await startAnalysis(disk);

const folder = (name: string): URL => new URL(`../../examples/${name}/`, import.meta.url);

const EXAMPLES = ['right', 'mistakes'].flatMap((kind) => readdirSync(folder(kind)).map((file) => ({ kind, file })));

for (const { kind, file } of EXAMPLES) {
  const language = file.startsWith('kea') ? 'kea' : 'dhcpd';
  const path = fileURLToPath(new URL(file, folder(kind)));
  const text = readFileSync(path, 'utf8');
  const found = (written: string) =>
    analysis
      .check({ path, text: written, language }, { fleet: [], rules: {}, keaVersion: KEA_VERSION })
      .flatMap(({ findings }) => findings);

  it(`the example ${kind}/${file} shows what its folder says`, () => {
    const findings = found(text);
    if (kind === 'right') {
      expect(findings).toEqual([]);
      return;
    }
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
    const mended = applyFixes(text, findings, { unsafe: true }).text;
    expect(found(mended).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  if (kind !== 'right') continue;
  describeWith(REAL_SERVERS[language].checkNeeds, `the server of ${language}`, () => {
    it(`accepts the example ${file}`, async () => {
      expect(await REAL_SERVERS[language].check(path, 4)).toMatchObject({ check: 'accept' });
    });
  });
}
