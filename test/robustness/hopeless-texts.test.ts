import { describe, expect, test } from 'vitest';
import { languageById, loadParsers } from '../../server/src/workspace/languages.ts';
import { OpenUnit } from '../../server/src/workspace/unit.ts';
import { findingsIn, foundBy } from '../stories/story.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';
import { LANGUAGES, type TruthLanguage } from '../truth/cases.ts';

const parsers = await loadParsers(grammarsOnDisk);

/** How many facts are kept of a text. */
function factsOf(text: string, id: TruthLanguage): number {
  const language = languageById(id);
  const parser = parsers.get(id);
  if (!language || !parser) throw new Error(`no language is called ${id}`);
  const unit = new OpenUnit(language, parser, { path: 'any.conf', text }, { read: () => undefined }, {});
  unit.work();
  return unit.root.pieces.reduce((facts, piece) => facts + piece.facts.length, 0);
}

describe.each(LANGUAGES)('of a line for %s is kept no more, however long it is, that holds nothing but', (language) => {
  test.each(['{}', '{},', 'a;', '[', '}', 'host a{}', '{"a"}'])('%s', (nonsense) => {
    const short = factsOf(nonsense.repeat(1_050_000 / nonsense.length), language);
    const long = factsOf(nonsense.repeat(1_250_000 / nonsense.length), language);
    expect(long).toBeLessThanOrEqual(short);
  });
});

test('a line of words that dhcpd does not know: the first fifty thousand are told, and that no more is', async () => {
  const findings = await findingsIn('nonsense;'.repeat(60_000));
  const last = findings.at(-1);
  expect(findings.filter(({ rule }) => rule === 'unknown-statement').length).toBe(findings.length - 1);
  expect(last).toMatchObject({ rule: 'syntax', severity: 'warning' });
  expect(last?.what).toBe('So much is wrong above this place that nothing from here on is looked at.');
});

test('a statement without an end is told once, where it begins; what stands before it is understood', async () => {
  const text = `lease-time 5;\n${'('.repeat(1_000_001)}`;
  const findings = await findingsIn(text);
  expect(findings.map(({ start, rule, severity }) => [start, rule, severity])).toEqual([
    [0, 'unknown-statement', 'error'],
    [14, 'syntax', 'error'],
  ]);
});

test('what a server would send that refuses a file ten thousand times over is not asked', async () => {
  const text = `option igelrmserver code 224 = text;
option igelrmserver "192.0.2.10";
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.100 192.0.2.200;
  option igelrmserver "192.0.2.11";
}
`;
  expect(await foundBy('never-effective', text)).toHaveLength(1);
  expect(await foundBy('never-effective', text + 'range 1;\n'.repeat(9_000))).toHaveLength(1);
  expect(await foundBy('never-effective', text + 'range 1;\n'.repeat(10_000))).toHaveLength(0);
});
