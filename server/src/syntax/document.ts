import { DocumentPiece, type OpenBlock } from './document-piece.ts';
import type { LanguageSyntax, Lower } from './language-syntax.ts';
import { Lowering } from './lowering.ts';
import { nest } from './nest.ts';
import { NO_SURPLUS, type Surplus } from './nesting.ts';
import type { Parser } from './parser.ts';
import type { Block, BracketFault, Piece } from './piece.ts';
import { indexAt, offsetAt, type Position, positionAt } from './positions.ts';
import { type Edit, recut } from './recut.ts';
import { Scanner } from './scanner.ts';

export type { Block, BracketFault, Piece } from './piece.ts';
export type { Position } from './positions.ts';

export interface DocumentOptions<F> {
  /** How long a piece should be at most, in UTF-16 code units. It changes the speed, and where exactly a hopeless file is given up. */
  readonly size?: number;
  /** How much is wrong with a fact by its text alone. */
  readonly faultsIn?: (fact: F) => number;
  /** With so many faults before it, a piece is not understood. */
  readonly mostFaults?: number;
}

export interface Changes<F> {
  readonly removed: readonly Piece<F>[];
  /** These have facts. A piece that stayed but stands in other blocks now is removed and added. */
  readonly added: readonly Piece<F>[];
  /** Whether pieces that stayed have another offset, line or column. */
  readonly moved: boolean;
  /** Whether pieces that stayed have another context, without their facts depending on it. */
  readonly nested: boolean;
}

const SIZE = 8192;

/** A file with more faults than this is in another language, and should cost no more, whatever its size. */
const MOST_FAULTS = 50_000;

/** The key of pieces behind them. */
const GIVEN_UP = 'given up';

/** Pieces that are longer come last, because nothing can interrupt the work on one. */
const GIANT = 262_144;

/**
 * A file as a list of pieces. Each is parsed and lowered as a whole, by a function of its text and the innermost blocks around it, and
 * thrown away as a whole. After any edits the facts equal those of a new document of the same text.
 */
export class Document<F> {
  readonly file: string;
  readonly #syntax: LanguageSyntax;
  readonly #scanner: Scanner;
  readonly #lowering: Lowering<F>;
  readonly #size: number;
  readonly #faultsIn: (fact: F) => number;
  readonly #mostFaults: number;
  #pieces: DocumentPiece<F>[] = [];
  #faults: readonly BracketFault<F>[] = [];
  #surplus: Surplus = NO_SURPLUS;
  /** How much is wrong with all facts that are there. */
  #faulty = 0;
  #hasGivenUp = false;
  /** What is to be lowered: pieces with new text, those in other blocks, and giants. */
  readonly #waiting = [new Set<DocumentPiece<F>>(), new Set<DocumentPiece<F>>(), new Set<DocumentPiece<F>>()] as const;
  #removed: DocumentPiece<F>[] = [];
  readonly #added = new Set<DocumentPiece<F>>();
  #moved = false;
  #nested = false;

  constructor(
    file: string,
    syntax: LanguageSyntax,
    parser: Pick<Parser, 'parse'>,
    lower: Lower<F>,
    text: string,
    { size = SIZE, faultsIn = () => 0, mostFaults = MOST_FAULTS }: DocumentOptions<F> = {},
  ) {
    this.file = file;
    this.#syntax = syntax;
    this.#scanner = new Scanner(syntax);
    this.#lowering = new Lowering(syntax, this.#scanner, parser, lower);
    this.#size = size;
    this.#faultsIn = faultsIn;
    this.#mostFaults = mostFaults;
    this.#replace({ from: 0, to: 0, newText: text });
  }

  /** In the order of the text; never empty. */
  get pieces(): readonly Piece<F>[] {
    return this.#pieces;
  }

  /** In the order in which a reader of the file meets them, no more than ten thousand. */
  get faults(): readonly BracketFault<F>[] {
    return this.#faults;
  }

  get length(): number {
    const last = this.#pieces.at(-1);
    return last === undefined ? 0 : last.offset + last.text.length;
  }

  get text(): string {
    return this.#pieces.map((piece) => piece.text).join('');
  }

  slice(start: number, end: number): string {
    let text = '';
    for (let i = indexAt(this.#pieces, start); i < this.#pieces.length; i++) {
      const piece = this.#pieces[i];
      if (piece === undefined || piece.offset >= end) break;
      text += piece.text.slice(Math.max(0, start - piece.offset), end - piece.offset);
    }
    return text;
  }

  /** The piece that holds an offset; the later one at a border. */
  pieceAt(offset: number): Piece<F> {
    const piece = this.#pieces[indexAt(this.#pieces, offset)];
    if (piece === undefined) throw new Error('A document has at least one piece.');
    return piece;
  }

  positionAt(offset: number): Position {
    return positionAt(this.#pieces, offset);
  }

  offsetAt(position: Position): number {
    return offsetAt(this.#pieces, position);
  }

  /** The block with an id that lowering saw, if it is open at a border of the piece: negative ids at its start, others at its end. */
  block(piece: Piece<F>, id: number): Block<F> | undefined {
    if (!(piece instanceof DocumentPiece)) return undefined;
    const known: DocumentPiece<F> = piece;
    if (id < 0) return known.context.at(id);
    let block: OpenBlock<F> | undefined = known.last;
    while (block !== undefined && block.piece === known && block.at !== id) block = block.parent;
    return block?.piece === known ? block : undefined;
  }

  /** Replaces the text between two offsets. */
  edit(start: number, end: number, newText: string): void {
    const { length } = this;
    const from = Math.min(Math.max(0, start), length);
    const to = Math.min(Math.max(from, end), length);
    this.#replace({ from, to, newText });
  }

  /** Adds text at the end: a large file is opened in parts. */
  append(text: string): void {
    const { length } = this;
    this.edit(length, length, text);
  }

  /**
   * Lowers what has changed, new text first, until all is done or the time is over; whether all is done. Until it is, pieces that stand
   * in other blocks now keep the facts they had. At least one piece is lowered each time. `until` is a time of `now`, in milliseconds.
   */
  work(until = Number.POSITIVE_INFINITY, now: () => number = () => performance.now()): boolean {
    let outdated = false;
    for (let inTime = true; ; inTime = until === Number.POSITIVE_INFINITY || now() < until) {
      const piece = this.#nextWaiting();
      if (piece && inTime) {
        if (this.#lower(piece)) outdated = true;
      } else if (outdated) {
        outdated = false;
        this.#nest();
      } else {
        return !piece;
      }
    }
  }

  #nextWaiting(): DocumentPiece<F> | undefined {
    for (const queue of this.#waiting) for (const piece of queue) return piece;
    return undefined;
  }

  /** What became of the pieces since this was last asked. */
  takeChanges(): Changes<F> {
    const changes = { removed: this.#removed, added: [...this.#added], moved: this.#moved, nested: this.#nested };
    for (const piece of this.#added) piece.known = true;
    this.#removed = [];
    this.#added.clear();
    this.#moved = false;
    this.#nested = false;
    return changes;
  }

  #replace(edit: Edit): void {
    const { first, last, parts } = recut(this.#syntax, this.#scanner, this.#size, this.#pieces, edit);
    const old = this.#pieces.slice(first, last);
    const standing = new Map(old.map((piece) => [piece.offset, piece]));
    const kept = new Set<DocumentPiece<F>>();
    const fresh: DocumentPiece<F>[] = [];
    let offset = old[0]?.offset ?? 0;
    for (const { text, outline, lead } of parts) {
      // What was only looked at again is the same piece as before.
      const same = standing.get(offset);
      offset += text.length;
      let piece: DocumentPiece<F>;
      if (same !== undefined && offset <= edit.from && same.text.length === text.length) {
        piece = same;
        kept.add(same);
      } else {
        piece = new DocumentPiece(this.file, text, outline);
        this.#waiting[text.length > GIANT ? 2 : 0].add(piece);
      }
      piece.lead = fresh.length > 0 ? lead : (old[0]?.lead ?? 0);
      fresh.push(piece);
    }
    for (const piece of old) if (!kept.has(piece)) this.#forget(piece);
    this.#pieces = [...this.#pieces.slice(0, first), ...fresh, ...this.#pieces.slice(last)];
    this.#nest();
  }

  #forget(piece: DocumentPiece<F>): void {
    for (const queue of this.#waiting) queue.delete(piece);
    this.#added.delete(piece);
    this.#faulty -= piece.faulty;
    if (piece.known) this.#removed.push(piece);
  }

  #nest(): void {
    const { faults, surplus, moved, nested } = nest(this.#syntax, this.#scanner, this.#pieces);
    this.#faults = faults;
    this.#surplus = surplus;
    this.#moved ||= moved;
    this.#nested ||= nested;
    this.#giveUp();
    for (const piece of this.#pieces) {
      if (piece.factsKey === undefined) continue; // waiting anyway
      const queue = this.#waiting[piece.text.length > GIANT ? 2 : 1];
      if (piece.factsKey === piece.key) queue.delete(piece);
      else queue.add(piece);
    }
  }

  /** Sees to it that what stands behind too many faults is not understood, and that this is told. */
  #giveUp(): void {
    let faulty = 0;
    let first: DocumentPiece<F> | undefined;
    for (const piece of this.#pieces) {
      if (faulty >= this.#mostFaults) {
        piece.key = GIVEN_UP;
        first ??= piece;
      } else {
        faulty += piece.faulty;
      }
    }
    this.#hasGivenUp = first !== undefined;
    if (!first) return;
    const { offset } = first;
    const before = this.#faults.filter((fault) => {
      const { piece, at } = fault.kind === 'unclosed-block' ? fault.endedAt : fault;
      return piece.offset + at < offset;
    });
    this.#faults = [...before, { kind: 'given-up', piece: first, at: Math.max(0, first.text.search(/\S/)) }];
  }

  /** Finds the facts of a piece; whether what joins the pieces must be put together anew. */
  #lower(old: DocumentPiece<F>): boolean {
    for (const queue of this.#waiting) queue.delete(old);
    const piece = old.known ? old.renewed() : old;
    piece.facts = piece.key === GIVEN_UP ? [] : this.#factsOf(piece);
    piece.factsKey = piece.key;
    let faulty = 0;
    for (const fact of piece.facts) faulty += this.#faultsIn(fact);
    const changed = faulty !== old.faulty;
    this.#faulty += faulty - old.faulty;
    piece.faulty = faulty;
    this.#added.add(piece);
    if (piece !== old) {
      this.#pieces[indexAt(this.#pieces, old.offset)] = piece;
      this.#removed.push(old);
    }
    if (changed && this.#faulty >= this.#mostFaults) {
      this.#nest(); // before more is lowered in vain
      return false;
    }
    // Blocks of a renewed piece are new.
    return piece !== old || (changed && this.#hasGivenUp);
  }

  #factsOf(piece: DocumentPiece<F>): readonly F[] {
    const { height, beyond, regular, context, window, outline } = piece;
    return this.#lowering.facts(piece, outline, {
      window: context.slice(height - window),
      height,
      beyond,
      surplus: this.#surplus,
      regular,
    });
  }
}
