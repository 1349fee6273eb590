import { expect, it } from 'vitest';
import { indentationAt } from './indentation.ts';

/** Where the bar stands is the offset. */
it.each([
  ['|subnet', ''],
  ['  |range', '  '],
  ['  range| 1', '  '],
  ['pool {\n\t| range', '\t'],
  ['pool {\n\t range|', '\t '],
  ['  pool {\n|', ''],
])('%j', (marked, indentation) => {
  expect(indentationAt(marked.replace('|', ''), marked.indexOf('|'))).toBe(indentation);
});
