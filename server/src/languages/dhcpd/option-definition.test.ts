import { describe, expect, it } from 'vitest';
import { describeType } from '../../model/option-type.ts';
import { readDefinition } from './option-definition.ts';
import { Reader, Refusal } from './reader.ts';

/** Code and type of a definition, and the space that it encapsulates; what is refused, and the fix for it. */
function outcome(text: string): string {
  const reader = new Reader(text, 0, text.length);
  try {
    const { code, type, encapsulated } = readDefinition(reader);
    return `${code} ${describeType(type)}${encapsulated ? ` of ${encapsulated.text}` : ''}`;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const [mend] = refusal.mends;
    const mended = mend?.edits.reduceRight(
      (rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end),
      text,
    );
    return `refused: ${text.slice(refusal.start, refusal.end)}${mended === undefined ? '' : ` -> ${mended}`}`;
  }
}

describe('an option definition', () => {
  it.each([
    ['code 224 = text', '224 text'],
    ['CODE 224 = TEXT', '224 text'],
    ['code 1 = unsigned integer 8', '1 unsigned integer 8'],
    ['code 2 = integer 32', '2 signed integer 32'],
    ['code 3 = domain-list compressed', '3 domain-list compressed'],
    ['code 4 = array of ip-address', '4 array of ip-address'],
    ['code 5 = { ip-address, text }', '5 { ip-address, text }'],
    ['code 6 = array of { ip6-address, unsigned integer 16 }', '6 array of { ip6-address, unsigned integer 16 }'],
    ['code 43 = encapsulate igel', '43 encapsulate igel of igel'],
    // A code is counted in 32 bits
    ['code 4294967520 = text', '224 text'],
  ])('%s', (text, read) => {
    expect(outcome(text)).toBe(read);
  });

  it.each([
    ['code 0xe0 = text', 'refused: 0xe0 -> code 224 = text'],
    ['code = text', 'refused: code'],
    ['code 224 text', 'refused: text -> code 224 = text'],
    ['code 224', 'refused: 224'],
    ['code 224 = uint8', 'refused: uint8 -> code 224 = unsigned integer 8'],
    ['code 224 = array ip-address', 'refused: ip-address -> code 224 = array of ip-address'],
    ['code 224 = { array of { text } }', 'refused: {'],
    ['code 224 = array of { array of text }', 'refused: array'],
  ])('%s is refused', (text, refused) => {
    expect(outcome(text)).toBe(refused);
  });
});
