import { expect, test } from 'vitest';
import { frameOf } from './code-frame.ts';

/** Frames what stands between two bars. */
function framed(marked: string): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  const text = marked.replaceAll('|', '');
  const { code, indent, carets } = frameOf(text, start, end, start - text.lastIndexOf('\n', start - 1) - 1);
  return `${code}\n${indent}${carets}`;
}

test('carets stand under the place', () => {
  expect(framed('authoritative;\noption |domain-name| "x";\n')).toBe('option domain-name "x";\n       ^^^^^^^^^^^');
});

test('where something is missing one caret shows the place', () => {
  expect(framed('option domain-name "x"||\n}')).toBe('option domain-name "x"\n                      ^');
});

test('a place over several lines is shown to the end of its first', () => {
  expect(framed('  |pool {\r\n  }|')).toBe('  pool {\n  ^^^^^^');
});

test('tabs are shown as blanks, above and below', () => {
  expect(framed('\tpool\t|{|')).toBe('    pool    {\n            ^');
});

test('a letter of two code units takes one column', () => {
  expect(framed('# 🦔 |x|')).toBe('# 🦔 x\n    ^');
});

test('a long line is shown around the place', () => {
  const frame = framed(`${'a '.repeat(5000)}|here|${' b'.repeat(5000)}`);
  const [code = '', carets = ''] = frame.split('\n');
  expect(code.length).toBe(122);
  expect(code).toMatch(/^….*…$/);
  expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('here');
});

test('control characters of a file do not reach the terminal', () => {
  expect(framed('"\u001b[2J\u0007" |x|')).toBe('"\ufffd[2J\ufffd" x\n        ^');
});
