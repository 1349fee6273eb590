import type { LanguageSyntax } from '../../syntax/language-syntax.ts';
import { stringLineEnd } from '../../syntax/string-line.ts';

/** A key, quoted or not, and what may stand between it and its value. */
const KEY_AT_END =
  /(?:"((?:[^"\\\n]|\\[^\n])*)"?|['‘’`“”]([^'‘’`“”"\n]*)['‘’`“”]|([\w.-]+)"?)\s*[:=]+(?:\s|#[^\n]*\n|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*$/;

/** Text that is cut off where the grammar's scanner sees no name: a header is searched no further back. */
const LONGEST_HEADER = 400;

/** The key whose value a bracket opens, without its quotes; empty for a list's element. */
function labelOf(header: string): string {
  const found = KEY_AT_END.exec(header.slice(-LONGEST_HEADER));
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').replace(/[^\x20-\x7e]|["\\]/g, '?');
}

/** How Kea's JSON is cut into pieces. An object without a key in an object, or a key in a list, shows that a bracket was lost before it. */
export const KEA_SYNTAX: LanguageSyntax = {
  grammar: 'kea',
  isList: true,
  lineComments: ['#', '//'],
  blockComments: true,
  // What stands between two commas is a name, a value and brackets.
  longestItem: 250_000,
  looksUp: 0,
  label: labelOf,
  opener: (label, kind) => (label === '' ? kind : `"${label}":${kind}`),
  mayContain: (parent, child) => (parent.kind === '{') === (child !== ''),
  stringEnd,
  stringReach: 0,
};

const NAME = /[\w.-]/;
const BLANK = /[ \t\r\v\f]/;
const JOINT = /[,:=;{}[\]]/;
const LETTER_OR_DIGIT = /[A-Za-z0-9]/;

/** Whether the quote stands behind a name that nothing opened a quote for, and what follows could follow a string. */
function closesHalfQuoted(text: string, quote: number): boolean {
  let next = quote + 1;
  while (BLANK.test(text.charAt(next))) next++;
  return next >= text.length || /[\n:,}\]]/.test(text.charAt(next));
}

/** Where a string ends, exactly as the grammar's scanner has it (scan_string and take_half_quote in scanner.c). */
function stringEnd(text: string, quote: number): { readonly end: number; readonly closed: boolean } {
  if (NAME.test(text.charAt(quote - 1)) && closesHalfQuoted(text, quote)) {
    return { end: quote + 1, closed: true };
  }
  const closing = stringLineEnd(text, quote);
  // One that a letter or digit follows may have lost its closing quote further ahead.
  if (text[closing] === '"' && !LETTER_OR_DIGIT.test(text.charAt(closing + 1)))
    return { end: closing + 1, closed: true };
  let end = quote + 1;
  let started = false;
  let name = true;
  let frozen = false;
  let joint = false;
  for (let i = quote + 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\n') break;
    if (c === '"') {
      if (started && joint && LETTER_OR_DIGIT.test(text.charAt(i + 1))) break;
      return { end: i + 1, closed: true };
    }
    if (BLANK.test(c)) continue;
    if (JOINT.test(c)) {
      if (joint) continue;
      joint = true;
      frozen ||= c === ':' && name && started;
      continue;
    }
    if (c === '\\' && i + 1 < text.length && text.charAt(i + 1) !== '\n') i++;
    started = true;
    if (!frozen) {
      name &&= !joint && NAME.test(c);
      end = i + 1;
    }
    joint = false;
  }
  return { end, closed: false };
}
