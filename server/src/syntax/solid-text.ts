import type { LanguageSyntax } from './language-syntax.ts';

/**
 * Where the last text before an offset ends, blanks and comments aside, and of signs those that `passed` holds; 0 where there is nothing
 * else. Reads backwards line by line: a regular expression for the end of a text is tried at each of its blanks.
 */
export function solidEnd(
  { lineComments }: Pick<LanguageSyntax, 'lineComments'>,
  text: string,
  offset: number,
  passed = '',
): number {
  let to = offset;
  for (;;) {
    const lineStart = to === 0 ? 0 : text.lastIndexOf('\n', to - 1) + 1;
    // A comment ends with its line: on the line of the offset itself there is none.
    let end = to < offset ? commentStart(text, lineStart, to, lineComments) : to;
    while (end > lineStart && isPassed(text.charAt(end - 1), passed)) end--;
    if (end > lineStart || lineStart === 0) return end;
    to = lineStart - 1;
  }
}

const isPassed = (character: string, passed: string): boolean => /\s/.test(character) || passed.includes(character);

/** Where the comment of a line begins, outside of strings; its end if it has none. */
function commentStart(text: string, from: number, to: number, signs: readonly string[]): number {
  let inString = false;
  for (let i = from; i < to; i++) {
    if (text[i] === '"') inString = !inString;
    else if (text[i] === '\\' && inString) i++;
    else if (!inString && signs.some((sign) => text.startsWith(sign, i))) return i;
  }
  return to;
}
