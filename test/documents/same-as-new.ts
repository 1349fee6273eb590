import fc from 'fast-check';
import { expect } from 'vitest';
import { Document, type DocumentOptions, type Piece } from '../../server/src/syntax/document.ts';
import type { LanguageSyntax, Lower } from '../../server/src/syntax/language-syntax.ts';
import type { Parser } from '../../server/src/syntax/parser.ts';

/** What a test's lowering tells of a statement. */
export interface SeenFact {
  /** What shows of it, and must not depend on where the text is cut. */
  readonly what: string;
  readonly start: number;
  /** The id of the block it stands in. */
  readonly scope: number;
  /** The id of the block that it opens. */
  readonly opens: number | undefined;
}

export interface TestLanguage {
  readonly syntax: LanguageSyntax;
  readonly parser: Pick<Parser, 'parse'>;
  readonly lower: Lower<SeenFact>;
  /** What a document of the language is told besides. */
  readonly options?: DocumentOptions<SeenFact>;
}

export const SIZES: readonly number[] = [32, 100, 400, Number.POSITIVE_INFINITY];

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

export interface Edit {
  /** Where, as a share of the length. */
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
  /** How many pieces are lowered before the next edit; all, and the result is compared, if undefined. */
  readonly slices: number | undefined;
}

export const editsOf = (texts: fc.Arbitrary<string>, scraps: fc.Arbitrary<string>): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.oneof(pick(0, 0, 0, 1, 1, 2), fc.nat(60), fc.nat(2000)),
      typed: fc.oneof({ weight: 5, arbitrary: scraps }, pick(''), texts),
      slices: fc.oneof(fc.nat(3), pick(undefined)),
    }),
    { minLength: 1, maxLength: 12 },
  );

/** Where the bracket of a block stands in the file. */
function placeOf(document: Document<SeenFact>, piece: Piece<SeenFact>, id: number): number | undefined {
  if (id >= 0) return piece.offset + id;
  const block = document.block(piece, id);
  return block && block.piece.offset + block.at;
}

/** What a document knows, in words that do not tell how it is cut. */
function seen(document: Document<SeenFact>): { readonly facts: readonly string[]; readonly faults: readonly string[] } {
  const place = (offset: number) => {
    const { line, character } = document.positionAt(offset);
    return `${offset}=${line}:${character}`;
  };
  const facts = document.pieces.flatMap((piece) =>
    piece.facts.map(
      ({ what, start, scope }) => `${place(piece.offset + start)} ${what} in ${placeOf(document, piece, scope)}`,
    ),
  );
  const faults = document.faults.map((fault) => {
    if (fault.kind !== 'unclosed-block') return `${fault.kind} ${place(fault.piece.offset + fault.at)}`;
    const { block, endedAt, balanced } = fault;
    const begin = place(block.piece.offset + block.at);
    return `${block.label} ${block.kind} ${begin} ended at ${place(endedAt.piece.offset + endedAt.at)} ${balanced}`;
  });
  return { facts, faults };
}

/** The blocks around a piece are those that the facts tell of. */
function expectContexts(document: Document<SeenFact>): void {
  const parents = new Map<number, number | undefined>();
  for (const piece of document.pieces) {
    for (const { opens, scope } of piece.facts) {
      if (opens !== undefined) parents.set(piece.offset + opens, placeOf(document, piece, scope));
    }
  }
  for (const piece of document.pieces) {
    const around = piece.context.map((block) => block.piece.offset + block.at);
    for (const [i, block] of around.entries()) {
      if (parents.has(block)) expect(around[i - 1], `what is around ${block}`).toBe(parents.get(block));
    }
  }
}

/** Edits a document, and compares it with new ones of the same text, one cut into the same size and others into these sizes. */
export function checkEdits(
  { syntax, parser, lower, options }: TestLanguage,
  size: number,
  initial: string,
  edits: readonly Edit[],
  otherSizes: readonly number[] = SIZES,
): void {
  const create = (text: string, pieceSize: number) =>
    new Document('file', syntax, parser, lower, text, { ...options, size: pieceSize });
  const document = create(initial, size);
  const known = new Map<Piece<SeenFact>, readonly SeenFact[]>();
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
    const fresh = create(text, size);
    fresh.work();
    expect(document.pieces.map((piece) => piece.text)).toEqual(fresh.pieces.map((piece) => piece.text));
    expect(now).toEqual(seen(fresh));
    if (otherSizes.length > 0) expectContexts(document);
    for (const other of otherSizes) {
      const cutElsewhere = create(text, other);
      cutElsewhere.work();
      expect(now).toEqual(seen(cutElsewhere));
    }
  }
}
