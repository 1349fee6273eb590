import { describe, expect, test } from 'vitest';
import { startAnalysis } from '../../../../test/truth/analysis-of-disk.ts';
import { applyFixes } from '../../rules/apply-fixes.ts';

const analysis = await startAnalysis({ read: () => undefined });

const findingsIn = (text: string, keaVersion = '2.2') =>
  analysis.check({ path: 'kea-dhcp4.conf', text, language: 'kea' }, { fleet: [], rules: {}, keaVersion })[0]
    ?.findings ?? [];

/** Each finding of warning level or more: rule, severity, and the text that it stands at. */
const told = (text: string, keaVersion?: string) =>
  findingsIn(text, keaVersion)
    .filter(({ severity }) => severity !== 'information')
    .map(({ rule, severity, start, end }) => `${severity} ${rule} ${text.slice(start, end)}`);

const mended = (text: string): string => applyFixes(text, findingsIn(text), { unsafe: true }).text;

const dhcp4 = (inside: string): string => `{ "Dhcp4": { ${inside} } }`;
const subnet = (inside: string): string => dhcp4(`"subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", ${inside} } ]`);

describe('what is no JSON is told once, and where a person would put it', () => {
  test.each([
    [
      '{ "Dhcp4": { "valid-lifetime": 600\n "renew-timer": 60 } }',
      ['error syntax 0'],
      '{ "Dhcp4": { "valid-lifetime": 600,\n "renew-timer": 60 } }',
    ],
    [dhcp4("'valid-lifetime': 600"), ["error syntax 'valid-lifetime'"], dhcp4('"valid-lifetime": 600')],
    [dhcp4('valid-lifetime: 600'), ['error syntax valid-lifetime'], dhcp4('"valid-lifetime": 600')],
    [dhcp4('"valid-lifetime" = 600'), ['error syntax ='], dhcp4('"valid-lifetime" : 600')],
    [dhcp4('"valid-lifetime: 600'), ['error syntax "valid-lifetime'], dhcp4('"valid-lifetime": 600')],
    [dhcp4('"authoritative": True'), ['error syntax True'], dhcp4('"authoritative": true')],
    [dhcp4('"valid-lifetime": 600,'), ['warning syntax ,'], dhcp4('"valid-lifetime": 600')],
    ['"Dhcp4": { "valid-lifetime": 600 } }', ['error syntax "Dhcp4"', 'error syntax }'], undefined],
    ['{ "Dhcp4": { "valid-lifetime": 600 } }\n{ "Dhcp6": { } }', ['error syntax {'], undefined],
    [dhcp4('"boot-file-name": "a\\.b"'), ['error syntax \\.'], dhcp4('"boot-file-name": "a\\\\.b"')],
  ])('%s', (text, findings, after) => {
    expect(told(text)).toEqual(findings);
    if (after !== undefined) expect(mended(text)).toBe(after);
  });
});

test("another vendor's space is not held to what IGEL OS reads, whatever codes it has", () => {
  const text = (record: string): string =>
    dhcp4(`"option-def": [ { "name": "mine", "code": 1, "space": "fancy", "type": "empty" },
      { "name": "long", "code": 224, "space": "fancy", ${record} },
      { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "fancy" } ],
    "option-data": [ { "name": "vendor-encapsulated-options" }, { "name": "mine", "space": "fancy" },
      { "name": "long", "space": "fancy", "data": "192.0.2.74, x" } ]`);
  const errors = (record: string) => told(text(record)).filter((found) => found.startsWith('error exclusive'));
  expect(errors('"type": "record", "record-types": "ipv4-address, string"')).toEqual([]);
  expect(errors('"type": "string"')).toEqual(['error exclusive-type empty']);
});

describe('values that are too long for one option', () => {
  const list = (count: number): string => Array.from({ length: count }, () => '192.0.2.7').join();

  test('are cut where they are texts, and end the message where they are lists', () => {
    const routers = (count: number) => dhcp4(`"option-data": [ { "name": "routers", "data": "${list(count)}" } ]`);
    expect(told(routers(63))).toEqual([]);
    expect(told(routers(64))).toEqual([`warning option-value-type ${list(64)}`]);
    const text = dhcp4(`"option-data": [ { "name": "domain-name", "data": "${'x'.repeat(254)}" } ]`);
    expect(told(text)).toEqual([`warning option-value-type ${'x'.repeat(254)}`]);
    const hurts = [routers(64), text].map((one) => findingsIn(one)[0]?.hurts);
    expect(hurts[0]).toContain('clients get no option from 3 on');
    expect(hurts[1]).toContain('cut into several options of one code');
  });

  test('lists of IPv6 addresses are written in the form of DHCPv6', () => {
    const text = dhcp4('"option-def": [ { "name": "six", "code": 230, "type": "ipv6-address", "array": true } ]');
    expect(told(text)).toEqual(['warning option-definition "ipv6-address"']);
  });
});

test('a kind of identifier is named once', () => {
  expect(told(dhcp4('"host-reservation-identifiers": [ "hw-address", "duid", "hw-address" ]'))).toEqual([
    'error duplicate hw-address',
  ]);
});

describe('a log has a name, and says how much it writes', () => {
  const logger = (inside: string, program = 'Dhcp4'): string => `{ "${program}": { "loggers": [ { ${inside} } ] } }`;
  const OUT = '"output_options": [ { "output": "stdout" } ]';

  test.each([
    ['Dhcp4', 'warning'],
    ['Dhcp6', 'warning'],
    ['DhcpDdns', 'error'],
    ['Control-agent', 'error'],
  ])('in %s, whose own check passes it or not', (program, severity) => {
    expect(told(logger(`"name": "x", "severity": "INFO", ${OUT}`, program))).toEqual([]);
    expect(told(logger(`"severity": "INFO", ${OUT}`, program))).toEqual([`${severity} incomplete-declaration {`]);
    expect(told(logger(`"name": "x", ${OUT}`, program))).toEqual([`${severity} incomplete-declaration {`]);
  });

  test('later releases write what is worth to know by themselves', () => {
    expect(told(logger(`"name": "x", ${OUT}`), '2.4')).toEqual([]);
  });

  test('with a number of details that there are', () => {
    expect(told(logger(`"name": "x", "severity": "DEBUG", "debuglevel": 99, ${OUT}`))).toEqual([]);
    expect(told(logger(`"name": "x", "severity": "DEBUG", "debuglevel": 100, ${OUT}`))).toEqual([
      'warning parameter-value 100',
    ]);
  });
});

describe('commands are encrypted with three files or none', () => {
  const THREE = '"trust-anchor": "/ca", "cert-file": "/cert", "key-file": "/key"';

  test.each([
    [THREE, []],
    ['"http-port": 8000', []],
    ['"trust-anchor": "/ca", "cert-file": "/cert"', ['error incomplete-declaration "trust-anchor"']],
    ['"trust-anchor": "", "key-file": "/key"', ['error incomplete-declaration "key-file"']],
  ])('by the control agent: %s', (files, findings) => {
    expect(told(`{ "Control-agent": { ${files} } }`)).toEqual(findings);
  });

  test('and by a server that takes commands over HTTP', () => {
    const socket = (files: string): string => dhcp4(`"control-sockets": [ { "socket-type": "https", ${files} } ]`);
    expect(told(socket(THREE), '3.0')).toEqual([]);
    expect(told(socket('"cert-file": "/cert"'), '3.0')).toEqual(['error incomplete-declaration "cert-file"']);
  });
});

describe('reservations by what Kea does not look for', () => {
  const file = (more: string, identifiers: readonly string[]): string =>
    `{ "Dhcp4": { ${more}"subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "reservations": [ ${identifiers
      .map((identifier, at) => `{ ${identifier}, "hostname": "h${at}" }`)
      .join(', ')} ] } ] } }`;
  const CARD = '"hw-address": "02:00:00:00:00:01"';
  const ID = '"client-id": "01:02:03"';

  test('are told of once, and looked for after the fix', () => {
    const text = file('"host-reservation-identifiers": [ "hw-address" ], ', [CARD, ID, '"client-id": "01:02:04"']);
    expect(told(text)).toEqual(['warning never-effective 01:02:03']);
    expect(findingsIn(text)[0]?.hurts).toContain('2 reservations');
    expect(mended(text)).toContain('[ "hw-address", "client-id" ]');
    expect(told(mended(text))).toEqual([]);
    expect(told(file('', [CARD, ID]))).toEqual([]);
  });

  test('flex-id needs a library that works it out, and to be named', () => {
    const flexId = [`"flex-id": "'desk 7'"`];
    const named = '"host-reservation-identifiers": [ "flex-id" ], ';
    const library = '"hooks-libraries": [ { "library": "/usr/lib/kea/hooks/libdhcp_flex_id.so" } ], ';
    expect(told(file(named, flexId))).toEqual(["warning never-effective 'desk 7'"]);
    expect(told(file(library, flexId))).toEqual(["warning never-effective 'desk 7'"]);
    expect(told(file(named + library, flexId))).toEqual([]);
  });
});

describe('bytes are read by the definition, those of sub-options too', () => {
  const entry = (definition: string, data: string): string =>
    dhcp4(`"option-def": [ { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" },
      { "name": "list", "code": 7, "space": "igel", "type": "uint16", "array": true },
      { "name": "tried", "code": 240, ${definition} } ],
    "option-data": [ { "name": "tried", "csv-format": false, "data": "${data}" } ]`);
  const HOLDER = '"type": "empty", "encapsulate": "igel"';

  test.each([
    ['a number in them is too short', HOLDER, '0100'],
    ['a list in them is not whole', HOLDER, '0101070703000102'],
    ['a prefix is longer than its bytes', '"type": "ipv6-prefix"', '2020'],
    ['a text in a record is cut off', '"type": "record", "record-types": "uint8, tuple"', '010578'],
  ])('refused: %s', (_, definition, data) => {
    expect(told(entry(definition, data))).toEqual([`error option-value-type ${data}`]);
  });

  test.each([
    ['more bytes than a number has', '"type": "uint8"', '0102'],
    ['an end that is cut off', HOLDER, '0101070203'],
  ])('taken: %s', (_, definition, data) => {
    expect(told(entry(definition, data)).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  test.each([
    ['the root alone', '"type": "fqdn"', '00'],
    ['a name with a backslash', '"type": "fqdn"', '03612e6200'],
    ['a pointer with nothing before it', '"type": "fqdn"', '0161c000'],
    ['the root before another name', '"type": "fqdn", "array": true', '00036f726700'],
  ])('Kea counts the characters of domain names, and refuses %s', (_, definition, data) => {
    expect(told(entry(definition, data))).toEqual([`error option-value-type ${data}`]);
  });

  test('a sub-option is named by what is wrong with it', () => {
    expect(findingsIn(entry(HOLDER, '0100')).map(({ what }) => what)).toContain(
      'Sub-option 1 ("exclusive") in these bytes: The 0 bytes are fewer than the 1 of a value of type uint8.',
    );
  });
});

describe("classes of a vendor (option 124) are texts behind the vendor's number", () => {
  const entry = (data: string): string => dhcp4(`"option-data": [ { "name": "vivco-suboptions", ${data} } ]`);

  test.each([
    '"data": "4711, 03616263"',
    '"data": "4711, "',
    '"csv-format": false, "data": "0000126703616263000012670178"',
  ])('right: %s', (data) => {
    expect(told(entry(data))).toEqual([]);
  });

  test.each([
    ['4711, 616263', '"data": "4711, 616263"'],
    ['4711, 0361626301', '"data": "4711, 0361626301"'],
    ['000012', '"csv-format": false, "data": "000012"'],
    ['000012670361626300001267', '"csv-format": false, "data": "000012670361626300001267"'],
  ])('refused: %s', (at, data) => {
    expect(told(entry(data))).toEqual([`error option-value-type ${at}`]);
  });
});

test('a comment of any length may stand before an item', () => {
  const described = (lines: number): string =>
    dhcp4(`"option-data": [ // first
      /* ${'what the option is for\n'.repeat(lines)} */ { "name": "routers", "data": "192.0.2.1" } ],
    "subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "option-data": [
      /* "${'another line, with: signs { of [ all kinds\n'.repeat(lines)} */
      // Type: int32
      { "name": "routers", "data": "192.0.2.1" } ] } ]`);
  expect(told(described(1))).toEqual([]);
  expect(told(described(100))).toEqual([]);
});

describe('a key belongs to a place and to versions', () => {
  test.each([
    [dhcp4('"valid-lifetimes": 600'), '2.2', ['error unknown-statement "valid-lifetimes"']],
    [dhcp4('"pools": [ ]'), '2.2', ['error unknown-statement "pools"']],
    [subnet('"option-def": [ ]'), '2.2', ['error unknown-statement "option-def"']],
    [subnet('"allocator": "random"'), '2.2', ['error server-version "allocator"']],
    [subnet('"allocator": "random"'), '2.4', []],
    [dhcp4('"reservation-mode": "all"'), '2.2', []],
    [dhcp4('"reservation-mode": "all"'), '2.6', ['error server-version "reservation-mode"']],
    ['{ "Dhcp4": { "valid-lifetime": 1 }, "Logging": { } }', '2.2', ['error server-version "Logging"']],
    [dhcp4('"subnet4": [ { "subnet": "192.0.2.0/24" } ]'), '2.6', ['error incomplete-declaration {']],
    [dhcp4('"valid-lifetime": "600"'), '2.2', ['error parameter-value "600"']],
    [dhcp4('"dhcp-ddns": { }'), '2.2', ['error incomplete-declaration {']],
    [dhcp4('"valid-lifetime": 600, "valid-lifetime": 700'), '2.2', ['error duplicate "valid-lifetime"']],
  ])('%s for Kea %s', (text, version, findings) => {
    expect(told(text, version)).toEqual(findings);
  });
});

test('a key that belongs elsewhere is not renamed to what resembles it, unless it is a slip of one letter', () => {
  expect(mended(subnet('"option-def": [ ]'))).toBe(subnet('"option-def": [ ]'));
  expect(mended(subnet('"pool": [ ]'))).toBe(subnet('"pools": [ ]'));
});

describe('option definitions and data', () => {
  const defined = (type: string, entry: string) =>
    dhcp4(`"option-def": [ { "name": "own", "code": 240, ${type} } ], "option-data": [ { "name": "own", ${entry} } ]`);
  test.each([
    [defined('"type": "text"', '"data": "x"'), ['error option-definition text']],
    [defined('"type": "string", "array": true', '"data": "x"'), ['error option-definition true']],
    [defined('"type": "uint8"', '"data": "256"'), ['error option-value-type 256']],
    [defined('"type": "uint8"', '"data": "0xff"'), []],
    [defined('"type": "record", "record-types": "uint8, ipv4-address"', '"data": "1"'), ['error option-value-type 1']],
    [defined('"type": "string"', '"data": "a, b"'), ['warning option-value-type a, b']],
    [defined('"type": "binary"', '"data": "0102"'), []],
    [defined('"type": "tuple"', '"csv-format": false, "data": "0178"'), []],
    [defined('"type": "tuple"', '"csv-format": false, "data": "0278"'), ['error option-value-type 0278']],
    [defined('"type": "tuple", "array": true', '"csv-format": false, "data": "017800"'), []],
    [defined('"type": "tuple", "array": true', '"csv-format": false, "data": "00"'), ['error option-value-type 00']],
    [dhcp4('"option-data": [ { "name": "router", "data": "192.0.2.1" } ]'), ['error unknown-option router']],
    [dhcp4('"option-def": [ { "name": "mine", "code": 6, "type": "uint8" } ]'), ['error option-definition 6']],
    [dhcp4('"option-data": [ { "code": 240, "data": "0102" } ]'), ['error unknown-option 240']],
    [subnet('"option-data": [ { "code": 240, "data": "0102" } ]'), []],
  ])('%s', (text, findings) => {
    expect(told(text)).toEqual(findings);
  });
});

test('a code that is not that of its name is corrected, and no second definition added', () => {
  const entry = (code: number): string =>
    dhcp4(`"option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
      "option-data": [ { "name": "igelrmserver", "code": ${code}, "data": "192.0.2.10" } ]`);
  expect(told(entry(225))).toEqual(['error unknown-option 225']);
  expect(mended(entry(225))).toBe(entry(224));
});

test('a definition with a wrong code does not get the code of another', () => {
  const text = dhcp4(`"option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" },
    { "name": "igelrmserver", "code": 226, "type": "string" } ]`);
  expect(told(text)).toContain('error option-definition igelrmserver');
  expect(mended(text)).toBe(text);
});

describe('networks and reservations', () => {
  test.each([
    [subnet('"pools": [ { "pool": "192.0.3.1 - 192.0.3.9" } ]'), ['error address-range 192.0.3.1 - 192.0.3.9']],
    [subnet('"pools": [ { "pool": "192.0.2.9 – 192.0.2.99" } ]'), ['error address-range 192.0.2.9 – 192.0.2.99']],
    [subnet('"pools": [ { "pool": "192.0.2.0/24" } ]'), ['warning address-range 192.0.2.0/24']],
    [subnet('"client-class": "nobody"'), ['warning unknown-reference nobody']],
    [
      subnet('"reservations": [ { "hw-address": "02-00-00-00-00-01", "hostname": "x" } ]'),
      ['error parameter-value 02-00-00-00-00-01'],
    ],
    [
      subnet('"reservations": [ { "hw-address": "020000000001", "ip-address": "198.51.100.1" } ]'),
      ['error address-range 198.51.100.1'],
    ],
    [
      subnet(
        '"reservations": [ { "hw-address": "020000000001", "hostname": "a" }, { "hw-address": "02:00:00:00:00:01", "hostname": "b" } ]',
      ),
      ['error duplicate 02:00:00:00:00:01'],
    ],
    [subnet('"reservations": [ { "duid": "01:02" } ]'), ['error incomplete-declaration {']],
    [subnet('"renew-timer": 900, "rebind-timer": 600'), ['error parameter-value 900']],
    [subnet('"max-valid-lifetime": 600'), ['error parameter-value 600']],
  ])('%s', (text, findings) => {
    expect(told(text)).toEqual(findings);
  });
});

describe('the test of a class', () => {
  const tested = (test: string): string =>
    dhcp4(
      `"client-classes": [ { "name": "above", "test": "pkt4.hlen == 6" }, { "name": "c", "test": ${JSON.stringify(test)} } ]`,
    );
  test.each([
    ["option[60].text == 'igel-dhcp-1'", []],
    ["option[60].text = 'igel-dhcp-1'", ['error syntax =']],
    ["option[60] == 'igel-dhcp-1'", ['error syntax option[60]']],
    ["option[vendor-class].text == 'x'", ['error unknown-option vendor-class']],
    ["member('below')", ["error unknown-reference 'below'"]],
    ["member('above') and not member('KNOWN')", []],
    ["substring(option[60].hex, 0, 4) == 'igel'", []],
    ["(option[60].exists) and ('a' + 'b') == 'ab'", []],
    ["split(option[60].text, '-', 1) == 'igel'", []],
    ["lcase(option[60].text) == 'igel'", ['error server-version lcase']],
    ['pkt6.msgtype == 1', ['error syntax pkt6']],
    ['option[60].text', ['error syntax option[60].text']],
  ])('%s', (test, findings) => {
    expect(told(tested(test))).toEqual(findings);
  });

  test('what is put right is an accepted test', () => {
    expect(mended(tested("option[60].text = 'x'"))).toBe(tested("option[60].text == 'x'"));
    expect(mended(tested('option[60].text == "x"'))).toBe(tested("option[60].text == 'x'"));
  });
});

test('faults in a list of reservations are told where Kea looks for none, too', () => {
  const text = '{ "reservations": [ { "duid": "01:02" "hostname": "one" } ] }';
  expect(told(text)).toContain('error syntax "');
  expect(mended(text)).toContain('"01:02", "hostname"');
});
