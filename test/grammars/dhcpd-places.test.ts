import fs from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';

// Where the grammar puts what is missing: corpus tests show that it is there, but not at which place.

let parser: Parser;

beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(
    await Language.load(fs.readFileSync(new URL('../../syntaxes/tree-sitter-dhcpd.wasm', import.meta.url))),
  );
});

/** The text with a ¦ at each node of no width, and with ‹ › around each unclosed string. */
function marked(text: string): string {
  const tree = parser.parse(text);
  const nodes = tree?.rootNode.descendantsOfType([
    'missing_semicolon',
    'missing_colon',
    'missing_brace',
    'unclosed_string',
  ]);
  let result = '';
  let from = 0;
  for (const node of nodes ?? []) {
    const { startIndex, endIndex } = node;
    result += `${text.slice(from, startIndex)}${startIndex === endIndex ? '¦' : `‹${text.slice(startIndex, endIndex)}›`}`;
    from = endIndex;
  }
  tree?.delete();
  return result + text.slice(from);
}

it.each([
  ['the line of the vendor page', 'option igelrmserver code 224 = text¦ option igelrmserver ""¦'],
  ['before the comment behind a statement', 'option routers 192.0.2.1¦ # the router\noption host-name "x";'],
  ['before comments and empty lines', 'option routers 192.0.2.1¦\n\n  # one\n\n  # two\noption host-name "x";\n'],
  ['before CR LF', 'option routers 192.0.2.1¦\r\noption host-name "x"¦\r\n'],
  ['before a closing brace', 'subnet 192.0.2.0 netmask 255.255.255.0 { range 192.0.2.1 192.0.2.2¦ }'],
  ['at the end of the text', 'authoritative¦\n\n'],
  ['behind an expression', 'if known { set x = concat("a", "b")¦\n}'],
  ['behind a condition whose block has no brace', 'if known¦\n  filename "x";'],
  ['behind the value of a case', 'case "a"¦\n  filename "x";'],
  ['behind a record', 'option x code 1 = { text, text¦;'],
  ['nowhere in a statement over many lines', 'option routers\n  192.0.2.1, # one\n  # two\n  192.0.2.2\n  ;'],
  ['nowhere in an expression over many lines', 'match if\n  option a = "x" or\n  option b = "y"\n  ;'],
  ['nowhere where a value looks like a statement', 'option host-name\n  pool;\nfixed-address\n  host.example.org;'],
  ['an unclosed string ends before the semicolon of its line', 'option a ‹"x›;\noption b "y";'],
  ['an unclosed string ends before that semicolon though a comment follows', 'option a ‹"x›; # why\noption b "y";'],
  ['an unclosed string keeps a semicolon within its line', 'option a ‹"x; y›¦\noption b "z";'],
  ['an unclosed string ends before CR LF', 'option a ‹"x›¦\r\noption b "y";'],
  ['a string of several lines is closed', 'option a "x\ny";\noption b "z";'],
  ['a string is not closed by the quote that opens the next', 'option a ‹"x›¦\nfilename "y";'],
  ['a string is closed within 1,500 bytes', `option a "x\n# ${'y'.repeat(1400)}\nfilename ";`],
  ['a string is not closed further away', `option a ‹"x›¦\n# ${'y'.repeat(1500)}\nfilename ‹"›;`],
])('%s', (_, wanted) => {
  expect(marked(wanted.replace(/[¦‹›]/g, ''))).toBe(wanted);
});
