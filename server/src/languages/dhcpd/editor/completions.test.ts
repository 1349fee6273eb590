import { describe, expect, test } from 'vitest';
import { filledIn } from '../../../../../test/editor/apply-edits.ts';
import { textIn } from '../../../../../test/editor/place-text.ts';
import { dhcpdAt } from '../../../../../test/editor/unit-at-cursor.ts';
import type { Place } from '../vocabulary/place.ts';
import { STATEMENTS } from '../vocabulary/statements.ts';

function itemsAt(marked: string) {
  const { unit, document, offset } = dhcpdAt(marked);
  const found = unit.analysis.completionsAt(document, offset);
  return { items: found?.items ?? [], replaced: found && document.slice(found.range.start, found.range.end) };
}

const labelsAt = (marked: string): readonly string[] => itemsAt(marked).items.map(({ label }) => label);

/** The text after an item was chosen in an editor with tab stops. */
function chosen(marked: string, label: string): string | undefined {
  const { unit, document, offset } = dhcpdAt(marked);
  const found = unit.analysis.completionsAt(document, offset);
  const item = found?.items.find((one) => one.label === label);
  if (!found || !item) return undefined;
  const text = item.snippet === undefined ? item.newText : filledIn(item.snippet);
  return document.text.slice(0, found.range.start) + text + document.text.slice(found.range.end);
}

const DECLARED = `option space igel;
option igel.server code 224 = text;
option igelrmserver code 224 = text;
key k { algorithm hmac-md5; secret "eA=="; }
failover peer "p" { primary; }
class "igel" { match option vendor-class-identifier; }
group offices { }
`;

const PLACES: readonly Place[] = [
  'global',
  'shared-network',
  'subnet',
  'pool',
  'group',
  'host',
  'class',
  'subclass',
  'if',
  'on',
  'switch',
  'failover',
  'key',
  'zone',
];

describe('statements: those that the place takes and that do something there', () => {
  test.each(PLACES)('%s', (place) => {
    const marked = textIn(place, '|');
    const labels = labelsAt(marked);
    const { family } = dhcpdAt(marked).unit.analysis.model;
    for (const { keyword, variants, ...only } of STATEMENTS) {
      const useful = (variants ?? [only]).some(
        ({ effect, places4, places6 }) =>
          ((family !== 6 && places4.includes(place)) || (family !== 4 && places6.includes(place))) &&
          (effect === 'everywhere' || (typeof effect !== 'string' && effect.includes(place))),
      );
      if (/^[a-z]/.test(keyword)) expect([keyword, labels.includes(keyword)]).toEqual([keyword, useful]);
    }
  });

  test('of the server that reads the file', () => {
    expect(labelsAt('subnet 192.0.2.0 netmask 255.255.255.0 { }\n|')).not.toContain('subnet6');
    expect(labelsAt('subnet6 2001:db8::/64 { }\n|')).not.toContain('fixed-address');
  });

  test('none in a block that dhcpd does not have', () => {
    expect(labelsAt('frobnicate {\n  |\n}\n')).toEqual([]);
  });

  test('what people write most comes first', () => {
    expect(labelsAt('|').slice(0, 3)).toEqual(['option', 'option … code … = …', 'subnet']);
    expect(labelsAt(textIn('host', '|')).slice(0, 3)).toEqual(['option', 'hardware', 'fixed-address']);
    expect(labelsAt(textIn('class', '|')).slice(0, 2)).toEqual(['option', 'match if']);
  });

  test('elsif and else behind a condition, and nowhere else', () => {
    expect(labelsAt('if known { }\n|').slice(0, 2)).toEqual(['elsif', 'else']);
    expect(labelsAt('if known { }\nauthoritative;\n|')).not.toContain('else');
    expect(labelsAt('|')).not.toContain('else');
  });
});

describe('declarations are written whole', () => {
  test.each([
    ['sub|', 'subnet', 'subnet 192.0.2.0 netmask 255.255.255.0 {\n\t\n}'],
    ['cl|', 'class', 'class "name" {\n\tmatch if option vendor-class-identifier = "";\n\t\n}'],
    ['ho|', 'host', 'host name {\n\thardware ethernet 02:00:00:00:00:01;\n\t\n}'],
    ['|', 'option space', 'option space name;'],
    ['|', 'option … code … = …', 'option name code number = text;'],
    ['|', 'authoritative', 'authoritative;'],
    ['ping|', 'ping-check', 'ping-check on;'],
    ['|', 'allow unknown-clients', 'allow unknown-clients;'],
    ['allow unk|', 'unknown-clients', 'allow unknown-clients;'],
    ['key k { |', 'algorithm', 'key k { algorithm hmac-md5;'],
  ])('%s %s', (marked, label, after) => {
    expect(chosen(marked, label)).toBe(after);
  });

  test('where they are references they are written as such', () => {
    expect(chosen(textIn('pool', '|'), 'failover peer')).toContain('{\nfailover peer "";\n}');
    expect(chosen(textIn('zone', '|'), 'key')).toContain('{\nkey ;\n}');
    expect(chosen(textIn('host', '|'), 'group')).toContain('{\ngroup ;\n}');
  });

  test('only the word where the line goes on', () => {
    expect(chosen('sub| 192.0.2.0 netmask 255.255.255.0 {\n}\n', 'subnet')).toBe(
      'subnet 192.0.2.0 netmask 255.255.255.0 {\n}\n',
    );
  });
});

describe('names, each at its place', () => {
  test.each<readonly [string, readonly string[]]>([
    ['subclass |', ['"igel"']],
    ['subclass "|', ['igel']],
    ['subclass "ig|" "x";', ['igel']],
    ['subnet 192.0.2.0 netmask 255.255.255.0 { pool { allow members of |', ['"igel"']],
    ['subnet 192.0.2.0 netmask 255.255.255.0 { pool { deny members of "|', ['igel']],
    ['subnet 192.0.2.0 netmask 255.255.255.0 { pool { failover peer |', ['"p"']],
    ['class "a" { vendor-option-space |', ['igel']],
    ['option x code 250 = encapsulate |', ['igel']],
    ['zone a. { key |', ['k']],
    ['omapi-key |', ['k']],
    ['host a { group |', ['offices']],
    ['group { add |', ['"igel"']],
    ['option igel.|', ['server']],
    ['class "a" { match if option igel.|', ['server']],
    ['class "a" { match if exists igel.|', ['server']],
    ['subnet 192.0.2.0 |', ['netmask']],
    ['on |', ['commit', 'release', 'expiry']],
    ['host a { hardware |', ['ethernet', 'token-ring', 'fddi', 'infiniband']],
    ['option space x |', ['code width', 'length width', 'hash size']],
    ['option space x code |', ['width']],
    ['option space x code width |', ['1', '2', '4']],
    ['option new |', ['code']],
    ['ping-check |', ['on', 'off']],
    ['ping-check |;', ['on', 'off']],
    ['option ip-forwarding |', ['on', 'off']],
    ['option slp-service-scope |', ['on', 'off']],
    ['default-lease-time |', ['infinite']],
    ['ddns-update-style |', ['none', 'ad-hoc', 'interim', 'standard']],
    ['lease-id-format |', ['octal', 'hex']],
    ['class "a" { match |', ['if', 'option']],
    ['class "a" { spawn |', ['with']],
    ['class "a" { match if option user-class |', ['=', '!=', '~=', '~~', 'and', 'or']],
    ['if known |', ['=', '!=', '~=', '~~', 'and', 'or']],
  ])('%s', (marked, expected) => {
    const labels = labelsAt(DECLARED + marked);
    expect(marked.endsWith('match |') ? labels.slice(0, 2) : labels).toEqual(expected);
  });

  test('what is declared further down cannot be used yet', () => {
    expect(labelsAt(`subclass |\n${DECLARED}`)).toEqual([]);
    expect(labelsAt(`vendor-option-space |\n${DECLARED}`)).toEqual([]);
  });

  test('options: those of the file first, then the server’s own; all of them where none is set but asked for', () => {
    expect(labelsAt(`${DECLARED}option |`).slice(0, 3)).toEqual(['igelrmserver', 'igel.server', 'all-subnets-local']);
    expect(labelsAt('class "a" { match if exists |')).toContain('agent.circuit-id');
    expect(labelsAt('option |')).not.toContain('dhcp6.name-servers');
    expect(labelsAt('subnet6 2001:db8::/64 { option |')).toContain('dhcp6.name-servers');
  });
});

describe('types of options', () => {
  test('all of them behind the equals sign', () => {
    expect(labelsAt('option x code 250 = |').slice(0, 3)).toEqual(['text', 'string', 'ip-address']);
    expect(labelsAt('option x code 250 = |;')).toContain('array of TYPE');
  });

  test.each<readonly [string, readonly string[]]>([
    ['option x code 250 = unsigned |', ['integer 8', 'integer 16', 'integer 32']],
    ['option x code 250 = unsigned integer |', ['8', '16', '32']],
    ['option x code 250 = array |', ['of TYPE', 'of { TYPE, … }']],
    ['option x code 250 = domain-list |', ['compressed']],
  ])('%s', (marked, expected) => {
    expect(labelsAt(marked)).toEqual(expected);
  });

  test('in arrays and records those that fit there', () => {
    expect(labelsAt('option x code 250 = array of |')).not.toContain('text');
    expect(labelsAt('option x code 250 = { ip-address, |')).toContain('text');
    expect(labelsAt('option x code 250 = { |')).not.toContain('{ TYPE, … }');
  });

  test.each([
    ['option x code 250 = |', 'array of TYPE', 'option x code 250 = array of ;'],
    ['option x code 250 = |', '{ TYPE, … }', 'option x code 250 = {  };'],
    ['option x code 250 = uns|', 'unsigned integer 8', 'option x code 250 = unsigned integer 8'],
  ])('%s %s', (marked, label, after) => {
    expect(chosen(marked, label)?.replace(/;?$/, ';')).toBe(after.replace(/;?$/, ';'));
  });
});

describe('expressions', () => {
  test('what yields the kind that is wanted comes first', () => {
    expect(labelsAt('class "a" { match if |').slice(0, 4)).toEqual(['option', 'not', 'exists', 'check']);
    expect(labelsAt('option x = |').slice(0, 3)).toEqual(['option', 'config-option', 'packet']);
    expect(labelsAt('class "a" { match if substring(hardware, |')[0]).toBe('extract-int');
  });

  test('functions are written with their arguments', () => {
    expect(chosen('class "a" { match subs|', 'substring')).toBe('class "a" { match substring(DATA, OFFSET, LENGTH)');
  });

  test('over several lines', () => {
    expect(labelsAt('class "a" {\n  match if option user-class = "x" or\n    |\n}\n')[0]).toBe('option');
    expect(labelsAt('log (info, concat (\n  |\n')).toContain('binary-to-ascii');
  });
});

describe('half-typed and broken files', () => {
  test('a line begins anew although the semicolon above is missing', () => {
    expect(labelsAt('option domain-name "x"\nop|\nsubnet 192.0.2.0 netmask 255.255.255.0 { }')).toContain('option');
  });

  test('a block that nothing closes is still the place', () => {
    expect(labelsAt('host a {\n  |\nsubnet 192.0.2.0 netmask 255.255.255.0 { }')).toContain('hardware');
    expect(
      labelsAt('host a {\n  hardware ethernet 02:00:00:00:00:01;\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  |'),
    ).toContain('range');
  });

  test('a quote that nothing closes ends with its line', () => {
    expect(labelsAt('option domain-name "x;\n|')).toContain('subnet');
  });

  test('the whole word is replaced', () => {
    expect(itemsAt('auth|oritativ\n').replaced).toBe('authoritativ');
  });
});
