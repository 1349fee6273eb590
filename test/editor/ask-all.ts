import { expect } from 'vitest';
import { completionsAt } from '../../server/src/features/completion.ts';
import { documentSymbols } from '../../server/src/features/document-symbols.ts';
import { foldings } from '../../server/src/features/folding.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { insertBlockActions } from '../../server/src/features/insert-block.ts';
import type { AtCursor } from './unit-at-cursor.ts';

type Open<F> = Pick<AtCursor<F>, 'unit' | 'document'>;

/** Asks everything that an editor may ask at a place. */
export function askAll<F>({ unit, document }: Open<F>, offset: number): void {
  for (const asked of [hoverAt(unit, document, offset), completionsAt(unit, document, offset)?.range]) {
    if (!asked) continue;
    expect(asked.start).toBeLessThanOrEqual(offset);
    expect(asked.end).toBeGreaterThanOrEqual(offset);
    expect(asked.end).toBeLessThanOrEqual(document.length);
  }
  for (const { edits } of insertBlockActions(unit, document, offset, [])) {
    for (const { start, end } of edits) expect(0 <= start && start <= end && end <= document.length).toBe(true);
  }
  documentSymbols(unit, document);
  foldings(unit, document);
}

/** Types a text letter by letter into an empty document, and asks everything behind each letter. */
export function askWhileTyping<F>({ unit, document }: Open<F>, text: string): void {
  for (let length = 0; length < text.length; length++) {
    document.edit(length, length, text.charAt(length));
    unit.work();
    askAll({ unit, document }, length + 1);
  }
  expect(document.text).toBe(text);
}
