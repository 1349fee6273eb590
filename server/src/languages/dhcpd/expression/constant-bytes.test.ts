import { describe, expect, it } from 'vitest';
import { constantBytes } from './constant-bytes.ts';
import { lowerExpression } from './lower.ts';

/** What a constant yields, in hexadecimal as dhcpd's log shows it. */
function bytesOf(text: string): string | undefined {
  const node = {
    startIndex: 0,
    endIndex: text.length,
    hasError: false,
    childForFieldName: () => null,
  };
  const bytes = constantBytes(lowerExpression(node, { file: 'dhcpd.conf', offset: 0, text }, (index) => index));
  return bytes && [...bytes].map((byte) => byte.toString(16)).join(':');
}

describe('the bytes of a constant', () => {
  it.each([
    ['"ab"', '61:62'],
    ['0a:b', 'a:b'],
    ['concat("a", 01, ucase("b"))', '61:1:42'],
    ['substring("abcdef", 2, 99)', '63:64:65:66'],
    ['substring("ab", 5, 4)', ''],
    ['substring("abc", 1, -1)', '62:63'],
    ['suffix("abc", 2)', '62:63'],
    ['encode-int(600, 16)', '2:58'],
    ['encode-int(-1, 32)', 'ff:ff:ff:ff'],
    ['encode-int(1 + 2 * 3, 8)', '9'],
    ['encode-int(extract-int(01:02, 16), 32)', '0:0:1:2'],
    ['reverse(2, 01:02:03:04)', '3:4:1:2'],
    ['binary-to-ascii(10, 8, ".", 0a:00)', '31:30:2e:30'],
    ['pick(null, "x")', '78'],
  ])('%s is %s', (text, bytes) => {
    expect(bytesOf(text)).toBe(bytes);
  });

  it.each([
    'option host-name',
    'concat("a", option host-name)',
    'pick(option host-name, "x")',
    'null',
    'reverse(3, 01:02)',
    'encode-int(1 / 0, 8)',
    'room',
  ])('there are none of %s', (text) => {
    expect(bytesOf(text)).toBeUndefined();
  });
});
