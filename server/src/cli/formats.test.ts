import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { reportOf } from '../../../test/cli/word-checker.ts';
import { formatGithub } from './format-github.ts';
import { formatJson } from './format-json.ts';
import { formatSarif } from './format-sarif.ts';

// One safe fix, one unsafe fix with a related place, one finding without a fix, behind a letter of two UTF-16 code units.
const REPORTS = [
  reportOf('etc/dhcpd, lab: 1.conf', '# 🦔 colour\ngrey\n'),
  reportOf('etc/dhcpd6.conf', '\n\n  wrong\n'),
];

test('json: an array as the contract has it', () => {
  expect(JSON.parse(formatJson(REPORTS))).toEqual([
    {
      file: 'etc/dhcpd, lab: 1.conf',
      rule: 'syntax',
      severity: 'error',
      message: '"colour" is not how it is spelt. Readers stumble.',
      docs: 'docs/rules/syntax.md',
      start: { line: 1, column: 6 },
      end: { line: 1, column: 12 },
      fixes: [
        {
          title: 'Write "color"',
          safe: true,
          edits: [{ start: { line: 1, column: 6 }, end: { line: 1, column: 12 }, newText: 'color' }],
        },
      ],
    },
    {
      file: 'etc/dhcpd, lab: 1.conf',
      rule: 'duplicate',
      severity: 'warning',
      message: '"grey" is not how it is spelt. Readers stumble.',
      docs: 'docs/rules/duplicate.md',
      start: { line: 2, column: 1 },
      end: { line: 2, column: 5 },
      fixes: [
        {
          title: 'Write "gray"',
          safe: false,
          edits: [{ start: { line: 2, column: 1 }, end: { line: 2, column: 5 }, newText: 'gray' }],
        },
      ],
    },
    {
      file: 'etc/dhcpd6.conf',
      rule: 'unknown-option',
      severity: 'error',
      message: '"wrong" is not how it is spelt. Readers stumble.',
      docs: 'docs/rules/unknown-option.md',
      start: { line: 3, column: 3 },
      end: { line: 3, column: 8 },
      fixes: [],
    },
  ]);
});

test('json: nothing found is an empty array', () => {
  expect(formatJson([reportOf('dhcpd.conf', '')])).toBe('[]\n');
});

test('github: one workflow command for each finding, its separators escaped', () => {
  expect(formatGithub(REPORTS)).toBe(`\
::error file=etc/dhcpd%2C lab%3A 1.conf,line=1,endLine=1,col=6,endColumn=12,title=syntax::"colour" is not how it is spelt. Readers stumble.
::warning file=etc/dhcpd%2C lab%3A 1.conf,line=2,endLine=2,col=1,endColumn=5,title=duplicate::"grey" is not how it is spelt. Readers stumble.
::error file=etc/dhcpd6.conf,line=3,endLine=3,col=3,endColumn=8,title=unknown-option::"wrong" is not how it is spelt. Readers stumble.
`);
});

test('sarif: a log that the schema of SARIF 2.1.0 accepts', () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  const log: unknown = JSON.parse(formatSarif(REPORTS, ['gone.conf: no such file or folder']));
  expect(validate(log) || validate.errors).toBe(true);
  expect(log).toMatchObject({
    runs: [
      {
        tool: { driver: { rules: [{ id: 'duplicate' }, { id: 'syntax' }, { id: 'unknown-option' }] } },
        invocations: [{ executionSuccessful: false }],
        results: [
          {
            ruleId: 'syntax',
            ruleIndex: 1,
            level: 'error',
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'etc/dhcpd%2C%20lab%3A%201.conf' },
                  region: { startLine: 1, startColumn: 6, endLine: 1, endColumn: 12 },
                },
              },
            ],
            fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'color' } }] }] }],
          },
          { ruleId: 'duplicate', level: 'warning', relatedLocations: [{ message: { text: 'Here it begins.' } }] },
          { ruleId: 'unknown-option', ruleIndex: 2 },
        ],
      },
    ],
  });
});

test('sarif: an absolute path becomes a URL, and a check of sound files is a log too', () => {
  const log: unknown = JSON.parse(formatSarif([reportOf('/etc/dhcp/dhcpd.conf', 'colour')], []));
  expect(log).toMatchObject({
    runs: [
      {
        invocations: [{ executionSuccessful: true }],
        results: [{ locations: [{ physicalLocation: { artifactLocation: { uri: 'file:///etc/dhcp/dhcpd.conf' } } }] }],
      },
    ],
  });
});
