import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from '../../server/src/cli/format-json.ts';
import { formatFindings } from '../../server/src/cli/format-text.ts';
import { applyFixes } from '../../server/src/rules/apply-fixes.ts';
import { startAnalysis } from '../truth/analysis-of-disk.ts';
import { casesOf, LANGUAGES, type TruthLanguage } from '../truth/cases.ts';

const analysis = await startAnalysis({ read: () => undefined });

/** A check from the text to what is printed, and one more of what its fixes leave. */
function checkTwice(text: string, language: TruthLanguage): void {
  let left = text;
  for (let round = 0; round < 2; round++) {
    const reports = analysis.check({ path: 'any.conf', text: left, language }, { fleet: [], rules: {} });
    const findings = reports.flatMap((report) => report.findings);
    for (const { start, end } of findings) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(left.length);
    }
    JSON.parse(formatJson(reports));
    formatFindings(reports, () => left, { terminal: true, cwd: '/' });
    left = applyFixes(left, findings, { unsafe: true }).text;
  }
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(LANGUAGES)('any text taken for %s ends in findings:', (language) => {
  const configs = casesOf(language).map(({ config }) => decoded(config));
  const config = fc.constantFrom(...configs);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const upTo = (text: string, share: number): string => text.slice(0, Math.floor(text.length * share));
  const from = (text: string, share: number): string => text.slice(Math.floor(text.length * share));
  const runs = { numRuns: Number(process.env.RUNS ?? 100) };

  /** Texts of a kind, a hundred of them. */
  const checkAll = (texts: fc.Arbitrary<string>): void =>
    fc.assert(
      fc.property(texts, (text) => checkTwice(text, language)),
      runs,
    );

  test('bytes of any kind', () => {
    checkAll(fc.uint8Array({ maxLength: 300 }).map(decoded));
  });

  test('characters of any kind, halves of pairs too', () => {
    checkAll(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 300 }));
  });

  test('signs that mean something, in any order', () => {
    const signs = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        '(',
        ')',
        '"',
        "'",
        ';',
        ',',
        ':',
        '=',
        '\\',
        '#',
        '//',
        '/*',
        '*/',
        '\n',
        '\r',
        ' ',
        '.',
        '-',
      ],
      ...['0', 'f', 'option', 'if', 'host', '"Dhcp4"', 'null', '<?include', '?>', '\0', '\ufeff', '\u00a0'],
    );
    checkAll(fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')));
  });

  test('configs cut off anywhere', () => {
    checkAll(fc.tuple(config, place).map(([text, share]) => upTo(text, share)));
  });

  test('the beginning of one config and the end of another', () => {
    const halves = fc.tuple(config, place, config, place);
    checkAll(halves.map(([first, end, second, begin]) => upTo(first, end) + from(second, begin)));
  });

  test('configs with characters that nobody sees, anywhere', () => {
    const unseen = fc.constantFrom(
      '\0',
      '\ufeff',
      '\r',
      '\r\n',
      '\u00a0',
      '\u2028',
      '\ud800',
      '\udfff',
      '\ufffd',
      '\x1b[31m',
    );
    const parts = fc.tuple(config, place, unseen);
    checkAll(parts.map(([text, share, character]) => upTo(text, share) + character + from(text, share)));
  });

  test('configs whose lines end with carriage returns alone', () => {
    checkAll(config.map((text) => text.replaceAll('\n', '\r')));
  });

  // Kea's lists cost more the deeper they are: time grows with the square.
  const DEEP = language === 'kea' ? 1000 : 10_000;
  test.each([
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '"',
    '/*',
    '{ [',
    '{ "a":',
    'group {',
    'if known {',
    'if not',
    'else if known {}',
    'option a = {',
    'array of',
    'include "',
    '<?include "',
  ])('thousands of %s', (opener) => {
    checkTwice(`${opener} `.repeat(DEEP), language);
    checkTwice(configs[0] + `${opener} `.repeat(DEEP) + configs[1], language);
  });

  const LONG = 1_000_000;
  test.each([
    ['an open string', '"', 'a', ''],
    ['semicolons', '', ';', ''],
    ['blanks', 'a', ' ', 'b'],
    ['a word', '', 'a', ''],
    ['a comment', '#', '#', ''],
    ['empty blocks', '', '{}', ''],
    ['empty blocks in a list', '', '{},', ''],
    ['words that mean nothing', '', 'a;', ''],
    ['hosts that hold nothing', '', 'host a{}', ''],
    ['subnets that hold nothing', '', 'subnet 1.2.3.4 netmask 5 {}', ''],
    ['one definition, over and over', '', 'option a code 1 = text;', ''],
    ['names and colons', '', 'a:', ''],
    ['maps in a list', '', '{"a":1},', ''],
  ])('a line of a million characters that is %s', (_, begin, filling, end) => {
    checkTwice(`${begin}${filling.repeat(LONG / filling.length)}${end}`, language);
  });
});

test.each([
  ['negations', `if ${'not '.repeat(10_000)}known { }\n`],
  ['parentheses', `if ${'('.repeat(10_000)}known${')'.repeat(10_000)} { }\n`],
  ['calls', `set a = ${'substring('.repeat(10_000)}"a"${', 0, 1)'.repeat(10_000)};\n`],
  ['joined tests', `if ${'known and '.repeat(10_000)}known { }\n`],
  ['branches', `if known { } ${'elsif known { } '.repeat(10_000)}\n`],
])('an expression of ten thousand %s is right for dhcpd, and nothing is found in it', (_, text) => {
  const [report] = analysis.check({ path: 'deep.conf', text, language: 'dhcpd' }, { fleet: [], rules: {} });
  expect(report?.findings).toEqual([]);
});

test.each([
  ['negations', `${'not '.repeat(10_000)}member('KNOWN')`],
  ['parentheses', `${'('.repeat(10_000)}member('KNOWN')${')'.repeat(10_000)}`],
  ['joined tests', `${"member('KNOWN') and ".repeat(10_000)}member('KNOWN')`],
])('a class test of ten thousand %s ends in findings', (_, expression) => {
  checkTwice(JSON.stringify({ Dhcp4: { 'client-classes': [{ name: 'deep', test: expression }] } }), 'kea');
});
