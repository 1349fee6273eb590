import { describe, expect, it } from 'vitest';
import { decodeString, tokenize } from './lexer.ts';

/** The tokens of a text, each as its kind and text; the end is left out. */
const tokens = (text: string): string[] =>
  tokenize(text)
    .slice(0, -1)
    .map((token) => `${token.kind} ${token.text}`);

describe('the tokens of dhcpd.conf', () => {
  it.each([
    ['10', ['number 10']],
    ['-10', ['number -10']],
    ['-', ['sign -']],
    ['0x1f', ['hex-word 0x1f']],
    ['0xg', ['word 0xg']],
    ['1a', ['hex-word 1a']],
    ['1g', ['word 1g']],
    // The first letter is not looked at
    ['ab', ['hex-word ab']],
    ['za', ['hex-word za']],
    ['range', ['word range']],
    ['a-1', ['word a-1']],
    ['a_b', ['word a_b']],
    ['a.b', ['hex-word a', 'sign .', 'hex-word b']],
    ['00:e0', ['number 00', 'sign :', 'hex-word e0']],
    ['"a;b"', ['string "a;b"']],
    ['"a\\"b"', ['string "a\\"b"']],
    ['"a\nb"', ['string "a\nb"']],
    ['"a', ['unclosed-string "a']],
    ['a#b\nc', ['hex-word a', 'hex-word c']],
    ['a;{}', ['hex-word a', 'sign ;', 'sign {', 'sign }']],
    ['é', ['sign é']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('say whether a blank stands before them', () => {
    expect(tokenize('a b.c').map(({ spaced }) => spaced)).toEqual([false, true, false, false, false]);
  });
});

describe('the bytes of a string', () => {
  const bytes = (token: string): string => Buffer.from(decodeString(token).bytes).toString('latin1');

  it.each([
    ['"abc"', 'abc'],
    ['""', ''],
    ['"\\x41\\101"', 'AA'],
    ['"\\t\\r\\n\\b"', '\t\r\n\b'],
    ['"\\q\\"\\\\"', 'q"\\'],
    ['"\\000"', '\0'],
    ['"é"', 'Ã©'],
    // Too short a zero costs the character behind it
    ['"\\0foo"', 'oo'],
    ['"\\00foo"', 'oo'],
    ['"\\0:next"', '\next'],
  ])('%s', (token, expected) => {
    expect(bytes(token)).toBe(expected);
    expect(decodeString(token).badEscape).toBeUndefined();
  });

  it.each(['"\\x4"', '"\\xg0"', '"\\18"', '"\\3"', '"\\01"', '"\\0"', '"\\00"', '"192.0.2.10\\0"', '"\\0f"'])(
    '%s is not complete',
    (token) => {
      expect(decodeString(token).badEscape).toBeDefined();
    },
  );
});
