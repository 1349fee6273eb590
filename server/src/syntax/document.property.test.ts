import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Document, type Piece } from './document.ts';
import { type ToyFact, type ToyLanguage, toyLists, toyStatements } from './toy-languages.ts';

const SIZES = [32, 100, 400, Number.POSITIVE_INFINITY];

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);
const word = pick('a', 'b', 'option', 'match', '10.0.0.1');

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

interface Edit {
  /** Where, as a share of the length. */
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
  /** How many pieces are lowered before the next edit; all, and the result is compared, if undefined. */
  readonly slices: number | undefined;
}

const editsOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.oneof(pick(0, 0, 0, 1, 1, 2), fc.nat(60), fc.nat(2000)),
      typed: fc.oneof({ weight: 5, arbitrary: scraps }, pick(''), texts),
      slices: fc.oneof(fc.nat(3), pick(undefined)),
    }),
    { minLength: 1, maxLength: 12 },
  );

/** What a document knows, in words that do not tell how it is cut. */
function seen(document: Document<ToyFact>): { readonly facts: readonly string[]; readonly faults: readonly string[] } {
  const blockAt = (piece: Piece<ToyFact>, id: number) => {
    if (id >= 0) return piece.offset + id;
    const block = document.block(piece, id);
    return block && block.piece.offset + block.at;
  };
  const place = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return `${offset}=${line}:${character}`;
  };
  const facts: string[] = [];
  const parents = new Map<number, number | undefined>();
  for (const piece of document.pieces) {
    for (const { what, start, scope, opens, names, clean } of piece.facts) {
      const parent = blockAt(piece, scope);
      if (opens !== undefined) parents.set(piece.offset + opens, parent);
      facts.push(`${place(piece.offset + start)} ${what} in ${parent} ${names} ${clean ? '' : 'unclean'}`);
    }
  }
  for (const piece of document.pieces) {
    const around = piece.context.map((block) => block.piece.offset + block.at);
    for (const [i, block] of around.entries()) {
      if (parents.has(block)) expect(around[i - 1], `what is around ${block}`).toBe(parents.get(block));
    }
  }
  const faults = document.faults.map((fault) => {
    if (fault.kind !== 'unclosed-block') return `${fault.kind} ${place(fault.piece.offset + fault.at)}`;
    const { block, endedAt, balanced } = fault;
    const begin = place(block.piece.offset + block.at);
    return `${block.label} ${block.kind} ${begin} ended at ${place(endedAt.piece.offset + endedAt.at)} ${balanced}`;
  });
  return { facts, faults };
}

function check(toy: ToyLanguage, size: number, initial: string, edits: readonly Edit[]): void {
  const create = (text: string, pieceSize: number) =>
    new Document('toy', toy.syntax, toy.parser, toy.lower, text, { size: pieceSize });
  const document = create(initial, size);
  const known = new Map<Piece<ToyFact>, readonly ToyFact[]>();
  const follow = () => {
    const { removed, added } = document.takeChanges();
    for (const piece of removed) {
      expect(known.get(piece)).toBe(piece.facts);
      known.delete(piece);
    }
    for (const piece of added) {
      expect(known.has(piece)).toBe(false);
      known.set(piece, piece.facts);
    }
  };
  let text = initial;
  for (const { at, removed, typed, slices } of edits) {
    const start = Math.floor(at * text.length);
    const end = Math.min(text.length, start + removed);
    document.edit(start, end, typed);
    text = text.slice(0, start) + typed + text.slice(end);
    expect(document.text).toBe(text);
    if (slices !== undefined) {
      let clock = 0;
      document.work(slices, () => ++clock);
      if (slices % 2 === 0) follow();
      continue;
    }
    document.work();
    follow();
    expect([...known.keys()].sort((a, b) => a.offset - b.offset)).toEqual(document.pieces);
    const now = seen(document);
    for (const other of SIZES) {
      const fresh = create(text, other);
      fresh.work();
      expect(now).toEqual(seen(fresh));
    }
  }
}

const RUNS = 300;

describe('after any edits a document knows what a new one of the same text knows, wherever either is cut', () => {
  test.each([
    { name: 'statements that look at nothing around them', toy: toyStatements(0), texts: statements },
    { name: 'statements that look at the block around them', toy: toyStatements(1), texts: statements },
    { name: 'lists that look at two blocks around', toy: toyLists, texts: lists },
  ])('$name', ({ toy, texts }) => {
    fc.assert(
      fc.property(pick(...SIZES), fc.array(texts, { maxLength: 3 }), editsOf(texts), (size, initial, edits) =>
        check(toy, size, initial.join(''), edits),
      ),
      { numRuns: RUNS },
    );
  });
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
