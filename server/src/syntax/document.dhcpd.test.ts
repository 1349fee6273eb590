import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { test } from 'vitest';
import { checkEdits, editsOf, type SeenFact } from '../../../test/documents/same-as-new.ts';
import { DHCPD_SYNTAX } from '../languages/dhcpd/syntax.ts';
import type { LoweringInput } from './language-syntax.ts';
import { loadParser, type TreeCursor } from './parser.ts';

const parser = await loadParser(
  { load: (grammar) => readFile(`syntaxes/tree-sitter-${grammar}.wasm`), runtime: () => undefined },
  DHCPD_SYNTAX,
);

/** Every statement with its kind, its text before its block, and the block that it stands in. */
function lower({ tree, text, prefix, end, at, padded, around }: LoweringInput): readonly SeenFact[] {
  const facts: SeenFact[] = [];
  let paddings = 0;
  const statement = (cursor: TreeCursor, scope: number) => {
    const { nodeType, startIndex, endIndex } = cursor;
    let headEnd = Math.min(endIndex, end);
    let opens: number | undefined;
    const inside = facts.length;
    if (cursor.gotoFirstChild()) {
      do {
        if (cursor.nodeType === 'block') {
          const open = cursor.startIndex;
          headEnd = Math.min(headEnd, open);
          if (open >= prefix) opens = at(open);
          statements(cursor, open < prefix ? (padded[paddings++] ?? -1) : at(open));
        } else if (cursor.nodeType.endsWith('_clause')) {
          headEnd = Math.min(headEnd, cursor.startIndex);
          statement(cursor, scope);
        }
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    if (startIndex < prefix || startIndex >= end) return;
    const what = `${nodeType} ${text.slice(startIndex, headEnd).trim()}`;
    facts.splice(inside, 0, { what, start: at(startIndex), scope, opens });
  };
  const statements = (cursor: TreeCursor, scope: number) => {
    if (!cursor.gotoFirstChild()) return;
    do if (cursor.nodeIsNamed && cursor.nodeType !== 'comment') statement(cursor, scope);
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  const cursor = tree.walk();
  statements(cursor, around[0] ?? -1);
  cursor.delete();
  return facts;
}

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

const language = { syntax: DHCPD_SYNTAX, parser, lower };

const SENTENCES = [
  ...['option routers 10.0.0.1;\n', 'option x code 224 = text;\n', 'authoritative;\n', '# a host { is\n', '\r\n', '\n'],
  ...[
    'option r code 1 = { ip-address, integer 8 };\n',
    'option r code 2 = array of { text, text };\n',
    'deny booting;\n',
  ],
  ...['match if option dhcp-client-identifier = 01:02;\n', 'filename "a;b{";\n', 'option domain-name "over\nlines";\n'],
  ...['range 10.0.0.2 10.0.0.9; ', 'include "x";\n', 'set a = concat("x", 1:2);\n', 'key k { secret x; };\n'],
];
const HEADERS = [
  ...['host h', 'subnet 10.0.0.0 netmask 255.0.0.0', 'group', 'class "c"', 'shared-network n', 'pool'],
  ...['on commit', 'if known'],
];
const FAULTY = [
  'option routers 10.0.0.1\n',
  'option x code 2 = { text\n',
  'filename "a\n',
  'pool\n',
  '};\n',
  'else { a; }\n',
];

const textOf = (sentences: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ statement: string; statements: string }>((tie) => ({
    statement: fc.oneof(
      { maxDepth: 3 },
      pick(...sentences),
      fc.tuple(pick(...HEADERS), tie('statements')).map(([head, body]) => `${head} {\n${body}}\n`),
      tie('statements').map((body) => `if exists a { ${body}} elsif known {\n${body}} else {\n break;\n}\n`),
      tie('statements').map((body) => `host lost\n  hardware ethernet 1:2:3:4:5:6;\n${body}}\n`),
    ),
    statements: fc.array(tie('statement'), { maxLength: 5 }).map((list) => list.join('')),
  })).statements;

const scraps = pick(
  ...['{', '}', '"', ';', ',', ':', '\n', ' ', '#', '\\', '\r', '\r\n', '=', 'e', 'l', 's', '(', ')', '. ', '-'],
  ...['else ', 'else {', 'elsif x ', 'host x ', 'pool\n', 'option ', 'and ', '"\n', '😀', '\ud800', '\0', 'x'],
  ...['}}}', '{{{', '"; ', 'host y {', 'code 1 = '],
);

test('after any edits of a dhcpd.conf a document knows what a new one knows', () => {
  const texts = textOf([...SENTENCES, ...FAULTY]);
  fc.assert(
    fc.property(pick(32, 100, 400), fc.array(texts, { maxLength: 8 }), editsOf(texts, scraps), (size, initial, edits) =>
      checkEdits(language, size, initial.join(''), edits, []),
    ),
    { numRuns: 60 },
  );
});

test('a dhcpd.conf whose only faults are lost braces reads alike wherever it is cut', () => {
  const texts = textOf(SENTENCES);
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 8 }), (initial) =>
      checkEdits(language, 32, '', [{ at: 0, removed: 0, typed: initial.join(''), slices: undefined }]),
    ),
    { numRuns: 40 },
  );
});
