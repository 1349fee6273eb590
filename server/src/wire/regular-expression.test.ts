import { expect, test } from 'vitest';
import { posixExpression } from './regular-expression.ts';

test.each([
  ['^igel-', 'igel-dhcp-1', true],
  ['dhcp-1$', 'igel-dhcp-10', false],
  ['[[:digit:]]{2}', 'a12', true],
  ['[[:alpha:]_]+x', '__x', true],
  ['[]a]', ']', true],
  ['[^]a]', ']', false],
  ['[a-c-]', '-', true],
  ['a**', '', true],
  ['*a', 'a', true],
  ['a{2', 'a{2', true],
  ['x|', 'anything', true],
  ['a.c', 'a\nc', true],
  ['\\.', '.', true],
  ['(ab)\\1', 'abab', true],
  ['(?:a)', 'a', false],
  [')', ')', true],
])('%s in %s', (pattern, text, fits) => {
  expect(posixExpression(pattern, false)?.test(text)).toBe(fits);
});

test.each(['(igel', '[a', '[z-a]', 'a{3,2}', '\\'])('%s is none', (pattern) => {
  expect(posixExpression(pattern, false)).toBeUndefined();
});
