import type { Completions } from '../languages/editor.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';

/** What may be typed at an offset of one of the unit's documents, the likeliest first. */
export function completionsAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): Completions | undefined {
  const found = unit.analysis.completionsAt(document, offset);
  return found && found.items.length > 0 ? found : undefined;
}
