import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkEdits, editsOf, type SeenFact } from '../../../test/documents/same-as-new.ts';
import { KEA_SYNTAX } from '../languages/kea/syntax.ts';
import type { LoweringInput } from './language-syntax.ts';
import { loadParser, type TreeCursor } from './parser.ts';

const parser = await loadParser(
  { load: (grammar) => readFile(`syntaxes/tree-sitter-${grammar}.wasm`), runtime: () => undefined },
  KEA_SYNTAX,
);

/** Every member, value, comma and stray character, with its text before its block, and the block that it stands in. */
function lower({ tree, text, prefix, end, at, padded, around }: LoweringInput): readonly SeenFact[] {
  const facts: SeenFact[] = [];
  let paddings = 0;
  expect(tree.rootNode.hasError).toBe(false);
  const item = (cursor: TreeCursor, scope: number, key: string) => {
    const { nodeType, startIndex, endIndex } = cursor;
    const seen = startIndex >= prefix && startIndex < end;
    if (nodeType === 'object' || nodeType === 'array') {
      const inside = startIndex < prefix ? (padded[paddings++] ?? -1) : at(startIndex);
      if (seen) facts.push({ what: key + nodeType, start: at(startIndex), scope, opens: at(startIndex) });
      items(cursor, inside);
    } else if (nodeType === 'member') {
      const name = text.slice(startIndex, endIndex).split(/[:=]/, 1)[0] ?? '';
      if (seen && !/[{[]/.test(text.slice(startIndex, endIndex))) {
        facts.push({ what: `member ${name}`, start: at(startIndex), scope, opens: undefined });
      }
      if (!cursor.gotoFirstChild()) return;
      do if (cursor.currentFieldName === 'value') item(cursor, scope, name);
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    } else if (seen) {
      const what = `${key} ${nodeType} ${text.slice(startIndex, endIndex)}`;
      facts.push({ what, start: at(startIndex), scope, opens: undefined });
    }
  };
  const items = (cursor: TreeCursor, scope: number) => {
    if (!cursor.gotoFirstChild()) return;
    do
      if (!/^(?:[{}[\]]|.*comment|foreign_space|unmatched_bracket|missing_.*)$/.test(cursor.nodeType))
        item(cursor, scope, '');
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  const cursor = tree.walk();
  items(cursor, around[0] ?? -1);
  cursor.delete();
  return facts;
}

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

const texts: fc.Arbitrary<string> = fc.letrec<{ value: string; members: string; elements: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    pick(
      '1',
      '"x"',
      'true',
      '"a, b"',
      '"option[60].text == \'x\'"',
      '"https://x"',
      '"un, closed',
      "'x'",
      '10.0.0.1 - 10.0.0.2',
    ),
    tie('members').map((body) => `{${body}\n}`),
    tie('elements').map((body) => `[ # list\n${body}]`),
  ),
  members: fc
    .array(
      fc.tuple(pick('"pools": ', '"a":\n', 'b: ', '"c" = ', '"d: ', 'e": ', '', '// "x": {\n"f": '), tie('value')),
      { maxLength: 5 },
    )
    .map((list) => list.map((pair) => pair.join('')).join(',\n')),
  elements: fc.array(tie('value'), { maxLength: 5 }).map((list) => list.join(', ')),
})).value;

const scraps = pick(
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\n',
    ' ',
    '#',
    '/',
    '*',
    '/*',
    '*/',
    '//',
    '\\',
    '\r\n',
    '=',
    ';',
    "'",
    '“',
    '”',
  ],
  ...[
    '"a": {',
    '"b": [',
    '<?include "x"?>',
    '<?',
    'foo',
    '1',
    ',,',
    '}}}',
    '{{{',
    '"\n',
    '😀',
    '\ud800',
    '\0',
    '\ufeff',
    'x"',
    '"x',
  ],
);

test('after any edits of a Kea configuration a document knows what a new one knows', () => {
  const language = { syntax: KEA_SYNTAX, parser, lower };
  fc.assert(
    fc.property(pick(32, 100, 400, Number.POSITIVE_INFINITY), texts, editsOf(texts, scraps), (size, initial, edits) =>
      checkEdits(language, size, initial, edits, []),
    ),
    { numRuns: 100 },
  );
});
