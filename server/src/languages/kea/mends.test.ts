import { describe, expect, it, test } from 'vitest';
import { startAnalysis } from '../../../../test/truth/analysis-of-disk.ts';
import { applyFixes } from '../../rules/apply-fixes.ts';
import type { Finding } from '../../rules/finding.ts';

const analysis = await startAnalysis({ read: () => undefined });

function findings(text: string, keaVersion = '2.2'): readonly Finding[] {
  const [report] = analysis.check(
    { path: 'kea-dhcp4.conf', text, language: 'kea' },
    { fleet: [], rules: {}, keaVersion },
  );
  return report?.findings ?? [];
}

/** What `fix --unsafe` leaves of a text, in one round. */
const fixedOnce = (text: string, keaVersion?: string): string =>
  applyFixes(text, findings(text, keaVersion), { unsafe: true }).text;

function fixed(text: string, keaVersion?: string): string {
  let before = text;
  for (let round = 0; round < 10; round++) {
    const after = fixedOnce(before, keaVersion);
    if (after === before) return after;
    before = after;
  }
  throw new Error(`mending never ends: ${before}`);
}

const CLASS = `"name": "igel", "test": "option[60].hex == 'igel-dhcp-1'"`;
const HOLDER = '{ "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" }';
const DEF_224 = '{ "name": "igelrmserver", "code": 224, "type": "string" }';
const SUB_DEF = '{ "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" }';
const SUB_DATA = '{ "name": "igelrmserver", "space": "igel", "data": "10.99.0.10" }';
const HEADER = '{ "name": "vendor-encapsulated-options" }';
const dhcp4 = (members: string): string => `{ "Dhcp4": { ${members} } }`;

/** What people have, and what they have after it was mended; nothing is found in that any more. */
const STORIES: readonly (readonly [what: string, before: string, after: string])[] = [
  // The text itself
  [
    'a comma that is missing',
    dhcp4('"valid-lifetime": 3600 "renew-timer": 900'),
    dhcp4('"valid-lifetime": 3600, "renew-timer": 900'),
  ],
  ['a comma too many', dhcp4('"valid-lifetime": 3600,'), dhcp4('"valid-lifetime": 3600')],
  ['single quotes', `{ 'Dhcp4': { 'valid-lifetime': 3600 } }`, dhcp4('"valid-lifetime": 3600')],
  ['typographic quotes', '{ “Dhcp4”: { “valid-lifetime”: 3600 } }', dhcp4('"valid-lifetime": 3600')],
  ['names without quotes', '{ Dhcp4: { valid-lifetime: 3600 } }', dhcp4('"valid-lifetime": 3600')],
  ['a quote that is not closed', '{ "Dhcp4": { "valid-lifetime: 3600 } }', dhcp4('"valid-lifetime": 3600')],
  ['an equals sign', '{ "Dhcp4": { "valid-lifetime" = 3600 } }', dhcp4('"valid-lifetime" : 3600')],
  [
    'a semicolon',
    dhcp4('"valid-lifetime": 3600; "renew-timer": 900'),
    dhcp4('"valid-lifetime": 3600, "renew-timer": 900'),
  ],
  ['a brace that is missing', '{ "Dhcp4": { "valid-lifetime": 3600 }', '{ "Dhcp4": { "valid-lifetime": 3600 } }'],
  ['a brace too many', `${dhcp4('"valid-lifetime": 3600')} }`, `${dhcp4('"valid-lifetime": 3600')} `],
  ['capitals', dhcp4('"authoritative": True'), dhcp4('"authoritative": true')],
  [
    'no name of the server around it',
    '{ "valid-lifetime": 3600, "subnet4": [ ] }',
    '{ "Dhcp4": { "valid-lifetime": 3600, "subnet4": [ ] } }',
  ],
  // Keys and their values
  [
    'a map where a list belongs',
    dhcp4('"subnet4": { "subnet": "192.0.2.0/24" }'),
    dhcp4('"subnet4": [ { "subnet": "192.0.2.0/24" } ]'),
  ],
  ['a number with a fraction', dhcp4('"valid-lifetime": 3600.0'), dhcp4('"valid-lifetime": 3600')],
  [
    'a key of a newer Kea',
    dhcp4('"loggers": [ { "name": "kea-dhcp4", "severity": "INFO", "output-options": [ { "output": "stdout" } ] } ]'),
    dhcp4('"loggers": [ { "name": "kea-dhcp4", "severity": "INFO", "output_options": [ { "output": "stdout" } ] } ]'),
  ],
  [
    'a log that does not say how much it writes',
    dhcp4('"loggers": [ { "name": "kea-dhcp4" } ]'),
    dhcp4('"loggers": [ { "name": "kea-dhcp4", "severity": "INFO" } ]'),
  ],
  // Definitions
  [
    'a definition in a subnet',
    dhcp4(`"subnet4": [ { "subnet": "192.0.2.0/24", "option-def": [ ${DEF_224} ] } ]`),
    dhcp4(`"option-def": [ ${DEF_224} ], "subnet4": [ { "subnet": "192.0.2.0/24" } ]`),
  ],
  [
    'a definition in a class',
    dhcp4(
      `"option-def": [ { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" } ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER}, ${SUB_DEF} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" }, ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ] } ]`,
    ),
  ],
  ['a definition twice', dhcp4(`"option-def": [ ${DEF_224}, ${DEF_224} ]`), dhcp4(`"option-def": [ ${DEF_224} ]`)],
  [
    'an array of texts',
    dhcp4('"option-def": [ { "name": "igelrmserver", "code": 224, "type": "string", "array": true } ]'),
    dhcp4(`"option-def": [ ${DEF_224} ]`),
  ],
  [
    'the type of another server',
    dhcp4(`"option-def": [ ${DEF_224.replace('string', 'text')} ]`),
    dhcp4(`"option-def": [ ${DEF_224} ]`),
  ],
  // Values
  [
    'a name and a code that differ',
    dhcp4(
      `"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "code": 222, "data": "10.99.0.10" } ]`,
    ),
    dhcp4(
      `"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "code": 224, "data": "10.99.0.10" } ]`,
    ),
  ],
  [
    'a code without a definition',
    dhcp4('"option-data": [ { "code": 224, "data": "10.99.0.10" } ]'),
    dhcp4(`"option-def": [ ${DEF_224} ], "option-data": [ { "code": 224, "data": "10.99.0.10" } ]`),
  ],
  [
    'addresses with blanks between them',
    dhcp4('"option-data": [ { "name": "routers", "data": "192.0.2.1 192.0.2.2" } ]'),
    dhcp4('"option-data": [ { "name": "routers", "data": "192.0.2.1, 192.0.2.2" } ]'),
  ],
  [
    'yes',
    dhcp4('"option-data": [ { "name": "ip-forwarding", "data": "yes" } ]'),
    dhcp4('"option-data": [ { "name": "ip-forwarding", "data": "true" } ]'),
  ],
  [
    'a text where bytes are expected',
    dhcp4(
      `"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "csv-format": false, "data": "ums.example.org" } ]`,
    ),
    dhcp4(
      `"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "csv-format": true, "data": "ums.example.org" } ]`,
    ),
  ],
  [
    'a text in an option of bytes',
    dhcp4(
      `"option-def": [ ${DEF_224.replace('string', 'binary')} ], "option-data": [ { "name": "igelrmserver", "data": "ums.example.org" } ]`,
    ),
    dhcp4(
      `"option-def": [ ${DEF_224.replace('string', 'binary')} ], "option-data": [ { "name": "igelrmserver", "data": "'ums.example.org'", "csv-format": false } ]`,
    ),
  ],
  [
    'another type',
    dhcp4(
      `"option-def": [ ${DEF_224.replace('string', 'ipv4-address')} ], "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ]`,
    ),
    dhcp4(`"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ]`),
  ],
  [
    'a type that goes by bytes',
    dhcp4(
      `"option-def": [ ${DEF_224.replace('string', 'uint32')} ], "option-data": [ { "name": "igelrmserver", "csv-format": false, "data": "0a63000a" } ]`,
    ),
    dhcp4(
      `"option-def": [ ${DEF_224} ], "option-data": [ { "name": "igelrmserver", "csv-format": false, "data": "'10.99.0.10'" } ]`,
    ),
  ],
  // Option 43
  [
    'sub-options without the entry of 43',
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${SUB_DATA} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${SUB_DATA}, ${HEADER} ] } ]`,
    ),
  ],
  [
    'sub-options that no option holds',
    dhcp4(`"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-data": [ ${SUB_DATA} ] } ]`),
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-data": [ ${SUB_DATA}, ${HEADER} ], "option-def": [ ${HOLDER} ] } ]`,
    ),
  ],
  [
    'a definition of 43 that holds nothing',
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER.replace(', "encapsulate": "igel"', '')} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
  ],
  [
    'a space that is misspelt',
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER.replace('igel', 'ige1')} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
  ],
  [
    'a definition of 43 that wants a value',
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER.replace('empty', 'binary')} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ]`,
    ),
  ],
  [
    'the space of another server',
    dhcp4(
      `"option-def": [ ${DEF_224.replace('"type"', '"space": "dhcp", "type"')} ], "option-data": [ { "name": "igelrmserver", "space": "dhcp", "data": "10.99.0.10" } ]`,
    ),
    dhcp4(
      `"option-def": [ ${DEF_224.replace('"type"', '"space": "dhcp4", "type"')} ], "option-data": [ { "name": "igelrmserver", "space": "dhcp4", "data": "10.99.0.10" } ]`,
    ),
  ],
  [
    'exclusive without a definition',
    dhcp4(
      `"option-def": [ ${SUB_DEF} ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, { "name": "exclusive", "space": "igel", "data": "1" }, ${SUB_DATA} ] } ]`,
    ),
    dhcp4(
      `"option-def": [ ${SUB_DEF}, { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" } ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, { "name": "exclusive", "space": "igel", "data": "1" }, ${SUB_DATA} ] } ]`,
    ),
  ],
  // Tests of classes
  [
    'no representation',
    dhcp4(`"client-classes": [ { "name": "igel", "test": "option[60] == 'igel-dhcp-1'" } ]`),
    dhcp4(`"client-classes": [ { ${CLASS} } ]`),
  ],
  [
    'one equals sign',
    dhcp4(`"client-classes": [ { "name": "igel", "test": "option[60].hex = 'igel-dhcp-1'" } ]`),
    dhcp4(`"client-classes": [ { ${CLASS} } ]`),
  ],
  [
    'double quotes',
    dhcp4(`"client-classes": [ { "name": "igel", "test": "option[60].hex == \\"igel-dhcp-1\\"" } ]`),
    dhcp4(`"client-classes": [ { ${CLASS} } ]`),
  ],
];

describe('mended', () => {
  it.each(STORIES)('%s', (_, before, after) => {
    expect(findings(before).length).toBeGreaterThan(0);
    expect(fixed(before)).toBe(after);
    const left = findings(after).filter(({ severity, rule }) => severity === 'error' || rule === 'syntax');
    expect(left).toEqual([]);
  });
});

describe('what nobody can decide is left to a person', () => {
  test('a tag in a pool: an entry of 43 there would take the place of the one with the server', () => {
    const text = dhcp4(
      `"option-def": [ ${SUB_DEF}, { "name": "umsstructuretag", "code": 226, "space": "igel", "type": "string" } ], "client-classes": [ { ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}, ${SUB_DATA} ] } ], "subnet4": [ { "subnet": "192.0.2.0/24", "option-data": [ { "name": "umsstructuretag", "space": "igel", "data": "HQ" } ] } ]`,
    );
    expect(findings(text).map(({ rule }) => rule)).toContain('misplaced-declaration');
    expect(fixed(text)).toBe(text);
  });

  test('a key that is only old is not renamed by itself, since the Kea that reads it may be older than is said', () => {
    const text = dhcp4('"client-classes": [ { "name": "a", "test": "member(\'ALL\')", "only-if-required": true } ]');
    const [finding] = findings(text, '3.0.0');
    expect(finding?.fixes.map(({ title, preferred }) => [title, preferred])).toEqual([
      ['Write "only-in-additional-list"', false],
    ]);
    expect(fixed(text, '3.0.0')).toBe(text);
  });
});

test('keys that are newer or older than the version set say so', () => {
  const newer = findings(dhcp4('"subnet4": [ { "subnet": "192.0.2.0/24", "allocator": "random" } ]'), '2.2');
  expect(newer.map(({ rule, severity, what }) => [rule, severity, what])).toEqual([
    ['server-version', 'error', '"allocator" exists here since Kea 2.3.4; this file is for 2.2.'],
  ]);
  const older = findings(
    '{ "Dhcp6": { "subnet6": [ { "id": 1, "subnet": "2001:db8::/64", "relay": { "ip-address": "2001:db8::1" } } ] } }',
    '3.0.0',
  );
  expect(older.map(({ rule, severity, what }) => [rule, severity, what])).toEqual([
    ['server-version', 'error', '"ip-address" is gone after Kea 2.5.8; this file is for 3.0.0.'],
  ]);
});

describe('sub-options that stand in another list than the entry of option 43', () => {
  const POOLS =
    '"subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "pools": [ { "pool": "192.0.2.10 - 192.0.2.99" } ] } ]';
  const file = (first: string, classes: string): string =>
    dhcp4(`"option-def": [ ${SUB_DEF} ], "option-data": [ ${first} ], "client-classes": [ ${classes} ], ${POOLS}`);
  const head = (data: string): string =>
    `{ ${CLASS}, "option-def": [ ${HOLDER} ], "option-data": [ ${HEADER}${data} ] }`;
  const others = `{ "name": "routers", "data": "192.0.2.1" }`;

  test('are moved to it from the list of the whole server', () => {
    expect(fixedOnce(file(`${others}, ${SUB_DATA}`, head('')))).toBe(file(others, head(`, ${SUB_DATA}`)));
  });

  test('are moved to it from a class beside it', () => {
    const body = (data: string): string =>
      `{ "name": "body", "test": "option[60].hex == 'igel-dhcp-1'", "option-data": [ ${data} ] }`;
    const before = file('', `${head('')}, ${body(`${SUB_DATA}, ${others}`)}`);
    expect(fixedOnce(before)).toBe(file('', `${head(`, ${SUB_DATA}`)}, ${body(others)}`));
  });

  test('stay where a comment stands among them', () => {
    const before = file(`${SUB_DATA}, /* the UMS */ ${others}`, head(''));
    expect(fixedOnce(before)).toBe(before);
  });
});

test('a class that nobody asks for is tested for everybody', () => {
  const file = (word: string): string =>
    dhcp4(
      `"option-def": [ ${DEF_224} ], "client-classes": [ { ${CLASS}, "only-if-required": ${word}, "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ] } ], "subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "pools": [ { "pool": "192.0.2.10 - 192.0.2.99" } ] } ]`,
    );
  expect(findings(file('true')).map(({ rule, what }) => [rule, what])).toEqual([
    [
      'vendor-class-match',
      'Nobody is in the class "igel": it is only tested where a network or a pool asks for it, and none does.',
    ],
  ]);
  expect(fixed(file('true'))).toBe(file('false'));
  expect(findings(file('false'))).toEqual([]);
});

describe('a class without a test', () => {
  const withClass = (reservation: string): string =>
    dhcp4(
      `"client-classes": [ { "name": "vip", "option-data": [ { "name": "routers", "data": "192.0.2.1" } ] } ], "subnet4": [ { "subnet": "192.0.2.0/24", "reservations": [ { "hw-address": "00:e0:c5:00:00:01", ${reservation} } ] } ]`,
    );

  test('is told where nobody is put into it', () => {
    expect(findings(withClass('"hostname": "pc"')).map(({ rule }) => rule)).toEqual(['class-never-matches']);
  });

  test('is right where a reservation names it', () => {
    expect(findings(withClass('"client-classes": [ "vip" ]'))).toEqual([]);
  });
});
