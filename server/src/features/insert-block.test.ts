// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
import { describe, expect, test } from 'vitest';
import { applyEdits, applySnippets } from '../../../test/editor/apply-edits.ts';
import { FOR_43, FOR_224, FOR_BOTH, insertions } from '../../../test/editor/blocks-to-insert.ts';

/** The text after a block was inserted at the cursor; undefined where it is not offered. */
function inserted(what: string, marked: string): string | undefined {
  const found = insertions(marked).find((one) => one.what === what);
  return found && applyEdits(found.text, found.edits);
}

const offered = (marked: string): readonly string[] => insertions(marked).map(({ what }) => what);

const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 {\n  range 10.99.0.20 10.99.0.250;\n}\n';

const BLOCK_224 = `# IGEL OS, all versions: the UMS in option 224
option igelrmserver code 224 = text;
option igelrmserver "192.0.2.10";
`;

const BLOCK_43 = `# IGEL OS 11.04.100 or higher: the UMS in option 43, for clients that say igel-dhcp-1
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
option igel.umsstructuretag code 226 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.exclusive 1;
  option igel.igelrmserver "192.0.2.10";
}
`;

describe('into a file that knows nothing of IGEL OS', () => {
  test('option 224', () => {
    expect(inserted(FOR_224, `authoritative;\n|\n${SUBNET}`)).toBe(`authoritative;\n\n${BLOCK_224}\n${SUBNET}`);
  });

  test('option 43', () => {
    expect(inserted(FOR_43, `authoritative;\n|\n${SUBNET}`)).toBe(`authoritative;\n\n${BLOCK_43}\n${SUBNET}`);
  });

  test('both, each with the versions that it serves', () => {
    const older = BLOCK_224.replace('IGEL OS, all versions', 'IGEL OS 11.03.500 or lower');
    expect(inserted(FOR_BOTH, `|`)).toBe(`${older}\n${BLOCK_43}`);
  });

  test('with tab stops on the addresses, and on the tag, which they alone show', () => {
    const both = insertions('|').find(({ what }) => what === FOR_BOTH);
    expect(both?.edits[0]?.snippet).toContain('option igelrmserver "${1:192.0.2.10}";');
    expect(both?.edits[0]?.snippet).toContain('  option igel.igelrmserver "${2:192.0.2.10}";\n${3:  option');
    expect(applySnippets('', both?.edits ?? [])).toContain(
      '  option igel.igelrmserver "192.0.2.10";\n  option igel.umsstructuretag "HQ";\n}\n',
    );
  });
});

describe('where it is put', () => {
  test('above the block that the cursor is in', () => {
    const marked = `authoritative;\n${SUBNET.replace('range', 'ra|nge')}`;
    expect(inserted(FOR_224, marked)).toBe(`authoritative;\n\n${BLOCK_224}\n${SUBNET}`);
  });

  test('above the comments that belong to what follows', () => {
    const marked = `authoritative;\n# the lab|\n# upstairs\n${SUBNET}`;
    expect(inserted(FOR_224, marked)).toBe(`authoritative;\n\n${BLOCK_224}\n# the lab\n# upstairs\n${SUBNET}`);
  });

  test('below a statement that the cursor is in', () => {
    expect(inserted(FOR_224, `authori|tative;\n${SUBNET}`)).toBe(`authoritative;\n\n${BLOCK_224}\n${SUBNET}`);
  });

  test('below a line that the cursor is behind', () => {
    expect(inserted(FOR_224, `authoritative;|\n\n${SUBNET}`)).toBe(`authoritative;\n\n${BLOCK_224}\n${SUBNET}`);
  });

  test('at the end of a file whose last line has no end', () => {
    expect(inserted(FOR_224, 'authoritative;|')).toBe(`authoritative;\n\n${BLOCK_224}`);
  });

  test('between two statements on one line', () => {
    expect(inserted(FOR_224, 'authoritative; |subnet 10.99.0.0 netmask 255.255.255.0 { }')).toBe(
      `authoritative; \n\n${BLOCK_224}\nsubnet 10.99.0.0 netmask 255.255.255.0 { }`,
    );
  });

  test('with the indentation and the line ends of the file', () => {
    const text = inserted(FOR_43, `|\r\n${SUBNET.replace('  range', '\trange').replaceAll('\n', '\r\n')}`);
    expect(text).toContain('class "igel" {\r\n\tmatch if option');
    expect(text?.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('not in an include inside of a block, where nothing can be defined', () => {
    const files = { 'more.conf': '|' };
    expect(insertions('subnet 10.99.0.0 netmask 255.255.255.0 { include "more.conf"; }', { files })).toEqual([]);
    expect(insertions('include "more.conf";', { files })).toHaveLength(3);
  });

  test('not in a file for DHCPv6, which has none of this', () => {
    expect(insertions('|', { settings: { family: 6 } })).toEqual([]);
  });
});

describe('where a part exists', () => {
  test('nothing is offered for what is complete', () => {
    expect(offered(`${BLOCK_224}|`)).toEqual([FOR_43]);
    expect(offered(`${BLOCK_43}|`)).toEqual([FOR_224]);
    expect(offered(`${BLOCK_224}${BLOCK_43}|`)).toEqual([]);
  });

  test('the server that is named already is proposed for the other place', () => {
    expect(inserted(FOR_43, `${BLOCK_224.replace('192.0.2.10', '10.99.0.10')}|`)).toContain(
      'option igel.igelrmserver "10.99.0.10";',
    );
  });

  test('a definition alone gets its value, below it', () => {
    expect(inserted(FOR_224, '|option igelrmserver code 224 = text;\nauthoritative;\n')).toBe(
      'option igelrmserver code 224 = text;\n\n# IGEL OS, all versions: the UMS in option 224\noption igelrmserver "192.0.2.10";\n\nauthoritative;\n',
    );
  });

  test('a value alone gets its definition, above it', () => {
    expect(inserted(FOR_224, 'authoritative;\noption igelrmserver "10.99.0.10";\n|')).toBe(
      'authoritative;\n\n# IGEL OS, all versions: the UMS in option 224\noption igelrmserver code 224 = text;\n\noption igelrmserver "10.99.0.10";\n',
    );
  });

  test('a class for igel-dhcp-1 is filled, by its own name', () => {
    const before = `${SUBNET}class "thin clients" {\n    match if option vendor-class-identifier = "igel-dhcp-1"; # ours\n}\n`;
    expect(inserted(FOR_43, `|${before}`)).toBe(
      `# IGEL OS 11.04.100 or higher: the UMS in option 43, for clients that say igel-dhcp-1
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
option igel.umsstructuretag code 226 = text;

${SUBNET}class "thin clients" {
    match if option vendor-class-identifier = "igel-dhcp-1"; # ours
    vendor-option-space igel;
    option igel.exclusive 1;
    option igel.igelrmserver "192.0.2.10";
}
`,
    );
  });

  test('so is a class on one line', () => {
    const text = inserted(FOR_43, 'class "a" { match if option vendor-class-identifier = "igel-dhcp-1"; }\n|');
    expect(text).toContain(
      '"igel-dhcp-1"; vendor-option-space igel; option igel.exclusive 1; option igel.igelrmserver "192.0.2.10"; }\n',
    );
  });

  test('so are a subclass and a condition', () => {
    const subclass = 'class "v" { match option vendor-class-identifier; }\nsubclass "v" "igel-dhcp-1" {\n}\n|';
    expect(inserted(FOR_43, subclass)).toContain(
      'subclass "v" "igel-dhcp-1" {\n  vendor-option-space igel;\n  option igel.exclusive 1;',
    );
    const condition = 'if option vendor-class-identifier = "igel-dhcp-1" {\n  default-lease-time 60;\n}\n|';
    expect(inserted(FOR_43, condition)).toContain(
      '  default-lease-time 60;\n  vendor-option-space igel;\n  option igel.exclusive 1;',
    );
  });

  test('a space with such options is used, with the names that it has', () => {
    const text = inserted(
      FOR_43,
      'option space vendor1;\noption vendor1.server code 224 = text;\nclass "a" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n|',
    );
    expect(text).toContain('  vendor-option-space vendor1;\n  option vendor1.exclusive 1;\n  option vendor1.server "');
    expect(text?.match(/code 224/g)).toHaveLength(1);
    expect(text?.match(/option space/g)).toHaveLength(1);
  });

  test('a misspelt space is put right', () => {
    const text = inserted(FOR_43, `${BLOCK_43.replace('vendor-option-space igel', 'vendor-option-space igle')}|`);
    expect(text).toBe(BLOCK_43);
  });

  test('only the setting of the space is added where only that is missing', () => {
    const text = inserted(FOR_43, `${BLOCK_43.replace('  vendor-option-space igel;\n', '')}|`);
    expect(text).toBe(
      BLOCK_43.replace('  vendor-option-space igel;\n', '').replace(
        '.10";\n}',
        '.10";\n  vendor-option-space igel;\n}',
      ),
    );
  });

  test('another class of that name is left alone', () => {
    expect(inserted(FOR_43, 'class "igel" { match if known; }\n|')).toContain('class "igel-2" {');
  });

  test('raw bytes for IGEL OS are left to a person', () => {
    const raw =
      'class "igel" { match if option vendor-class-identifier = "igel-dhcp-1"; option vendor-encapsulated-options e0:01:31; }\n|';
    expect(offered(raw)).toEqual([FOR_224]);
  });
});

describe('what is wrong is mended', () => {
  test('a type that sends no text', () => {
    expect(inserted(FOR_224, 'option igelrmserver code 224 = ip-address;\noption igelrmserver 10.99.0.10;\n|')).toBe(
      'option igelrmserver code 224 = text;\noption igelrmserver "10.99.0.10";\n',
    );
  });

  test('codes that are swapped, while the rest is added', () => {
    const text = inserted(
      FOR_43,
      'option space igel;\noption igel.igelrmserver code 226 = text;\noption igel.umsstructuretag code 224 = text;\n|',
    );
    expect(text).toContain('option igel.igelrmserver code 224 = text;\noption igel.umsstructuretag code 226 = text;\n');
    expect(text).toContain('option igel.igelrmserver "192.0.2.10";\n}\n');
  });

  test('a class that does not match, which is then filled', () => {
    const text = inserted(
      FOR_43,
      `${SUBNET}class "igel" {\n  match if option vendor-class-identifier = "IGEL-DHCP-1";\n}\n|`,
    );
    expect(text).toContain(
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n',
    );
  });
});
