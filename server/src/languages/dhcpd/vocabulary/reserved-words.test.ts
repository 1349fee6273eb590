import { expect, test } from 'vitest';
import { isReservedFor, RESERVED_WORDS } from './reserved-words.ts';

test('the words of the lexer are kept in small letters', () => {
  for (const word of RESERVED_WORDS) {
    expect(word).toBe(word.toLowerCase());
  }
});

test('a variable, a function and its arguments cannot bear a word of the lexer, in whatever case', () => {
  for (const use of ['variable', 'function', 'function-argument'] as const) {
    expect(isReservedFor('lease', use)).toBe(true);
    expect(isReservedFor('Lease', use)).toBe(true);
    expect(isReservedFor('my-lease', use)).toBe(false);
  }
});

test('hosts and spaces can', () => {
  expect(isReservedFor('lease', 'host')).toBe(false);
  expect(isReservedFor('pool', 'space')).toBe(false);
});

test('an option can, save for what begins another statement or names a code', () => {
  expect(isReservedFor('code', 'option')).toBe(false);
  expect(isReservedFor('space', 'option')).toBe(true);
  expect(isReservedFor('unknown-clients', 'option')).toBe(true);
  expect(isReservedFor('unknown-0', 'option')).toBe(true);
  expect(isReservedFor('unknown-224', 'option')).toBe(false);
});
