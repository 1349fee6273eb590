import type { Document } from '../syntax/document.ts';
import type { LanguageSyntax } from '../syntax/language-syntax.ts';
import { Scanner } from '../syntax/scanner.ts';
import type { OpenUnit } from '../workspace/unit.ts';

/** Lines that can be folded into the first one; counted from 0, both belong to it. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'block' | 'comment';
}

interface OpenBlock {
  readonly label: string;
  readonly kind: '{' | '[';
  readonly line: number;
}

/** Blocks whose closing bracket is on a later line, and comments of several lines. */
export function foldings<F>({ language: { syntax } }: OpenUnit<F>, document: Document<F>): readonly Fold[] {
  return [...blocks(syntax, document), ...comments(syntax, document)].sort((a, b) => a.startLine - b.startLine);
}

/** The line of the closing bracket stays visible. */
function blocks<F>(syntax: LanguageSyntax, document: Document<F>): Fold[] {
  const scanner = new Scanner(syntax);
  const folds: Fold[] = [];
  const open: OpenBlock[] = [];
  const lineOf = (offset: number) => document.positionAt(offset).line;
  const end = (block: OpenBlock, endLine: number) => {
    if (endLine > block.line) folds.push({ startLine: block.line, endLine, kind: 'block' });
  };
  for (const { text, offset } of document.pieces) {
    scanner.scan(text, (mark) => {
      if (mark.type === 'open') {
        for (let top = open.at(-1); top && !syntax.mayContain(top, mark.label); top = open.at(-1)) {
          open.pop();
          end(top, lineOf(offset + mark.header) - 1);
        }
        open.push({ label: mark.label, kind: mark.kind, line: lineOf(offset + mark.at) });
      } else if (mark.type === 'close' && open.at(-1)?.kind === mark.kind) {
        const block = open.pop();
        if (block) end(block, lineOf(offset + mark.at) - 1);
      }
    });
  }
  return folds;
}

function comments<F>(syntax: LanguageSyntax, document: Document<F>): Fold[] {
  const folds: Fold[] = [];
  let startLine: number | undefined;
  const lines = document.text.split('\n');
  for (const [line, text] of [...lines, ''].entries()) {
    const inner = text.trimStart();
    const isComment = syntax.lineComments.some((sign) => inner.startsWith(sign));
    if (isComment) startLine ??= line;
    else if (startLine !== undefined) {
      if (line - 1 > startLine) folds.push({ startLine, endLine: line - 1, kind: 'comment' });
      startLine = undefined;
    }
  }
  return folds;
}
