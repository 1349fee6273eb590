import { describe, expect, test } from 'vitest';
import { hexIn, replyTo, type ToldClient, textIn } from '../../../test/wire/serving.ts';

const CLIENT: ToldClient = {
  vendorClass: 'igel-dhcp-1',
  mac: '02:1e:10:00:00:01',
  request: [230, 231],
  options: { '12': '416263' },
};

/** What goes out for an expression, in hex with colons; null where the option is not sent. */
function value(expression: string, before = ''): string | null {
  const config = `
    option result code 230 = string;
    ${before}
    subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; option result = ${expression}; }`;
  return hexIn(replyTo(config, CLIENT), 230)?.replace(/(..)(?=.)/g, '$1:') ?? null;
}

/** Which branch a test leads to, and where its opposite leads: a test that is neither true nor false leads to "else" both times. */
function ways(condition: string, before = ''): string {
  const config = `
    option result code 230 = text;
    option opposite code 231 = text;
    ${before}
    subnet 10.99.0.0 netmask 255.255.255.0 {
      range 10.99.0.20;
      if ${condition} { option result "if"; } else { option result "else"; }
      if not (${condition}) { option opposite "if"; } else { option opposite "else"; }
    }`;
  const reply = replyTo(config, CLIENT);
  const found = `${textIn(reply, 230)} ${textIn(reply, 231)}`;
  return { 'if else': 'true', 'else if': 'false', 'else else': 'neither' }[found] ?? found;
}

describe('bytes', () => {
  test.each([
    ['"a\\tb\\x41\\101"', '61:09:62:41:41'],
    ['0a:b:ff', '0a:0b:ff'],
    ['option vendor-class-identifier', '69:67:65:6c:2d:64:68:63:70:2d:31'],
    ['option host-name', '41:62:63'],
    ['option user-class', null],
    ['hardware', '01:02:1e:10:00:00:01'],
    ['packet (28, 6)', '02:1e:10:00:00:01'],
    ['substring (option vendor-class-identifier, 0, 4)', '69:67:65:6c'],
    ['substring ("abcdef", 2, 99)', '63:64:65:66'],
    ['suffix (option vendor-class-identifier, 1)', '31'],
    ['lcase (option host-name)', '61:62:63'],
    ['ucase (option host-name)', '41:42:43'],
    ['concat ("a", option host-name, "b")', '61:41:62:63:62'],
    ['concat ("a", option user-class)', null],
    ['reverse (1, 01:02:03:04)', '04:03:02:01'],
    ['reverse (3, 01:02:03:04)', null],
    ['binary-to-ascii (16, 8, ":", substring (hardware, 1, 6))', '32:3a:31:65:3a:31:30:3a:30:3a:30:3a:31'],
    ['binary-to-ascii (10, 16, ".", 01:02:03)', null],
    ['encode-int (258, 16)', '01:02'],
    ['pick (option user-class, "z")', '7a'],
    ['leased-address', '0a:63:00:14'],
    ['null', null],
    ['encode-int (extract-int (01:02:03:04, 32), 16)', '03:04'],
    ['encode-int (extract-int (01:02, 32), 16)', null],
    ['encode-int (5 / 0, 8)', null],
    ['encode-int (1 + 2 * 3, 8)', '09'],
  ])('%s', (expression, bytes) => {
    expect(value(expression)).toBe(bytes);
  });

  test('numbers that nearly fill 32 bits get a nought in front in base 10, as the server writes them', () => {
    expect(value('binary-to-ascii (10, 32, "", 6c:69:6c:69)')).toBe('30:31:38:31:38:38:34:38:33:36:31');
  });
});

describe('tests', () => {
  test.each([
    ['option vendor-class-identifier = "igel-dhcp-1"', 'true'],
    ['option vendor-class-identifier = "igel"', 'false'],
    ['option user-class = "x"', 'false'],
    ['option user-class != "x"', 'true'],
    ['option user-class = option nis-domain', 'true'],
    ['option vendor-class-identifier ~= "^igel-"', 'true'],
    ['option vendor-class-identifier ~~ "^IGEL-"', 'true'],
    ['option user-class ~= "x"', 'neither'],
    ['"" ~~ "a*"', 'neither'],
    ['option vendor-class-identifier ~= "(igel"', 'false'],
    ['(exists user-class and exists host-name)', 'neither'],
    ['(option user-class ~= "x") or exists host-name', 'true'],
    ['exists host-name', 'true'],
    ['known', 'false'],
    ['static', 'false'],
    ['defined (nothing)', 'false'],
    ['0a:63 = 0a:63', 'true'],
  ])('%s', (condition, truth) => {
    // A parenthesis right behind "if" must hold all of the test
    expect(ways(condition.startsWith('(') ? `(${condition})` : condition)).toBe(truth);
  });
});

describe('functions', () => {
  const TWICE = 'define twice (part) { return concat (part, part); }';

  test('a call that is an option’s whole value leaves bytes behind, inside another expression it has none', () => {
    expect(value('twice ("xy")', TWICE)).toBe('78:79:78:79');
    expect(value('concat (twice ("xy"), "z")', TWICE)).toBeNull();
    expect(value('pick (twice ("xy"), "z")', TWICE)).toBe('7a');
  });

  test('a call is no test, but counts in an "or" whose other side has a truth', () => {
    const ours = 'define ours (part) { return part = "igel-dhcp-1"; }';
    expect(ways('ours (option vendor-class-identifier)', ours)).toBe('neither');
    expect(ways('ours (option vendor-class-identifier) or exists user-class', ours)).toBe('true');
  });
});

describe('variables', () => {
  test('of the server’s start are those that option values see', () => {
    expect(value('told', 'set told = "start";')).toBe('73:74:61:72:74');
    const late = `
      option result code 230 = string;
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; set told = "late"; option result = told; }`;
    expect(hexIn(replyTo(late, CLIENT), 230)).toBeUndefined();
  });

  test('that are set for a client are seen by the tests that follow', () => {
    expect(ways('told = "igel-dhcp-1"', 'set told = option vendor-class-identifier;')).toBe('true');
  });
});

describe('what is not known', () => {
  test('an option whose bytes hang on it is said to be unknown', () => {
    const config = `
      option result code 230 = string;
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.30; option result = leased-address; }`;
    const { options, unknown } = replyTo(config, CLIENT);
    expect(options?.has(230)).toBe(false);
    expect(unknown).toContain(230);
  });

  test('a test that it decides leaves known what both ways agree in', () => {
    const config = `
      option igelrmserver code 224 = text;
      option umsstructuretag code 226 = text;
      if option user-class = "lab" {
        option igelrmserver "10.99.0.10";
        option umsstructuretag "lab";
      } else {
        option igelrmserver "10.99.0.10";
      }
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }`;
    const reply = replyTo(config, { request: [224, 226], unknown: [77] });
    expect(textIn(reply, 224)).toBe('10.99.0.10');
    expect(reply.unknown).toContain(226);
  });

  test('a client whose address is not given fits no address of the file, and values made of it are unknown', () => {
    const config = `
      option result code 230 = string;
      option other code 231 = text;
      class "igel" { match if substring (hardware, 1, 3) = 02:57:5b; option other "igel"; }
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; option result = hardware; }`;
    const reply = replyTo(config, { request: [230, 231] });
    expect(reply.options?.has(231)).toBe(false);
    expect(reply.unknown).toContain(230);
  });
});
