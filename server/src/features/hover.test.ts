import { describe, expect, test } from 'vitest';
import { dhcpdAt, type Surroundings } from '../../../test/editor/unit-at-cursor.ts';
import { hoverAt } from './hover.ts';

/** The hover at the cursor: the token, and the paragraphs below the heading. */
function hover(marked: string, surroundings?: Surroundings) {
  const { unit, document, offset } = dhcpdAt(marked, surroundings);
  const found = hoverAt(unit, document, offset);
  if (!found) return undefined;
  const [heading = '', ...paragraphs] = found.markdown.split('\n\n');
  return { token: document.slice(found.start, found.end), heading, paragraphs, text: found.markdown };
}

/** A row of a table by how it begins, cell by cell. */
function row(markdown: string | undefined, beginning: string): readonly string[] {
  const line = markdown?.split('\n').find((one) => one.startsWith(`| ${beginning}`)) ?? '';
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

const MIXED = `option igelrmserver code 224 = text;
option igelrmserver "10.99.0.10";
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
option igel.umsstructuretag code 226 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.exclusive 1;
  option igel.igelrmserver "10.99.0.11";
  option igel.umsstructuretag "HQ";
}
subnet 10.99.0.0 netmask 255.255.255.0 {
  range 10.99.0.20 10.99.0.250;
}
subnet 10.99.1.0 netmask 255.255.255.0 {
  range 10.99.1.20 10.99.1.250;
}
`;

/** The mixed fleet's file with the cursor in the first place of a text. */
const mixed = (marked: string, change: (text: string) => string = (text) => text): string => {
  const plain = marked.replace('|', '');
  const text = change(MIXED);
  expect(text).toContain(plain);
  return text.replace(plain, marked);
};

const OLD = '11.03.500 or lower';
const NEW = '11.04.100 or higher';
const EARLY_12 = '12 before 12.7.6';

describe('igelrmserver', () => {
  test('its definition tells where which version registers', () => {
    const found = hover(mixed('option igelr|mserver code 224'));
    expect(found?.token).toBe('igelrmserver');
    expect(found?.heading).toBe('**igelrmserver** · option 224 · text · the UMS that a device registers at');
    expect(row(found?.text, OLD)[2]).toBe('**10.99.0.10**, from option 224 (line 2)');
    expect(row(found?.text, NEW)[2]).toBe('**10.99.0.11**, from option 43 (line 11)');
  });

  test('its value tells whether it is what counts, and how it goes over the wire', () => {
    const found = hover(mixed('option igelrmserver "10.|99.0.10"'));
    expect(found?.token).toBe('"10.99.0.10"');
    expect(row(found?.text, OLD)[2]).toBe('**10.99.0.10**, from here');
    expect(row(found?.text, NEW)[2]).toBe('**10.99.0.11**, from option 43 (line 11)');
    expect(found?.paragraphs).toContain('*On the wire:* `e0` `0a` `31 30 2e 39 39 2e 30 2e 31 30` "10.99.0.10"');
  });

  test('inside option 43 it counts before the other one, and some releases of 12 may misread it', () => {
    const found = hover(mixed('option igel.igelrm|server "10.99.0.11"'));
    expect(row(found?.text, OLD)).toEqual([
      OLD,
      'does not look here: it needs option 224 outside of option 43',
      '**10.99.0.10**, from option 224 (line 2)',
    ]);
    expect(row(found?.text, NEW)[2]).toBe('**10.99.0.11**, from here');
    expect(row(found?.text, EARLY_12)[1]).toContain('concluded, not documented');
    expect(row(found?.text, EARLY_12)[2]).toBe('perhaps **10.99.0.11**');
  });

  test('places that come to different servers are told apart', () => {
    const found = hover(
      mixed('option igelrmserver "10.|99.0.10"', (text) =>
        text.replace('  range 10.99.1.20', '  option igelrmserver "10.99.1.10";\n  range 10.99.1.20'),
      ),
    );
    expect(row(found?.text, OLD)[2]).toBe(
      '10.99.0.0/24: **10.99.0.10**, from here; 10.99.1.0/24: **10.99.1.10**, from option 224 (line 18)',
    );
  });

  test('a device that is told no server is told why', () => {
    const found = hover(
      'option igelrm|server code 224 = text;\nsubnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }',
    );
    expect(row(found?.text, OLD)[2]).toBe('none from DHCP: Nothing in the configuration sets option 224');
  });

  test('without a definition it means the same', () => {
    expect(hover('option igelrm|server "10.99.0.10";')?.heading).toContain('the UMS that a device registers at');
  });

  test('what is not documented is said, and the switch in the UMS with the reason to turn it off again', () => {
    const found = hover(mixed('option igelr|mserver code 224'));
    expect(found?.paragraphs).toContain(
      '*Not documented:* host names, ports and several addresses in 224; releases between 11.03.500 and 11.04.100.',
    );
    expect(found?.text).toMatch(/Enable automatic registration .* off afterwards: .* sensitive settings\./);
  });

  test('another vendor may use the code for something else', () => {
    expect(hover('option proxy-st|ring code 224 = text;')?.text).not.toContain('IGEL');
  });

  test('in a file that other files are included in, their lines are named with them', () => {
    const found = hover('option igelr|mserver code 224 = text;\ninclude "more.conf";', {
      files: { 'more.conf': 'option igelrmserver "10.99.0.10";\n' },
    });
    expect(row(found?.text, OLD)[2]).toBe('**10.99.0.10**, from option 224 (`more.conf`)');
  });
});

describe('exclusive', () => {
  test('keeps newer devices from everything outside of option 43', () => {
    const found = hover(mixed('option igel.excl|usive 1'));
    expect(row(found?.text, OLD)[1]).toBe('does not look here');
    expect(row(found?.text, NEW)[1]).toMatch(/^leaves the options 224 and 226 outside of option 43 aside/);
    expect(found?.text).toContain('*Not documented:* any other value than 1;');
    expect(found?.text).toContain('0 may not be enough');
  });

  test('alone it leaves them without a server', () => {
    const found = hover(
      mixed('option igel.excl|usive 1', (text) => text.replace('  option igel.igelrmserver "10.99.0.11";\n', '')),
    );
    expect(row(found?.text, OLD)[2]).toBe('**10.99.0.10**, from option 224 (line 2)');
    expect(row(found?.text, NEW)[2]).toMatch(/^none from DHCP: Option 43 says exclusive .*\(line 10\)$/);
  });

  test('outside of option 43 it would be the subnet mask', () => {
    expect(hover('option exclu|sive code 1 = unsigned integer 8;')?.text).toContain('option 1 is the subnet mask');
  });
});

test('umsstructuretag, in both places', () => {
  expect(row(hover(mixed('option igel.umsstru|cturetag "HQ"'))?.text, NEW)[1]).toBe(
    'takes this tag; it counts before option 226 outside of option 43',
  );
  const outside = hover('option umsstru|cturetag code 226 = text;');
  expect(row(outside?.text, NEW)[1]).toContain('unless option 43 brings a 226 of its own');
  expect(row(outside?.text, OLD)[1]).toContain('assumed');
});

describe('option 43', () => {
  test('its setting tells what goes out, byte by byte, and from which lines', () => {
    const found = hover(mixed('vendor-opt|ion-space igel'));
    expect(found?.heading).toContain('what option 43 is made of');
    expect(found?.paragraphs[0]).toBe(
      'It takes what is set of the space `igel`: 1 `exclusive`, 224 `igelrmserver`, 226 `umsstructuretag`.',
    );
    expect(row(found?.text, '`01`')).toEqual(['`01` `01` `01`', '1 exclusive', '1', 'line 10', '']);
    expect(row(found?.text, '`e2`')).toEqual(['`e2` `02` `48 51`', '226 umsstructuretag', '"HQ"', 'line 12', '']);
  });

  test('a space that is not declared fills nothing', () => {
    const found = hover(
      mixed('vendor-option-space ig|le', (text) => text.replace('option-space igel', 'option-space igle')),
    );
    expect(found?.paragraphs[0]).toBe('The space `igle` is not declared, so that it fills nothing.');
    expect(found?.text).toContain('a client that says `igel-dhcp-1` gets no option 43');
  });

  test('raw bytes are read sub-option by sub-option, each with what is wrong with it', () => {
    const found = hover(
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options 01:01:00:07:01:ff:e0:0a|:31:30:2e:39:39:2e:30:2e:31:30:e2:05:48:51;\n}\n',
    );
    expect(found?.token).toMatch(/^01:01:00:.*:51$/);
    expect(row(found?.text, '`01`')).toEqual(['`01` `01` `00`', '1 exclusive', '0', 'Only the value 1 is documented.']);
    expect(row(found?.text, '`07`')).toEqual(['`07` `01` `ff`', '7', '1 byte', 'IGEL OS reads no such sub-option.']);
    expect(row(found?.text, '`e0`')).toEqual([
      '`e0` `0a` `31 30 2e 39 39 2e 30 2e 31 30`',
      '224 igelrmserver',
      '"10.99.0.10"',
      '',
    ]);
    expect(row(found?.text, '`e2 05 48 51`')[3]).toBe(
      'The length says 5, but 2 bytes follow: from here on nothing can be read.',
    );
  });

  test('raw bytes that nothing ties to IGEL OS are taken for another make’s', () => {
    const found = hover('option vendor-encapsulated-options 01:0|4:00:00:00:00;');
    expect(found?.paragraphs[0]).toMatch(/^Nothing here names IGEL OS/);
  });

  test('its name alone tells what goes out in it', () => {
    const found = hover(`${MIXED}class "b" { match if exists vendor-encapsul|ated-options; }`);
    expect(found?.text).toContain('What a client that says `igel-dhcp-1` gets in option 43:');
  });
});

describe('the vendor class', () => {
  test.each(['option vendor-class-|identifier =', '= "igel-d|hcp-1"'])('%s', (marked) => {
    const found = hover(mixed(marked));
    expect(row(found?.text, NEW)[1]).toBe('`igel-dhcp-1`');
    expect(row(found?.text, OLD)[1]).toContain('assumed');
  });
});

describe('a class', () => {
  const answers = (text: string | undefined) =>
    ['`igel-dhcp-1`', '`IGEL-DHCP-1`', '`igel-dhcp-10`', '`igel`', '–'].map((one) => row(text, one)[2]);

  test('for IGEL OS holds exactly its devices', () => {
    const found = hover(mixed('class "ig|el"'));
    expect(answers(found?.text)).toEqual(['yes', 'no', 'no', 'no', 'no']);
    expect(found?.paragraphs).toContain('It holds IGEL OS 11.04.100 and higher, and nobody else of these.');
  });

  test('with a test for a part of the vendor class holds others too', () => {
    const found = hover('class "|a" { match if substring (option vendor-class-identifier, 0, 4) = "igel"; }');
    expect(answers(found?.text)).toEqual(['yes', 'no', 'yes', 'yes', 'no']);
    expect(found?.text).toContain('Others than IGEL OS come into it too.');
  });

  test('in capitals holds none of them', () => {
    const found = hover('class "|a" { match if option vendor-class-identifier = "IGEL-DHCP-1"; }');
    expect(answers(found?.text)).toEqual(['no', 'yes', 'no', 'no', 'no']);
    expect(found?.text).toContain('No device of IGEL OS gets what this class sets');
  });

  test('of which a subclass is for IGEL OS', () => {
    const found = hover('class "|a" { match option vendor-class-identifier; }\nsubclass "a" "igel-dhcp-1" { }');
    expect(answers(found?.text)).toEqual(['yes', 'no', 'no', 'no', 'no']);
  });

  test('that also asks for something else depends on that', () => {
    const found = hover('class "|a" { match if option vendor-class-identifier = "igel-dhcp-1" and known; }');
    expect(answers(found?.text)[0]).toBe('no');
  });

  test('that has nothing to do with IGEL OS is only told of as a class', () => {
    expect(hover('class "|pxe" { match if substring (option vendor-class-identifier, 0, 3) = "PXE"; }')?.text).toBe(
      '**class "pxe"**\n\n*Declared:* line 1',
    );
  });
});

describe('every other word has its help', () => {
  test('a statement', () => {
    expect(hover('default-lea|se-time 600;')?.text).toBe(
      '**default-lease-time**\n\n' +
        'Lease length in seconds for clients that name none; in DHCPv6 the valid lifetime for all.\n\n' +
        '```dhcpd\ndefault-lease-time NUMBER|infinite;\n```\n\n' +
        '*Without it:* `43200`  \n*Place:* anywhere',
    );
  });

  test('an option', () => {
    expect(hover('option rou|ters 192.0.2.1;')?.text).toBe(
      '**routers** · option 3 · array of ip-address\n\n' +
        'Default gateways of the client in order of preference.\n\n' +
        '```dhcpd\noption routers ADDRESS|HOST-NAME, …;\n```\n\n' +
        '*Place:* anywhere; of several scopes that set it the narrowest wins  \n*Registered as:* Router',
    );
  });

  test('nothing where nothing stands', () => {
    expect(hover('# rou|ters')).toBeUndefined();
  });
});

describe('a part of the network tells where its devices register', () => {
  test('a subnet', () => {
    const found = hover(mixed('sub|net 10.99.0.0'));
    expect(found?.heading).toMatch(/^\*\*subnet\*\*/);
    expect(row(found?.text, NEW)[1]).toBe('**10.99.0.11**, from option 43 (line 11)');
    expect(row(found?.text, OLD)[1]).toBe('**10.99.0.10**, from option 224 (line 2)');
    expect(row(found?.text, EARLY_12)[1]).toBe('perhaps **10.99.0.11**');
  });

  test('one with a server of its own', () => {
    const found = hover(
      mixed('subnet 10.99.|1.0', (text) =>
        text.replace('range 10.99.1.20 10.99.1.250;', '$& option igelrmserver "10.99.1.5";'),
      ),
    );
    expect(row(found?.text, OLD)[1]).toBe('**10.99.1.5**, from option 224 (line 18)');
  });

  test('a pool of it', () => {
    const found = hover(
      mixed('po|ol {', (text) => text.replace('range 10.99.1.20 10.99.1.250;', 'pool { $& allow unknown-clients; }')),
    );
    expect(row(found?.text, OLD)[1]).toBe('**10.99.0.10**, from option 224 (line 2)');
  });

  test('a shared network', () => {
    const found = hover(
      mixed('shared-|network floor {', (text) =>
        text.replace('subnet 10.99.1.0', 'shared-network floor {\n$&').concat('}'),
      ),
    );
    expect(row(found?.text, OLD)[1]).toBe('**10.99.0.10**, from option 224 (line 2)');
  });

  test('of DHCPv6 has none', () => {
    expect(hover('sub|net6 2001:db8::/64 { }')?.text).not.toContain('IGEL OS');
  });
});

test('of a file that the server does not start with, the first fault is told in the place of servers', () => {
  const broken = (marked: string) => mixed(marked, (text) => text.replace('"10.99.0.10";', '10.99.0.10;'));
  for (const marked of ['option igelr|mserver code', 'sub|net 10.99.0.0', 'vendor-opt|ion-space igel']) {
    const { text = '' } = hover(broken(marked)) ?? {};
    expect(text).toContain('**dhcpd does not start with this file**, so no device gets an answer. ');
    expect(text).toContain('(line 2)');
    expect(text).not.toContain('10.99.0.11**');
    expect(text).not.toContain('cannot be told beforehand');
  }
});
