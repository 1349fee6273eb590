import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkEdits, editsOf, type SeenFact, SIZES } from '../../../test/documents/same-as-new.ts';
import { toyLists, toyStatements } from '../../../test/documents/toy-languages.ts';
import { Document } from './document.ts';

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const word = pick('a', 'b', 'option', 'match', '10.0.0.1');

/** Comments over a longer stretch than is looked at to decide where a piece ends. */
const LONG = '# a comment;\n'.repeat(15);

const statements: fc.Arbitrary<string> = fc.letrec<{ statement: string; statements: string }>((tie) => ({
  statement: fc.oneof(
    { maxDepth: 3 },
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `${words.join(' ')};\n`),
    pick(
      '# a comment {\n',
      '\n',
      'x "a string; {";',
      'x "over\nlines";\n',
      'x = { a, b };\n',
      '/* a\n } */',
      '\r\n',
      'y; ',
    ),
    fc
      .tuple(pick('host h', 'net n', 'group g', 'class c', 'if a', 'group'), tie('statements'))
      .map(([head, body]) => `${head} {\n${body}}\n`),
    tie('statements').map((body) => `if b {${body}} else {\n c;\n}\n`),
    tie('statements').map((body) => `if c {\n${body}}\n${LONG}else {\n${body}}\n`),
    pick(LONG, `/* ${LONG} */\n`),
    tie('statements').map((body) => `host lost\n  a;\n${body}}\n`),
  ),
  statements: fc.array(tie('statement'), { maxLength: 5 }).map((list) => list.join('')),
})).statements;

const lists: fc.Arbitrary<string> = fc.letrec<{ value: string; pairs: string; array: string; object: string }>(
  (tie) => ({
    value: fc.oneof({ maxDepth: 4 }, pick('1', '"s"', '"//"', 'true'), tie('array'), tie('object')),
    pairs: fc
      .array(
        fc.tuple(pick('"a"', '"key"', '"b"'), pick(': ', ':', ' : '), tie('value')).map((parts) => parts.join('')),
        {
          maxLength: 4,
        },
      )
      .map((list) => list.join(', ')),
    array: fc
      .tuple(fc.array(tie('value'), { maxLength: 5 }), pick(',', ',\n', ', # c\n', ' /* , */ ,'))
      .map(([values, comma]) => `[ ${values.join(comma)} ]`),
    object: tie('pairs').map((pairs) => `{ ${pairs} }\n`),
  }),
).object;

const scraps = pick(
  ...['{', '}', '[', ']', '"', ';', ',', ':', '\n', ' ', '#', '//', '/*', '*/', '\\', '\r', '\r\n', '=', 'e', 'l', 's'],
  ...[
    'else ',
    'else {',
    'host x ',
    'host y\n',
    'net n {',
    '"a": ',
    '{ }',
    '[ {',
    '"\n',
    '😀',
    '\ud800',
    '\0',
    'x',
    '}}}',
    '{{{',
  ],
);

const RUNS = 100;
const CUTS = 300;

describe('after any edits a document knows what a new one of the same text knows, wherever either is cut', () => {
  test.each([
    { name: 'statements that look at nothing around them', toy: toyStatements(0), texts: statements },
    { name: 'statements that look at the block around them', toy: toyStatements(1), texts: statements },
    { name: 'lists that look at two blocks around', toy: toyLists, texts: lists },
  ])('$name', ({ toy, texts }) => {
    fc.assert(
      fc.property(pick(...SIZES), fc.array(texts, { maxLength: 12 }), editsOf(texts, scraps), (size, initial, edits) =>
        checkEdits(toy, size, initial.join(''), edits),
      ),
      { numRuns: RUNS },
    );
  });
});

test('a document gives a hopeless text up where a new one does, and takes it up again when it is mended', () => {
  const options = { faultsIn: ({ what }: SeenFact) => (what.startsWith('a') ? 1 : 0), mostFaults: 5 };
  const toy = { ...toyStatements(0), options };
  fc.assert(
    fc.property(
      pick(...SIZES),
      fc.array(statements, { minLength: 8, maxLength: 16 }),
      editsOf(statements, scraps),
      (size, initial, edits) => checkEdits(toy, size, initial.join(''), edits, []),
    ),
    { numRuns: RUNS },
  );
});

test('a document is cut as a new one of its text would be, whatever far away decides it', () => {
  const { syntax, parser } = toyStatements(0);
  const line = pick(
    'a;\n',
    'long statement;\n',
    'host h {\n',
    '}\n',
    'z "s" t;\n',
    '# "comment";\n',
    'else {\n',
    '"\n',
    '/*\n',
    '*/\n',
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: pick(0, 0, 1, 2),
    typed: pick('"', '/*', '*/', 'else ', 'else {', '\\', ';', '}', '#', ''),
  });
  fc.assert(
    fc.property(
      pick(16, 64, 256, 1024),
      fc.array(fc.oneof({ weight: 20, arbitrary: line }, pick(LONG)), { maxLength: 250 }),
      fc.array(edit, { minLength: 1, maxLength: 20 }),
      (size, lines, edits) => {
        let text = lines.join('');
        const create = () => new Document('toy', syntax, parser, () => [], text, { size });
        const document = create();
        for (const { at, removed, typed } of edits) {
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + removed);
          document.edit(start, end, typed);
          text = text.slice(0, start) + typed + text.slice(end);
          expect(document.pieces.map((piece) => piece.text)).toEqual(create().pieces.map((piece) => piece.text));
        }
      },
    ),
    { numRuns: CUTS },
  );
});

test.each([
  { name: 'an else becomes another word', far: `if a {\n}\n${LONG}${LONG}${LONG}`, edited: 'else {\n}\n', typed: 'x' },
  { name: 'a word becomes an else', far: `if a {\n}\n${LONG}${LONG}${LONG}`, edited: '{\n}\n', typed: 'else ' },
  { name: 'a comment opens again', far: `z;\n/*\n${'long statement;\n'.repeat(60)}*`, edited: '/\n', typed: 'x' },
  { name: 'a comment is closed', far: `z;\n/*\n${'long statement;\n'.repeat(60)}`, edited: '/\n', typed: '*' },
  { name: 'a string opens again', far: `z;\nz "\n;\n${'long;\n'.repeat(30)}`, edited: '";\n', typed: '\\' },
  { name: 'a string is closed', far: `z;\nz "\n;\n${'long;\n'.repeat(30)}`, edited: ';\n', typed: '"' },
])('what was cut long before is cut anew where $name', ({ far, edited, typed }) => {
  const { syntax, parser } = toyStatements(0);
  for (let lines = 0; lines < 40; lines++) {
    const text = `${'a;\n'.repeat(lines)}${far}${edited}${'b;\n'.repeat(200)}`;
    const at = text.indexOf(edited, 3 * lines + far.length);
    for (const size of [16, 24, 32, 64]) {
      const create = (whole: string) => new Document('toy', syntax, parser, () => [], whole, { size });
      const document = create(text);
      document.edit(at, at, typed);
      const fresh = create(document.text);
      expect(document.pieces.map((piece) => piece.text)).toEqual(fresh.pieces.map((piece) => piece.text));
    }
  }
});

test('a block without a header is cut alike, read from its beginning and from a cut inside of it', () => {
  const { syntax, parser } = toyStatements(0);
  const body = `;\n${LONG}/* ${LONG} */\n}\nif c {\nlong statement;\n}\n${'b;\n'.repeat(100)}`;
  for (let lines = 1; lines < 40; lines++) {
    for (const size of [16, 24, 32, 64]) {
      const create = (whole: string) => new Document('toy', syntax, parser, () => [], whole, { size });
      const before = 'a;\n'.repeat(lines);
      const document = create(before + body);
      document.edit(0, before.length, '{');
      expect(document.pieces.map((piece) => piece.text)).toEqual(create(`{${body}`).pieces.map((piece) => piece.text));
    }
  }
});

test('places are those of LSP', () => {
  const texts = fc.array(pick('a;', '\n', '\r', '\r\n', '{', '}', '"', '😀', ' '), { maxLength: 40 });
  fc.assert(
    fc.property(texts, pick(2, 8, 32), fc.nat(12), fc.nat(12), (parts, size, line, character) => {
      const text = parts.join('');
      const toy = toyStatements(0);
      const document = new Document('toy', toy.syntax, toy.parser, toy.lower, text, { size });
      const expected = TextDocument.create('toy', 'toy', 0, text);
      for (let offset = -1; offset <= text.length + 1; offset++) {
        expect(document.positionAt(offset)).toEqual(expected.positionAt(offset));
        expect(document.slice(offset, offset + 5)).toBe(text.slice(Math.max(0, offset), offset + 5));
      }
      for (const position of [
        { line, character },
        { line: line - 2, character: character - 2 },
      ]) {
        expect(document.offsetAt(position)).toBe(expected.offsetAt(position));
      }
    }),
    { numRuns: 500 },
  );
});
