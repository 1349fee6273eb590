import { type Span, span } from '../../../model/span.ts';
import { blockRanges } from '../../../syntax/block-ranges.ts';
import type { Document, Piece } from '../../../syntax/document.ts';
import type { DocumentEdit } from '../../editor.ts';
import { joined, type SnippetText } from '../../snippet-text.ts';
import type { PlacedStatement, Statement } from '../statement.ts';
import { DHCPD_SYNTAX } from '../syntax.ts';
import { placeAround } from './cursor.ts';
import type { View } from './view.ts';

/** A statement outside of all blocks of the document. */
interface TopStatement {
  readonly piece: Piece<PlacedStatement>;
  /** In its piece. */
  readonly statement: Statement;
  /** In the document. */
  readonly start: number;
  readonly end: number;
}

/** The statements that stand outside of all blocks, and the places between them where others can be put. */
export class TopLevel {
  readonly #view: View;
  readonly #statements: readonly TopStatement[];
  readonly lineEnd: string;

  private constructor(view: View) {
    this.#view = view;
    this.#statements = statementsOf(view.document);
    this.lineEnd = view.document.slice(0, 4096).includes('\r\n') ? '\r\n' : '\n';
  }

  /** Undefined for a file that is included inside of a block. */
  static of(view: View): TopLevel | undefined {
    return placeAround(view) === 'global' ? new TopLevel(view) : undefined;
  }

  /**
   * The place nearest to an offset that lies behind all of `requires` and before all of `usedBy`, by its number: behind how many
   * statements it lies. Undefined where there is none.
   */
  placeFor(offset: number, requires: readonly Span[], usedBy: readonly Span[]): number | undefined {
    const { order } = this.#view.assembly.declarations;
    const fits = (index: number): boolean => {
      const at = this.#spanAt(index);
      return (
        requires.every((place) => order.compare(place, at) < 0) &&
        usedBy.every((place) => order.compare(at, place) <= 0)
      );
    };
    const wanted = this.#statements.filter(
      ({ start, end, statement }) => end <= offset || (start < offset && !statement.block),
    ).length;
    for (let away = 0; away <= this.#statements.length; away++) {
      for (const index of [wanted - away, wanted + away]) {
        if (index >= 0 && index <= this.#statements.length && fits(index)) return index;
      }
    }
    return undefined;
  }

  #spanAt(index: number): Span {
    const next = this.#statements[index];
    if (next) return span(next.piece, next.statement.start, next.statement.start);
    const last = this.#view.document.pieceAt(this.#view.document.length);
    return span(last, last.text.length, last.text.length);
  }

  /** Puts lines into a place, at the line of the offset if that is there, with blank lines around them. */
  insert(index: number, offset: number, lines: readonly SnippetText[]): DocumentEdit {
    const { document } = this.#view;
    const { lineEnd } = this;
    const text = joined(...lines);
    const at = this.#offsetAt(index, offset);
    const before = document.slice(Math.max(0, at - 4), at);
    const onOwnLine = at === 0 || before.endsWith('\n');
    const opening = at === 0 || /\n\r?\n$/.test(before) ? '' : onOwnLine ? lineEnd : lineEnd + lineEnd;
    const closing = at === document.length || /^[ \t]*\r?\n/.test(document.slice(at, at + 200)) ? '' : lineEnd;
    const { plain, snippet } = joined(opening, text, closing);
    return { start: at, end: at, newText: plain, snippet };
  }

  /** The beginning of a line where the file has one between the two statements. */
  #offsetAt(index: number, offset: number): number {
    const { document } = this.#view;
    const from = this.#statements[index - 1]?.end ?? 0;
    const to = this.#statements[index]?.start ?? document.length;
    const gap = document.slice(from, to);
    const lines = [...gap.matchAll(/\n/g)].map((found) => from + found.index + 1);
    if (index === 0) lines.unshift(0);
    const isInGap = from <= offset && offset <= to;
    const wanted = isInGap ? (lines.find((line) => line >= lineStart(gap, offset - from) + from) ?? to) : to;
    const candidates = lines.filter((line) => line <= wanted);
    // What stands between two statements are comments: those right above a statement, or above each other, belong together.
    const free = candidates.findLast((line) => line === from || line === 0 || !isBelowComment(gap, line - from));
    return free ?? candidates.at(-1) ?? to;
  }
}

/** Where the line of an offset begins. */
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Whether the line above a line's beginning is a comment of its own. */
function isBelowComment(text: string, at: number): boolean {
  const above = text.slice(lineStart(text, at - 1), Math.max(0, at - 1));
  return at > 0 && lineStart(text, at - 1) > 0 && /^[ \t]*#/.test(above);
}

/** Several plans are carried out in a row: what stood there for the last one stands there still, if no piece was read anew. */
const LAST = new WeakMap<
  Document<PlacedStatement>,
  { readonly facts: readonly (readonly PlacedStatement[])[]; readonly statements: readonly TopStatement[] }
>();

function statementsOf(document: Document<PlacedStatement>): readonly TopStatement[] {
  const facts = document.pieces.map((piece) => piece.facts);
  const last = LAST.get(document);
  if (last?.facts.length === facts.length && last.facts.every((list, index) => list === facts[index])) {
    return last.statements;
  }
  const statements = readStatements(document);
  LAST.set(document, { facts, statements });
  return statements;
}

function readStatements(document: Document<PlacedStatement>): readonly TopStatement[] {
  let ends: ReadonlyMap<number, number> | undefined;
  const endOf = (piece: Piece<PlacedStatement>, { end, block }: Statement): number => {
    if (!block || block.close !== undefined) return piece.offset + end;
    ends ??= new Map(blockRanges(document, DHCPD_SYNTAX).map((range) => [range.open, range.end]));
    return Math.max(piece.offset + end, ends.get(piece.offset + block.open) ?? 0);
  };
  const found: TopStatement[] = [];
  for (const piece of document.pieces) {
    for (const { parent, statement } of piece.facts) {
      if (parent >= 0 || document.block(piece, parent)) continue;
      const end = endOf(piece, statement);
      const last = found.at(-1);
      // An `else` that stands apart belongs to what is before it.
      if (last && statement.keyword.startsWith('els')) found[found.length - 1] = { ...last, end };
      else found.push({ piece, statement, start: piece.offset + statement.start, end });
    }
  }
  return found;
}
