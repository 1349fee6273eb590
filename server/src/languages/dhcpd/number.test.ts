import { describe, expect, it } from 'vitest';
import { bigEndian, readInteger } from './number.ts';
import { Reader, Refusal } from './reader.ts';

type Width = Parameters<typeof readInteger>[1];
const [BYTE, SHORT, LONG, SIGNED_BYTE] = [
  { bits: 8, signed: false },
  { bits: 16, signed: false },
  { bits: 32, signed: false },
  { bits: 8, signed: true },
] as const satisfies readonly Width[];

/** The number that is read, `doubtful` behind it where it is not what stands there. */
function outcome(text: string, width: Width): number | string {
  const reader = new Reader(text, 0, text.length);
  try {
    const { value } = readInteger(reader, width, 'option-value-type');
    return reader.doubts.length === 0 ? value : `${value} doubtful`;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return 'refused';
  }
}

describe('a whole number', () => {
  it.each<[string, Width, number]>([
    ['0', BYTE, 0],
    ['255', BYTE, 255],
    ['0xff', BYTE, 255],
    ['0xFF', BYTE, 255],
    ['07', BYTE, 7],
    ['65535', SHORT, 65535],
    ['4294967295', LONG, 4294967295],
    ['-5', SIGNED_BYTE, 251],
    ['-128', SIGNED_BYTE, 128],
    // All ones, such as a time without end
    ['-1', LONG, 4294967295],
  ])('%s of %o is %s', (text, width, value) => {
    expect(outcome(text, width)).toBe(value);
  });

  it.each<[string, Width, string]>([
    ['010', BYTE, '8 doubtful'],
    ['-5', BYTE, '251 doubtful'],
    ['4294967296', LONG, '0 doubtful'],
    // Counted in 32 bits before the width is looked at
    ['4294967297', BYTE, '1 doubtful'],
  ])('%s of %o is taken for another one: %s', (text, width, value) => {
    expect(outcome(text, width)).toBe(value);
  });

  it.each<[string, Width]>([
    ['256', BYTE],
    ['-129', SIGNED_BYTE],
    ['65536', SHORT],
    ['08', BYTE],
    ['0x', BYTE],
    ['ten', BYTE],
    ['1a', BYTE],
    ['"1"', BYTE],
    ['', BYTE],
    ['-', BYTE],
  ])('%j of %o is refused', (text, width) => {
    expect(outcome(text, width)).toBe('refused');
  });

  it('goes out with its most significant byte first', () => {
    expect([...bigEndian(0x01020304, 4)]).toEqual([1, 2, 3, 4]);
    expect([...bigEndian(4294967295, 4)]).toEqual([255, 255, 255, 255]);
    expect([...bigEndian(5, 2)]).toEqual([0, 5]);
  });
});
