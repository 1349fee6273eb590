import type { LanguageSyntax } from './language-syntax.ts';
import { type Outline, OutlineBuilder } from './outline.ts';
import type { Ending, Mark, Scanner } from './scanner.ts';

export interface Cut {
  readonly parts: readonly { readonly text: string; readonly outline: Outline }[];
  readonly ending: Ending;
}

/** Cuts a text that begins between two items into parts of at most `size`, each at the shallowest place within its second half. */
export function cut(syntax: LanguageSyntax, scanner: Scanner, text: string, size: number): Cut {
  const parts: { text: string; outline: Outline }[] = [];
  let builder = new OutlineBuilder(syntax);
  let from = 0;
  let best: { at: number; depth: number } | undefined;
  let depth = 0;
  let held: Mark[] = []; // what stands behind the best place: it may belong to the next part

  const end = (at: number) => {
    parts.push({ text: text.slice(from, at), outline: builder.finish(at - from) });
    builder = new OutlineBuilder(syntax);
    from = at;
    best = undefined;
  };
  const settle = () => {
    for (const mark of held) builder.add(mark, from);
    held = [];
  };
  const endAt = (place: { at: number; depth: number }) => {
    const behind = held;
    held = [];
    depth = place.depth;
    end(place.at);
    for (const mark of behind) take(mark);
  };
  const take = (mark: Mark) => {
    if (mark.type === 'open') depth++;
    else if (mark.type === 'close') depth--;
    else if (mark.type === 'cut') {
      while (best !== undefined && mark.at > from + size) endAt(best);
      if (mark.at > from + size && mark.at < text.length) {
        end(mark.at);
      } else if (mark.at >= from + size / 2 && (best === undefined || depth <= best.depth)) {
        settle();
        best = { at: mark.at, depth };
      }
    }
    if (best === undefined) builder.add(mark, from);
    else held.push(mark);
  };

  const ending = scanner.scan(text, take);
  while (best !== undefined && text.length > from + size) endAt(best);
  settle();
  end(text.length);
  return { parts, ending };
}
