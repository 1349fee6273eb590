import type { DocumentEdit } from '../../server/src/languages/editor.ts';

/** A text with edits as an editor without tab stops applies them. */
export const applyEdits = (text: string, edits: readonly DocumentEdit[]): string =>
  applied(text, edits, ({ newText }) => newText);

/** A text with edits as an editor with tab stops shows them before anything is filled in. */
export const applySnippets = (text: string, edits: readonly DocumentEdit[]): string =>
  applied(text, edits, ({ newText, snippet }) => (snippet === undefined ? newText : filledIn(snippet)));

function applied(text: string, edits: readonly DocumentEdit[], textOf: (edit: DocumentEdit) => string): string {
  let result = text;
  for (const edit of edits.toSorted((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, edit.start) + textOf(edit) + result.slice(edit.end);
  }
  return result;
}

/** A snippet with all its placeholders and none of its signs (Language Server Protocol, snippet syntax). */
export function filledIn(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let i = 0; i < snippet.length; i++) {
    const rest = snippet.slice(i);
    const choice = /^\$\{\d+\|([^,|]*)[^|]*\|\}/.exec(rest);
    const opening = /^\$\{\d+:/.exec(rest);
    const stop = /^\$\{?\d+\}?/.exec(rest);
    const escaped = /^\\([\\$}])/.exec(rest);
    if (choice) text += choice[1];
    else if (escaped) text += escaped[1];
    else if (opening) depth++;
    else if (stop === null && rest.startsWith('}') && depth > 0) depth--;
    else if (stop === null) text += snippet[i];
    i += (choice ?? escaped ?? opening ?? stop)?.[0].length ?? 1;
    i--;
  }
  return text;
}
