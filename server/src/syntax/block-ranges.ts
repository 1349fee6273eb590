import type { Document } from './document.ts';
import type { LanguageSyntax } from './language-syntax.ts';
import { Scanner } from './scanner.ts';

/** A block of a document; offsets in UTF-16 code units. */
export interface BlockRange {
  /** Where its header begins, and where its opening bracket stands. */
  readonly header: number;
  readonly open: number;
  /** Behind its closing bracket; where that is missing, where the block was left without it. */
  readonly end: number;
  readonly closed: boolean;
}

interface Opened {
  readonly label: string;
  readonly kind: '{' | '[';
  readonly header: number;
  readonly open: number;
}

/** The blocks of a document in the order in which they end, as far as their brackets tell. */
export function blockRanges<F>(document: Document<F>, syntax: LanguageSyntax): readonly BlockRange[] {
  const scanner = new Scanner(syntax);
  const ranges: BlockRange[] = [];
  const opened: Opened[] = [];
  const end = (closed: boolean, at: number) => {
    const block = opened.pop();
    if (block) ranges.push({ header: block.header, open: block.open, end: at, closed });
  };
  for (const { text, offset } of document.pieces) {
    scanner.scan(text, (mark) => {
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
      } else if (mark.type === 'close' && opened.at(-1)?.kind === mark.kind) {
        end(true, offset + mark.at + 1);
      }
    });
  }
  while (opened.length > 0) end(false, document.length);
  return ranges;
}
