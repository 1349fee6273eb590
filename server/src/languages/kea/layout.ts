import type { Layout } from './json-text.ts';

const USUAL_STEP = '  ';

/** Whether nothing but blanks stands before an offset on its line. */
export const beginsLine = (text: string, offset: number): boolean =>
  /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)) &&
  text.lastIndexOf('\n', offset - 1) >= 0;

/** The layout of parts that each begin a line, as the one at the offset does. */
export function linesOf(text: string, offset: number): Extract<Layout, { kind: 'lines' }> {
  return {
    kind: 'lines',
    lineEnd: lineEndOf(text),
    indent: text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset),
    unit: stepOf(text),
  };
}

export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** How much further in a bracket's content stands than the line with the bracket: as in the first one that shows it. */
function stepOf(text: string): string {
  const opened =
    /^([ \t]*)(?:[^\s#/][^\n]*)?[[{][ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n(?:[ \t]*(?:(?:#|\/\/)[^\n]*)?\r?\n)*([ \t]+)\S/gm;
  for (const [, outer = '', inner = ''] of text.matchAll(opened)) {
    if (inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  }
  return USUAL_STEP;
}
