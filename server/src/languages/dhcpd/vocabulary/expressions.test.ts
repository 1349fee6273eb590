import { expect, test } from 'vitest';
import { EXPRESSION_WORDS, formOf } from './expressions.ts';
import { RESERVED_WORDS } from './reserved-words.ts';

const word = (name: string) => EXPRESSION_WORDS.find((candidate) => candidate.name === name);

test('every word of expressions stands once', () => {
  const names = EXPRESSION_WORDS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('every word that is no sign is one of the lexer', () => {
  const words = EXPRESSION_WORDS.filter(({ name }) => /^[a-z]/.test(name));
  expect(words.filter(({ name }) => !RESERVED_WORDS.has(name))).toEqual([]);
});

test('operators have two sides', () => {
  for (const { kind, arguments: parts } of EXPRESSION_WORDS) {
    if (kind === 'operator') {
      expect(parts).toHaveLength(2);
    }
  }
});

test.each([
  ['substring', 'substring(DATA, OFFSET, LENGTH)', 'data'],
  ['binary-to-ascii', 'binary-to-ascii(BASE, BITS, SEPARATOR, DATA)', 'data'],
  ['concat', 'concat(DATA, DATA, …)', 'data'],
  ['extract-int', 'extract-int(DATA, BITS)', 'numeric'],
  ['gethostname', 'gethostname()', 'data'],
  ['exists', 'exists [SPACE.]NAME', 'boolean'],
  ['~=', 'A ~= B', 'boolean'],
  ['not', 'not A', 'boolean'],
  ['hardware', 'hardware', 'data'],
  ['lease-time', 'lease-time', 'numeric'],
])('%s is written %s', (name, form, result) => {
  const found = word(name);
  expect(found && formOf(found)).toBe(form);
  expect(found?.result).toBe(result);
});
