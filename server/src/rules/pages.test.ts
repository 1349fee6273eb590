import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startAnalysis } from '../../../test/truth/analysis-of-disk.ts';
import { explainRule } from '../features/explain.ts';
import type { Analysis } from '../workspace/analysis.ts';
import { RULES } from './registry.ts';

const folder = new URL('../../../docs/rules/', import.meta.url);
const page = (name: string): string => fileURLToPath(new URL(`${name}.md`, folder));

let analysis: Analysis;
beforeAll(async () => {
  analysis = await startAnalysis({ read: () => undefined });
});

const findingsIn = (text: string) =>
  analysis
    .check({ path: 'dhcpd.conf', text, language: 'dhcpd' }, { fleet: [], rules: {} })
    .flatMap(({ findings }) => findings);

const index = (): string =>
  [
    '# Rules',
    'Made from the rules themselves by `npm run docs`.',
    [
      '| rule | usual severity | finds |',
      '|---|---|---|',
      ...RULES.map(({ id, severity, page: { summary } }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`),
    ].join('\n'),
    '',
  ].join('\n\n');

describe('docs/rules', () => {
  it.each(RULES.map(({ id }) => id))('has the page of %s as the rule tells it', async (id) => {
    await expect(`${explainRule(id)}\n`).toMatchFileSnapshot(page(id));
  });

  it('has an index of all rules', async () => {
    await expect(index()).toMatchFileSnapshot(page('README'));
  });

  it('has no page without a rule', () => {
    const pages = readdirSync(folder).sort();
    expect(pages).toEqual([...RULES.map(({ id }) => `${id}.md`), 'README.md'].sort());
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s', (id, { page: { example, instead } }) => {
  it('shows a config in which the rule finds something', () => {
    expect(findingsIn(example).map(({ rule }) => rule)).toContain(id);
  });

  it('shows how it is put right, with no error left', () => {
    const left = findingsIn(instead);
    expect(left.filter(({ rule, severity }) => rule === id || severity === 'error')).toEqual([]);
  });
});
