import type { Document } from '../syntax/document.ts';

/** Gives a document another text, touching only what differs; tells whether something does. */
export function replaceText<F>(document: Document<F>, text: string): boolean {
  const before = document.text;
  if (before === text) return false;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end))
    end++;
  document.edit(start, before.length - end, text.slice(start, text.length - end));
  return true;
}
