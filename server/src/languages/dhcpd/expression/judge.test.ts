import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../model/expression.ts';
import { span, textOf } from '../../../model/span.ts';
import type { Refusal } from '../reader.ts';
import { standardByName } from '../standard-definitions.ts';
import type { Expected } from './expected.ts';
import { type JudgedExpression, judgeExpression } from './judge.ts';
import type { OptionLookup } from './option-lookup.ts';

/** A file that declares option igel.exclusive, and nothing else. */
const LOOKUP: OptionLookup = {
  option: (space, name) => (space === 'igel' && name === 'exclusive' ? { code: 1 } : standardByName(space, name)),
  space: (name) => name === 'igel' || name === 'agent',
  optionNames: (space) => (space === 'igel' ? ['exclusive'] : ['host-name', 'user-class', 'vendor-class-identifier']),
  spaceNames: () => ['igel', 'agent'],
  incomplete: false,
};

function judge(text: string, expected: Expected): JudgedExpression {
  const at = span({ file: 'dhcpd.conf', offset: 0, text }, 0, text.length);
  return judgeExpression({ at }, expected, LOOKUP);
}

function onlyRefusal(text: string, expected: Expected): Refusal {
  const [refusal, ...more] = judge(text, expected).refusals;
  expect(more).toEqual([]);
  if (!refusal) throw new Error(`${text} is accepted`);
  return refusal;
}

/** The text after the first mend; `!` before it where the mend is not safe. */
function mended(text: string, refusal: Refusal): string | undefined {
  const [mend] = refusal.mends;
  if (!mend) return undefined;
  let after = text;
  for (const { start, end, newText } of [...mend.edits].reverse())
    after = after.slice(0, start) + newText + after.slice(end);
  return mend.safe ? after : `! ${after}`;
}

interface Story {
  readonly place: Expected;
  readonly before: string;
  /** The text that is pointed at. */
  readonly at: string;
  readonly says: RegExp;
  readonly after?: string;
}

const tell = ({ place, before, at, says, after }: Story): void => {
  const refusal = onlyRefusal(before, place);
  expect(refusal.what).toMatch(says);
  expect(refusal.remedy).toMatch(/^\S.*[.;}]$/);
  expect(before.slice(refusal.start, refusal.end)).toBe(at);
  expect(mended(before, refusal)).toBe(after);
};

describe('what dhcpd refuses for its form', () => {
  it.each<Story>([
    {
      place: 'any',
      before: 'binary-to-ascii(10, 8, "." leased-address)',
      at: 'leased-address',
      says: /comma is missing between "\." and "leased-address"/,
      after: 'binary-to-ascii(10, 8, ".", leased-address)',
    },
    {
      place: 'data',
      before: 'concat("pc-", binary-to-ascii(16, 8, "", substring(hardware, 1, 6))',
      at: ')',
      says: /A parenthesis is never closed/,
      after: 'concat("pc-", binary-to-ascii(16, 8, "", substring(hardware, 1, 6)))',
    },
    {
      place: 'if',
      before: '(exists user-class and (known or static',
      at: 'static',
      says: /2 parentheses are never closed/,
      after: '(exists user-class and (known or static))',
    },
    {
      place: 'boolean',
      before: 'substring(option vendor-class-identifier, 0, 4)) = "igel"',
      at: ')',
      says: /closes nothing/,
      after: 'substring(option vendor-class-identifier, 0, 4) = "igel"',
    },
    {
      place: 'if',
      before: '(exists user-class) or (known)',
      at: 'or',
      says: /must span the whole test/,
      after: '((exists user-class) or (known))',
    },
    {
      place: 'boolean',
      before: 'substring(option vendor-class-identifier, 0) = "igel"',
      at: ')',
      says: /LENGTH is missing/,
    },
    { place: 'data', before: 'lcase("A", "B")', at: ',', says: /lcase takes no more than one part/ },
    { place: 'data', before: 'concat("A")', at: ')', says: /concat is not complete/ },
    { place: 'data', before: 'lcase option host-name', at: 'lcase', says: /a parenthesis must open/ },
    { place: 'boolean', before: 'option host-name =', at: '=', says: /Behind "=" a value is missing/ },
    {
      place: 'boolean',
      before: 'option host-name == "pc"',
      at: '==',
      says: /no operator "=="/,
      after: 'option host-name = "pc"',
    },
    { place: 'boolean', before: 'known && static', at: '&&', says: /no operator/, after: 'known and static' },
    { place: 'boolean', before: '!known', at: '!', says: /turns nothing round/, after: 'not known' },
    { place: 'boolean', before: 'option host-name ~ "pc"', at: '~', says: /alone is no operator/ },
    { place: 'boolean', before: 'option host-name “pc”', at: '“', says: /operator is missing/ },
    {
      place: 'boolean',
      before: 'option host-name = “pc”',
      at: '“',
      says: /not the quote that dhcpd knows/,
      after: 'option host-name = "pc"',
    },
    {
      place: 'boolean',
      before: "option host-name = 'pc'",
      at: "'",
      says: /not the quote/,
      after: 'option host-name = "pc"',
    },
    { place: 'data', before: 'class', at: 'class', says: /a word of dhcpd's own/, after: '! "class"' },
    { place: 'data', before: '"a" "b"', at: '"b"', says: /Between "a" and "b" an operator is missing/ },
    {
      place: 'data',
      before: '"a"\ndomain-name',
      at: '"a"',
      says: /semicolon at the end of this line/,
      after: '"a";\ndomain-name',
    },
    { place: 'data', before: '"abc', at: '"abc', says: /never closed/, after: '"abc"' },
    { place: 'data', before: '"a\\xg1"', at: '\\x', says: /escape/ },
    { place: 'any', before: 'lease-time - 5', at: '-', says: /cannot subtract/ },
    { place: 'boolean', before: 'lease-time > 5', at: '>', says: /no comparison/ },
    { place: 'data', before: 'encode-int(5, 24)', at: '24', says: /no numbers of 24 bits/ },
    { place: 'boolean', before: 'check "vips"', at: '"vips"', says: /only one collection/ },
    { place: 'boolean', before: 'defined(lease)', at: 'lease', says: /cannot be the name of a variable/ },
    {
      place: 'data',
      before: 'gethostbyname(ums)',
      at: 'ums',
      says: /stands in quotes/,
      after: 'gethostbyname("ums")',
    },
    { place: 'data', before: 'fullname()', at: ')', says: /Behind "\(" a value is missing/ },
    {
      place: 'switch',
      before: 'option host-name',
      at: 'option host-name',
      says: /stands in parentheses/,
      after: '(option host-name)',
    },
    {
      place: 'execute',
      before: '("/bin/hook" leased-address)',
      at: 'leased-address',
      says: /parenthesis must close/,
      after: '! ("/bin/hook") leased-address)',
    },
    { place: 'log', before: '(info "x")', at: '"x"', says: /comma is missing/, after: '(info, "x")' },
  ])('$before', tell);
});

describe('what dhcpd refuses for its kind', () => {
  it.each<Story>([
    {
      place: 'if',
      before: 'option user-class',
      at: 'option user-class',
      says: /must be a test .*; "option user-class" is a value of bytes/,
      after: '! exists user-class',
    },
    {
      place: 'match',
      before: 'option vendor-class-identifier = "igel-dhcp-1"',
      at: 'option vendor-class-identifier = "igel-dhcp-1"',
      says: /What a class sorts its clients by must be a value/,
      after: 'if option vendor-class-identifier = "igel-dhcp-1"',
    },
    {
      place: 'boolean',
      before: 'not option user-class = "iPXE" and known',
      at: 'option user-class',
      says: /takes only the next term/,
      after: 'not (option user-class = "iPXE") and known',
    },
    { place: 'boolean', before: 'not managed', at: 'managed', says: /cannot tell whether "managed" holds a test/ },
    {
      place: 'boolean',
      before: 'option user-class = "iPXE" or "gPXE"',
      at: '"gPXE"',
      says: /What "or" joins must be a test/,
      after: '! option user-class = "iPXE" or option user-class = "gPXE"',
    },
    {
      place: 'boolean',
      before: 'extract-int(option pxe-system-type, 16) = "7"',
      at: 'extract-int(option pxe-system-type, 16) = "7"',
      says: /compares a number, .* with a value of bytes, "7"/,
      after: 'extract-int(option pxe-system-type, 16) = 7',
    },
    {
      place: 'boolean',
      before: 'substring(option vendor-class-identifier, "0", 4) = "igel"',
      at: '"0"',
      says: /OFFSET of substring must be a number/,
      after: 'substring(option vendor-class-identifier, 0, 4) = "igel"',
    },
    { place: 'boolean', before: 'option host-name = known', at: 'option host-name = known', says: /compares/ },
    { place: 'boolean', before: 'option host-name ~= managed', at: 'managed', says: /What stands behind "~="/ },
    {
      place: 'data',
      before: 'lease-time',
      at: 'lease-time',
      says: /What is set here must be a value of bytes; "lease-time" is a number/,
      after: '! encode-int(lease-time, 32)',
    },
    { place: 'data', before: 'encode-int(1 + "x", 8)', at: '"x"', says: /What "\+" joins must be a number/ },
  ])('$before', tell);

  it('lets variables and calls of functions stand for anything', () => {
    for (const place of ['boolean', 'data'] as const) {
      for (const text of ['managed', 'upcase("x")', '(managed)']) expect(judge(text, place).refusals).toEqual([]);
    }
    expect(judge('option host-name and managed', 'boolean').refusals).toEqual([]);
  });

  it('takes any test on both sides of ~~, as dhcpd does', () => {
    expect(judge('known ~~ static', 'boolean').refusals).toEqual([]);
  });
});

describe('numbers, bytes and names that look like them', () => {
  it('reads a bare number by what it is compared with', () => {
    expect(part(judge('option subnet-mask = 10', 'boolean').expression, 'right')).toMatchObject({
      kind: 'bytes',
      bytes: Uint8Array.of(0x10),
    });
    expect(part(judge('extract-int(option subnet-mask, 8) = 10', 'boolean').expression, 'right')).toMatchObject({
      kind: 'number',
      value: 10,
    });
  });

  it.each<[string, readonly number[]]>([
    ['0a:1f', [10, 31]],
    ['-5', [0xfb]],
    ['100000001', [1]],
  ])('reads %s as the bytes %j', (text, bytes) => {
    expect(judge(text, 'data').expression).toMatchObject({ kind: 'bytes', bytes: Uint8Array.from(bytes) });
  });

  it.each<Story>([
    { place: 'data', before: '600', at: '600', says: /reads 600 as hexadecimal/ },
    { place: 'data', before: '0x1f', at: '0x1f', says: /does not know "0x"/, after: '! 1f' },
    { place: 'data', before: 'id', at: 'id', says: /reads "id" as hexadecimal/, after: '! "id"' },
    { place: 'data', before: '0a:zz', at: 'zz', says: /is no byte/ },
    { place: 'data', before: '0a:', at: ':', says: /ends with a colon/, after: '0a' },
  ])('refuses $before', tell);

  it('knows that the colon of a case goes on with bytes', () => {
    tell({
      place: 'case-of-data',
      before: '01',
      at: '01',
      says: /takes the colon of "case" for one between bytes/,
      after: '(01)',
    });
    expect(judge('1', 'case-of-number').refusals).toEqual([]);
    expect(judge('"x"', 'case-of-data').refusals).toEqual([]);
  });
});

describe('options in expressions', () => {
  it('fills in their codes', () => {
    const { expression, refusals } = judge('option IGEL.Exclusive = 01 and exists host-name', 'boolean');
    expect(refusals).toEqual([]);
    expect(part(part(expression, 'left'), 'left')).toMatchObject({
      kind: 'option',
      side: 'sent',
      space: 'igel',
      name: 'exclusive',
      code: 1,
    });
    expect(part(expression, 'right')).toMatchObject({ kind: 'exists', space: 'dhcp', name: 'host-name', code: 12 });
  });

  it('refuses every one that does not exist', () => {
    const text = 'option vendor-class-identifer = "x" or exists igel.exclusiv';
    const { refusals } = judge(text, 'boolean');
    expect(refusals.map(({ rule, start, end }) => [rule, text.slice(start, end)])).toEqual([
      ['unknown-option', 'vendor-class-identifer'],
      ['unknown-option', 'igel.exclusiv'],
    ]);
    expect(refusals.map((refusal) => mended(text, refusal))).toEqual([
      '! option vendor-class-identifier = "x" or exists igel.exclusiv',
      '! option vendor-class-identifer = "x" or exists igel.exclusive',
    ]);
  });

  it('refuses a space that does not exist', () => {
    const refusal = onlyRefusal('option igl.exclusive = 01', 'boolean');
    expect([refusal.rule, refusal.remedy]).toEqual([
      'unknown-reference',
      'Is "igel" meant? Otherwise declare it above.',
    ]);
  });

  it('calls nothing unknown while an include is missing', () => {
    const text = 'option site.room';
    const at = span({ file: 'dhcpd.conf', offset: 0, text }, 0, text.length);
    const { refusals } = judgeExpression({ at }, 'data', { ...LOOKUP, incomplete: true });
    expect(refusals).toEqual([]);
  });
});

describe('what belongs together', () => {
  it.each([
    ['known or static and known', '((known or static) and known)'],
    ['lease-time + 2 * 3', '((lease-time + 2) * 3)'],
    ['lease-time * 2 + 3', '(lease-time * (2 + 3))'],
    ['known and option host-name = "x" or static', '(known and ((option host-name = "x") or static))'],
    ['not known and static', '(not known and static)'],
  ])('%s reads as %s', (text, grouped) => {
    expect(group(judge(text, 'any').expression)).toBe(grouped);
  });

  it('drops a line of the log that begins with no value, without a word', () => {
    expect(judge('(info, class)', 'log').refusals).toEqual([]);
    expect(judge('class', 'logged').refusals).toEqual([]);
  });
});

it('keeps what could be read of an expression that breaks off', () => {
  const { expression } = judge('option host-name = lcase(', 'boolean');
  expect(expression).toMatchObject({
    kind: 'compare',
    left: { kind: 'option', name: 'host-name' },
    right: { kind: 'lower-case', of: { kind: 'unreadable' } },
  });
});

function part(expression: Expression, side: 'left' | 'right'): Expression {
  if (!(side in expression)) throw new Error(`${textOf(expression.at)} has no ${side} side`);
  return (expression as Expression & { readonly kind: 'and' })[side];
}

/** The expression with a parenthesis around all that has two sides. */
function group(expression: Expression): string {
  if (!('left' in expression)) return textOf(expression.at);
  const { left, right, at } = expression;
  return `(${group(left)}${at.anchor.text.slice(left.at.end, right.at.start)}${group(right)})`;
}
