import { describe, expect, test } from 'vitest';
import { textIn } from '../../../../../test/editor/place-text.ts';
import { dhcpdAt } from '../../../../../test/editor/unit-at-cursor.ts';
import type { Description } from '../../editor.ts';
import { EXPRESSION_WORDS, formOf } from '../vocabulary/expressions.ts';
import { OPTIONS4 } from '../vocabulary/options4.ts';
import { PARAMETERS_OF_OTHER_BUILDS } from '../vocabulary/parameters-of-other-builds.ts';
import { STATEMENTS } from '../vocabulary/statements.ts';
import { DEFINITION_TYPES } from '../vocabulary/types.ts';

/** What is said at the cursor, and of which text. */
function toldAt(marked: string): (Description & { readonly text: string }) | undefined {
  const { unit, document, offset } = dhcpdAt(marked);
  const told = unit.analysis.describeAt(document, offset);
  return told && { ...told, text: document.slice(told.start, told.end) };
}

const titleAt = (marked: string): string | undefined => toldAt(marked)?.help.title;

describe('the token is what is told of', () => {
  test.each([
    ['auth|oritative;', 'authoritative', 'authoritative'],
    ['authoritative|;', 'authoritative', 'authoritative'],
    ['|authoritative;', 'authoritative', 'authoritative'],
    ['option rou|ters 192.0.2.1;', 'routers', 'routers'],
    ['option routers 192.0.|2.1, 192.0.2.2;', '192.0.2.1', 'routers'],
    ['option domain-name "exa|mple.org";', '"example.org"', 'domain-name'],
    ['option vendor-encapsulated-options e0:0a:|31;', 'e0:0a:31', 'vendor-encapsulated-options'],
    ['option space ig|el;', 'igel', 'option space igel'],
    ['option sp|ace igel;', 'space', 'option space'],
    ['option space igel;\noption ig|el.server code 224 = text;', 'igel', 'option space igel'],
    ['option space igel;\noption igel.ser|ver code 224 = text;', 'server', 'igel.server'],
    ['option server co|de 224 = text;', 'code', 'server'],
    ['option server code 22|4 = text;', '224', 'server'],
    ['option server code 224 = te|xt;', 'text', 'text'],
    ['option seconds code 250 = unsigned inte|ger 32;', 'integer', 'unsigned integer 32'],
    ['option hosts code 250 = array o|f ip-address;', 'of', 'array of TYPE'],
    ['option hosts code 250 = array of ip|-address;', 'ip-address', 'ip-address'],
    ['option pair code 250 = { ip-address, te|xt };', 'text', 'text'],
    ['class "thin| clients" { match hardware; }', '"thin clients"', 'class "thin clients"'],
    ['class "a" { ma|tch if known; }', 'match', 'match if'],
    ['class "a" { match i|f known; }', 'if', 'match if'],
    ['class "a" { match hard|ware; }', 'hardware', 'hardware'],
    ['class "a" { match if sub|string (hardware, 1, 3) = "x"; }', 'substring', 'substring'],
    ['class "a" { match if option user-cl|ass = "x"; }', 'user-class', 'user-class'],
    ['class "a" { match if option user-class |= "x"; }', '=', '='],
    ['class "a" { match if option user-class ~|= "x"; }', '=', '~='],
    ['class "a" { match if option user-class |~= "x"; }', '~', '~='],
    ['class "a" { match if option user-class = "|x"; }', '"x"', 'user-class'],
    ['class "a" { match if not exi|sts user-class; }', 'exists', 'exists'],
    ['subnet 192.0.2.0 net|mask 255.255.255.0 { }', 'netmask', 'subnet'],
    ['subnet 192.0.|2.0 netmask 255.255.255.0 { }', '192.0.2.0', 'subnet'],
    ['ping-check of|f;', 'off', 'ping-check'],
    ['option space a;\nvendor-option-space |a;', 'a', 'vendor-option-space'],
    ['ddns-update-style inter|im;', 'interim', 'ddns-update-style'],
    ['if known { } el|se { }', 'else', 'if'],
    ['if known { } els|if static { }', 'elsif', 'if'],
    ['key k { algorithm hmac-m|d5; secret "x"; }', 'hmac-md5', 'algorithm'],
    ['key k { algorithm hmac-md5; secret "x"; }\nzone a. { primary 192.0.2.1; key |k; }', 'k', 'key "k"'],
    ['group |offices { }', 'offices', 'group "offices"'],
    ['log (in|fo, "x");', 'info', 'log'],
    ['host a { hardware ether|net 02:00:00:00:00:01; }', 'ethernet', 'hardware'],
    ['host a { hardware ethernet 02:00:|00:00:00:01; }', '02:00:00:00:00:01', 'hardware'],
  ])('%s', (marked, text, title) => {
    const told = toldAt(marked);
    expect([told?.text, told?.help.title]).toEqual([text, title]);
  });
});

test.each([
  '# auth|oritative;',
  'authoritative; # auth|oritative',
  '| ',
  'subnet 192.0.2.0 netmask 255.255.255.0 |{ }',
  'nonesuch| 3;',
  '',
])('nothing is told of comments, of blanks and of what nobody knows: %s', (marked) => {
  expect(toldAt(marked)).toBeUndefined();
});

test('half-typed lines above and below do not matter', () => {
  expect(titleAt('option domain-name "x\noption rou|ters 192.0.2.1')).toBe('routers');
  expect(titleAt('subnet 192.0.2.0 netmask 255.255.255.0 {\n  option rou|ters\n')).toBe('routers');
  expect(titleAt('}}}\nclass "a" { match if known\n  lease lim|it\n')).toBe('lease limit');
});

describe('every statement in every place that takes it', () => {
  const written = STATEMENTS.filter(({ keyword }) => /^[a-z]/.test(keyword));
  test.each(written)('$keyword', ({ keyword, places4, places6 }) => {
    const words = keyword === 'option' ? 'option x' : keyword;
    for (const place of new Set([...places4, ...places6])) {
      expect([place, titleAt(textIn(place, `|${words} x;`))]).toEqual([place, keyword]);
    }
  });
});

test('the last word of a statement tells of the whole of it too', () => {
  for (const { keyword } of STATEMENTS) {
    const words = keyword.split(' ');
    if (words.length === 1) continue;
    const last = words.pop() ?? '';
    expect(titleAt(`${words.join(' ')} ${last[0]}|${last.slice(1)} x;`)).toBe(keyword);
  }
});

test.each(OPTIONS4)('option $space.$name', ({ space, name, code, help }) => {
  const written = space === 'dhcp' ? name : `${space}.${name}`;
  const told = toldAt(`option ${written}|;`);
  expect(told?.help).toMatchObject({ title: written, help: `${help}.` });
  expect(told?.subject).toMatchObject({ kind: 'option', code });
});

test.each(PARAMETERS_OF_OTHER_BUILDS)('$name, which another build knows', ({ name }) => {
  expect(toldAt(`${name}| x;`)?.help.notes).toMatchObject([{ about: 'Server' }]);
});

test.each(EXPRESSION_WORDS.filter(({ name }) => name !== '-'))('the word $name of expressions', (word) => {
  const form = formOf(word).replace(/\b[A-Z]+\b/g, 'x');
  const at = form.indexOf(word.name);
  expect(titleAt(`if ${form.slice(0, at)}|${form.slice(at)} { }`)).toBe(word.name);
});

test.each(DEFINITION_TYPES.filter(({ words }) => !/[A-Z{]/.test(words)))('the type $words', ({ words, help }) => {
  expect(toldAt(`option x code 250 = |${words};`)?.help).toMatchObject({ title: words, help: `${help}.` });
});

test('a statement says what holds without it, where it stands, and where it does nothing', () => {
  expect(toldAt('ping-che|ck off;')?.help.notes).toEqual([
    { about: 'Without it', text: '`on`' },
    { about: 'Place', text: 'anywhere' },
  ]);
  expect(toldAt('subnet 192.0.2.0 netmask 255.255.255.0 { omapi-po|rt 7911; }')?.help.notes).toContainEqual({
    about: 'Effect',
    text: 'only directly in the file; elsewhere it is read and does nothing',
  });
  expect(toldAt('host a { ran|ge 192.0.2.1; }')?.help.notes).toContainEqual({ about: 'Here', text: 'not accepted' });
});

test('of the ways to write a statement those are shown that its place takes', () => {
  expect(toldAt('zone a. { ke|y k; }')?.help.forms).toEqual(['key NAME;']);
  expect(toldAt('subnet 192.0.2.0 netmask 255.255.255.0 { pool { failover pe|er "x"; } }')?.help.forms).toEqual([
    'failover peer "NAME";',
  ]);
});

test('an option of the file says where it is defined, in whichever file', () => {
  expect(toldAt('option a code 250 = text;\n\noption |a "x";')?.help.notes).toContainEqual({
    about: 'Defined',
    text: 'line 1',
  });
  const { unit, document, offset } = dhcpdAt('include "more.conf";\noption |a "x";', {
    files: { 'more.conf': 'option a code 250 = text;\n' },
  });
  expect(unit.analysis.describeAt(document, offset)?.help.notes).toContainEqual({
    about: 'Defined',
    text: 'in more.conf',
  });
});

test('in an included file the place is that of its include', () => {
  const { unit, document, offset } = dhcpdAt('host a {\n  include "more.conf";\n}\n', {
    files: { 'more.conf': '|hardware ethernet 02:00:00:00:00:01;' },
  });
  const notes = unit.analysis.describeAt(document, offset)?.help.notes;
  expect(notes).toEqual([{ about: 'Place', text: 'host' }]);
});

describe('what a token means', () => {
  test('the value of an option, by its bytes', () => {
    const subject = toldAt('option igelrmserver code 224 = text;\noption igelrmserver "192.0.|2.10";')?.subject;
    expect(subject).toMatchObject({ kind: 'value', value: { code: 224, data: { kind: 'bytes' } } });
  });

  test('a value in a host', () => {
    const subject = toldAt('host a { option domain-name "o|ne"; }\nhost b { option domain-name "two"; }')?.subject;
    expect(subject).toMatchObject({ kind: 'value', value: { data: { bytes: new TextEncoder().encode('one') } } });
  });

  test('the option that a client is asked for', () => {
    const subject = toldAt('class "a" { match if option vendor-class-id|entifier = "x"; }')?.subject;
    expect(subject).toMatchObject({ kind: 'option', code: 60, value: undefined });
  });

  test('what fills option 43', () => {
    const subject = toldAt('option space a;\nvendor-option-sp|ace a;')?.subject;
    expect(subject).toMatchObject({ kind: 'vendor-space', value: { name: 'vendor-option-space' } });
  });
});
