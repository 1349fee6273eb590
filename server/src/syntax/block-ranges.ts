import type { Document, Piece } from './document.ts';
import type { LanguageSyntax } from './language-syntax.ts';
import { type Mark, Scanner } from './scanner.ts';

/** A block of a document; offsets in UTF-16 code units. */
export interface BlockRange {
  /** Where its header begins, and where its opening bracket stands. */
  readonly header: number;
  readonly open: number;
  /** Behind its closing bracket; where that is missing, where the block was left without it. */
  readonly end: number;
  readonly closed: boolean;
}

type Bracket = Extract<Mark, { readonly type: 'open' | 'close' }>;

interface Opened {
  readonly label: string;
  readonly kind: '{' | '[';
  readonly header: number;
  readonly open: number;
}

/** A piece's text never changes: its brackets are looked for once. */
const BRACKETS = new WeakMap<object, readonly Bracket[]>();

/** The blocks of a document in the order in which they end, as far as their brackets tell. */
export function blockRanges<F>(document: Document<F>, syntax: LanguageSyntax): readonly BlockRange[] {
  const scanner = new Scanner(syntax);
  const ranges: BlockRange[] = [];
  const opened: Opened[] = [];
  const end = (closed: boolean, at: number) => {
    const block = opened.pop();
    if (block) ranges.push({ header: block.header, open: block.open, end: at, closed });
  };
  for (const piece of document.pieces) {
    const { offset } = piece;
    for (const mark of bracketsOf(piece, scanner)) {
      if (mark.type === 'open') {
        for (let top = opened.at(-1); top && !syntax.mayContain(top, mark.label); top = opened.at(-1)) {
          end(false, offset + mark.header);
        }
        opened.push({
          label: mark.label,
          kind: mark.kind,
          header: offset + mark.header,
          open: offset + mark.at,
        });
      } else if (opened.at(-1)?.kind === mark.kind) {
        end(true, offset + mark.at + 1);
      }
    }
  }
  while (opened.length > 0) end(false, document.length);
  return ranges;
}

function bracketsOf(piece: Piece<unknown>, scanner: Scanner): readonly Bracket[] {
  const known = BRACKETS.get(piece);
  if (known) return known;
  const found: Bracket[] = [];
  scanner.scan(piece.text, (mark) => {
    if (mark.type === 'open' || mark.type === 'close') found.push(mark);
  });
  BRACKETS.set(piece, found);
  return found;
}
