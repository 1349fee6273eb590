// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
import { describe, expect, test } from 'vitest';
import { applyEdits, applySnippets } from '../../../test/editor/apply-edits.ts';
import { FOR_43, FOR_224, FOR_BOTH, keaInsertions } from '../../../test/editor/blocks-to-insert.ts';

/** The text after a block was inserted at the cursor; undefined where it is not offered. */
function inserted(what: string, marked: string): string | undefined {
  const found = keaInsertions(marked).find((one) => one.what === what);
  return found && applyEdits(found.text, found.edits);
}

const offered = (marked: string): readonly string[] => keaInsertions(marked).map(({ what }) => what);

/** A server's map with these members. */
const server = (...members: readonly string[]): string =>
  `{\n  "Dhcp4": {\n    ${members.join(',\n').trimStart()}\n  }\n}\n`;

const SUBNETS = `    "subnet4": [
      { "id": 1, "subnet": "192.0.2.0/24", "pools": [ { "pool": "192.0.2.20 - 192.0.2.250" } ] }
    ]`;
const DEFINITION_224 = `    "option-def": [
      { "name": "igelrmserver", "code": 224, "type": "string" }
    ]`;
const VALUE_224 = `    "option-data": [
      // IGEL OS, all versions: the UMS in option 224
      { "name": "igelrmserver", "data": "192.0.2.10" }
    ]`;
const DEFINITIONS_43 = `      { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" },
      { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" },
      { "name": "umsstructuretag", "code": 226, "space": "igel", "type": "string" }`;
const HOLDER = '{ "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" }';
const CLASS_43 = `      // IGEL OS 11.04.100 or higher: the UMS in option 43, for clients that say igel-dhcp-1
      {
        "name": "igel",
        "test": "option[60].hex == 'igel-dhcp-1'",
        "option-def": [
          ${HOLDER}
        ],
        "option-data": [
          { "name": "vendor-encapsulated-options" },
          { "name": "exclusive", "space": "igel", "data": "1" },
          { "name": "igelrmserver", "space": "igel", "data": "192.0.2.10" }
        ]
      }`;
const PART_43 = `    "option-def": [\n${DEFINITIONS_43}\n    ],\n    "client-classes": [\n${CLASS_43}\n    ]`;

describe('into a file that knows nothing of IGEL OS', () => {
  test('option 224', () => {
    expect(inserted(FOR_224, `|${server(SUBNETS)}`)).toBe(server(DEFINITION_224, VALUE_224, SUBNETS));
  });

  test('option 43: a class with its own definition of 43, and the entry that makes it go out', () => {
    expect(inserted(FOR_43, `|${server(SUBNETS)}`)).toBe(server(PART_43, SUBNETS));
  });

  test('both, each with the versions that it serves', () => {
    const text = inserted(FOR_BOTH, `|${server(SUBNETS)}`);
    expect(text).toBe(
      server(
        `    "option-def": [\n      { "name": "igelrmserver", "code": 224, "type": "string" },\n${DEFINITIONS_43}\n    ]`,
        VALUE_224.replace('IGEL OS, all versions', 'IGEL OS 11.03.500 or lower'),
        `    "client-classes": [\n${CLASS_43}\n    ]`,
        SUBNETS,
      ),
    );
  });

  test('with tab stops on the addresses, and on the tag, which they alone show', () => {
    const both = keaInsertions(`|${server(SUBNETS)}`).find(({ what }) => what === FOR_BOTH);
    expect(both?.edits).toHaveLength(1);
    expect(both?.edits[0]?.snippet).toContain('{ "name": "igelrmserver", "data": "${1:192.0.2.10}" \\}');
    expect(both?.edits[0]?.snippet).toContain(
      '"data": "${2:192.0.2.10}" \\}${3:,\n          { "name": "umsstructuretag"',
    );
    expect(applySnippets(both?.text ?? '', both?.edits ?? [])).toContain(
      `{ "name": "igelrmserver", "space": "igel", "data": "192.0.2.10" },
          { "name": "umsstructuretag", "space": "igel", "data": "HQ" }
        ]`,
    );
  });

  test('an empty file becomes a whole one', () => {
    expect(inserted(FOR_224, '|')).toBe(server(DEFINITION_224, VALUE_224));
    expect(inserted(FOR_43, '// the lab\n|')).toBe(`// the lab\n${server(PART_43)}`);
  });

  test('an empty map is filled', () => {
    expect(inserted(FOR_224, '{\n  "Dhcp4": {|}\n}\n')).toBe(server(DEFINITION_224, VALUE_224));
  });
});

describe('where it is put', () => {
  const TIMES = '    "valid-lifetime": 3600';

  test('above the block that the cursor is in, and the comments that belong to it', () => {
    const marked = server(TIMES, `    // the lab\n    // upstairs\n${SUBNETS.replace('"pools"', '"po|ols"')}`);
    expect(inserted(FOR_224, marked)).toBe(
      server(TIMES, DEFINITION_224, VALUE_224, `    // the lab\n    // upstairs\n${SUBNETS}`),
    );
  });

  test('below a value that the cursor is in', () => {
    expect(inserted(FOR_224, server(SUBNETS, TIMES.replace('36', '3|6')))).toBe(
      server(SUBNETS, TIMES, DEFINITION_224, VALUE_224),
    );
  });

  test('a comment behind the last value stays with it', () => {
    expect(inserted(FOR_224, server(`${TIMES} // an hour|`))).toBe(
      server(`${TIMES}, // an hour\n${DEFINITION_224}`, VALUE_224),
    );
  });

  test('on one line, where all is written on one', () => {
    expect(inserted(FOR_224, '{ "Dhcp4": { "valid-lifetime": 3600 } }|')).toBe(
      '{ "Dhcp4": { "valid-lifetime": 3600, "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ], "option-data": [ /* IGEL OS, all versions: the UMS in option 224 */ { "name": "igelrmserver", "data": "192.0.2.10" } ] } }',
    );
  });

  test('with the indentation and the line ends of the file', () => {
    const before = server(SUBNETS).replaceAll('  ', '\t').replaceAll('\n', '\r\n');
    const after = server(PART_43, SUBNETS).replaceAll('  ', '\t').replaceAll('\n', '\r\n');
    expect(inserted(FOR_43, `|${before}`)).toBe(after);
  });

  test('not in a file for DHCPv6 or for DNS updates, which have none of this', () => {
    expect(offered('{ "Dhcp6": { "valid-lifetime": 3600 } }|')).toEqual([]);
    expect(offered('{ "DhcpDdns": { "port": 53001 } }|')).toEqual([]);
  });

  test('not in a part that another file includes', () => {
    const files = { 'subnets.json': '[ { "id": 1, "subnet": "192.0.2.0/24" } ]|' };
    expect(keaInsertions('{ "Dhcp4": { "subnet4": <?include "subnets.json"?> } }', { files })).toEqual([]);
    expect(keaInsertions('{ "Dhcp4": { "subnet4": <?include "subnets.json"?> } }|')).toHaveLength(3);
  });

  test('not where a list that it belongs in stands in another file', () => {
    const files = { 'defs.json': '[ { "name": "foo", "code": 230, "type": "string" } ]' };
    const offered = keaInsertions('{ "Dhcp4": { "option-def": <?include "defs.json"?> } }|', { files });
    expect(offered).toEqual([]);
  });

  test('beside an include in a list', () => {
    const files = { 'defs.json': '{ "name": "foo", "code": 230, "type": "string" }' };
    const [first] = keaInsertions('{ "Dhcp4": { "option-def": [ <?include "defs.json"?> ] } }|', { files });
    expect(first && applyEdits(first.text, first.edits)).toContain(
      '"option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" }, <?include "defs.json"?> ]',
    );
  });
});

describe('into the lists that are there', () => {
  const FOO = '      { "name": "foo", "code": 230, "type": "string" }';

  test('behind what stands in them, on lines of their own', () => {
    const text = inserted(FOR_224, `|${server(`    "option-def": [\n${FOO}\n    ]`, '    "option-data": [ ]')}`);
    expect(text).toBe(
      server(
        `    "option-def": [\n${FOO},\n      { "name": "igelrmserver", "code": 224, "type": "string" }\n    ]`,
        VALUE_224,
      ),
    );
  });

  test('a comment behind the last entry stays with it, and its comma goes before it', () => {
    const text = inserted(FOR_224, `|${server(`    "option-def": [\n${FOO} // ours\n    ]`)}`);
    expect(text).toContain(`${FOO}, // ours\n      { "name": "igelrmserver", "code": 224, "type": "string" }\n    ]`);
  });

  test('a comma that is there already is used', () => {
    const text = inserted(FOR_224, `|${server(`    "option-def": [\n${FOO},\n    ]`)}`);
    expect(text).toContain(`${FOO},\n      { "name": "igelrmserver", "code": 224, "type": "string" }\n    ]`);
  });

  test('on the line, where the list is written on one', () => {
    const text = inserted(FOR_224, `|${server(`    "option-def": [ ${FOO.trim()} ]`)}`);
    expect(text).toContain(
      `"option-def": [ ${FOO.trim()}, { "name": "igelrmserver", "code": 224, "type": "string" } ]`,
    );
  });

  test('a class before those that send option 43 themselves: the first that does decides', () => {
    const other =
      '      { "name": "all", "option-data": [ { "name": "vendor-encapsulated-options", "csv-format": false, "data": "0101" } ] }';
    const text = inserted(FOR_43, `|${server(`    "client-classes": [\n${other}\n    ]`)}`);
    expect(text).toContain(`    "client-classes": [\n${CLASS_43},\n${other}\n    ]`);
  });
});

describe('where a part exists', () => {
  const WITH_224 = server(DEFINITION_224, VALUE_224, SUBNETS);
  const WITH_43 = server(PART_43, SUBNETS);

  test('nothing is offered for what is complete', () => {
    expect(offered(`${WITH_224}|`)).toEqual([FOR_43]);
    expect(offered(`${WITH_43}|`)).toEqual([FOR_224]);
    expect(offered(`${inserted(FOR_BOTH, `|${server(SUBNETS)}`)}|`)).toEqual([]);
  });

  test('the server that is named already is proposed for the other place', () => {
    expect(inserted(FOR_43, `${WITH_224.replace('192.0.2.10', '10.99.0.10')}|`)).toContain(
      '{ "name": "igelrmserver", "space": "igel", "data": "10.99.0.10" }',
    );
  });

  test('a definition alone gets its value, a value alone its definition', () => {
    expect(inserted(FOR_224, `|${server(DEFINITION_224, SUBNETS)}`)).toBe(server(DEFINITION_224, VALUE_224, SUBNETS));
    expect(inserted(FOR_224, `|${server(VALUE_224, SUBNETS)}`)).toBe(server(VALUE_224, DEFINITION_224, SUBNETS));
  });

  test('a class for igel-dhcp-1 is filled, whatever it is called', () => {
    const before =
      '      {\n        "name": "thin clients",\n        "test": "option[60].text == \'igel-dhcp-1\'" // ours\n      }';
    const text = inserted(FOR_43, `|${server(`    "client-classes": [\n${before}\n    ]`)}`);
    expect(text).toBe(
      server(
        `    "client-classes": [
      {
        "name": "thin clients",
        "test": "option[60].text == 'igel-dhcp-1'", // ours
        "option-def": [
          ${HOLDER}
        ],
        "option-data": [
          { "name": "vendor-encapsulated-options" },
          { "name": "exclusive", "space": "igel", "data": "1" },
          { "name": "igelrmserver", "space": "igel", "data": "192.0.2.10" }
        ]
      }
    ]`,
        `    "option-def": [\n${DEFINITIONS_43}\n    ]`,
      ),
    );
  });

  test('so is the class that Kea makes of option 60 by itself', () => {
    const text = inserted(FOR_43, `|${server('    "client-classes": [ { "name": "VENDOR_CLASS_igel-dhcp-1" } ]')}`);
    expect(text).toContain(
      `{ "name": "VENDOR_CLASS_igel-dhcp-1", "option-def": [ ${HOLDER} ], "option-data": [ { "name"`,
    );
  });

  test('only the entry of option 43 is added where only that is missing', () => {
    const without = WITH_43.replace('          { "name": "vendor-encapsulated-options" },\n', '');
    expect(inserted(FOR_43, `${without}|`)).toBe(
      without.replace(
        '"data": "192.0.2.10" }\n',
        '"data": "192.0.2.10" },\n          { "name": "vendor-encapsulated-options" }\n',
      ),
    );
  });

  test('a space that the server has for option 43 already is used, with the names that it has', () => {
    const defs = `    "option-def": [
      { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "acme" },
      { "name": "ums", "code": 224, "space": "acme", "type": "string" }
    ]`;
    const text = inserted(FOR_43, `|${server(defs)}`);
    expect(text).toContain('{ "name": "ums", "space": "acme", "data": "192.0.2.10" }');
    expect(text?.match(/"encapsulate"/g)).toHaveLength(1);
    expect(text?.match(/"code": 224/g)).toHaveLength(1);
  });

  test("Kea's own space for option 43 needs no definition of 43", () => {
    const own =
      '{ "name": "igelrmserver", "code": 224, "space": "vendor-encapsulated-options-space", "type": "string" }';
    const text = inserted(FOR_43, `|${server(`    "option-def": [ ${own} ]`)}`);
    expect(text).not.toContain('encapsulate"');
    expect(text).toContain('{ "name": "igelrmserver", "space": "vendor-encapsulated-options-space", "data"');
  });

  test('a misspelt space is put right', () => {
    expect(inserted(FOR_43, `${WITH_43.replace('"encapsulate": "igel"', '"encapsulate": "igle"')}|`)).toBe(WITH_43);
  });

  test('another class of that name is left alone', () => {
    const text = inserted(
      FOR_43,
      `|${server('    "client-classes": [ { "name": "igel", "test": "member(\'KNOWN\')" } ]')}`,
    );
    expect(text).toContain('{ "name": "igel", "test": "member(\'KNOWN\')" }, ');
    expect(text).toContain('{ "name": "igel-2", "test": "option[60].hex == \'igel-dhcp-1\'"');
  });

  test('raw bytes for IGEL OS are left to a person', () => {
    const raw = `{ "name": "igel", "test": "option[60].hex == 'igel-dhcp-1'", "option-data": [ { "code": 43, "csv-format": false, "data": "e00131" } ] }`;
    expect(offered(`|${server(`    "client-classes": [ ${raw} ]`)}`)).toEqual([FOR_224]);
  });
});
