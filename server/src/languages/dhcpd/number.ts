import type { Token } from './lexer.ts';
import { type LocalMend, type Reader, Refusal, show } from './reader.ts';

export interface ReadNumber {
  readonly token: Token;
  /** What goes out: cut to the width, without sign. */
  readonly value: number;
}

const LIMIT32 = 2 ** 32;

/**
 * What dhcpd makes of a number (common/parse.c, convert_num): it counts in 32 bits, however many are wanted, and only then looks whether
 * they hold it; `undefined` where they do not. A number below zero comes out as its two's complement.
 */
export function convert(digits: bigint, negative: boolean, bits: 8 | 16 | 32): number | undefined {
  const wrapped = Number(digits % BigInt(LIMIT32));
  if (wrapped > mostOf(negative, bits)) return undefined;
  return negative ? (2 ** bits - wrapped) % 2 ** bits : wrapped;
}

const mostOf = (negative: boolean, bits: 8 | 16 | 32): number => (negative ? 2 ** (bits - 1) : 2 ** bits - 1);

/**
 * One whole number of 8, 16 or 32 bits, converted as dhcpd does (common/parse.c, convert_num): `0x` is hexadecimal, a leading zero
 * octal. Too large a value is refused up to 16 bits; at 32 bits it silently wraps, which is told as a doubt.
 */
export function readInteger(
  reader: Reader,
  { bits, signed }: { readonly bits: 8 | 16 | 32; readonly signed: boolean },
  rule: 'option-value-type' | 'parameter-value',
): ReadNumber {
  const token = reader.next();
  if (token.kind !== 'number' && token.kind !== 'hex-word') {
    throw new Refusal(
      rule,
      token,
      `A whole number belongs here, not ${show(token)}.`,
      'Write a number.',
      unquoted(token),
    );
  }
  const { negative, base, digits } = split(token.text);
  let exact = 0n;
  for (const character of digits) {
    const digit = Number.parseInt(character, 36);
    if (!(digit < base)) {
      throw new Refusal(
        rule,
        token,
        base === 8
          ? `"${token.text}" begins with a zero, so dhcpd reads it as octal, and ${character} is no octal digit.`
          : `"${token.text}" is no number.`,
        base === 8 ? 'Leave out the leading zero.' : 'Write a whole number.',
        base === 8 ? [withoutZeros(token)] : [],
      );
    }
    exact = exact * BigInt(base) + BigInt(digit);
  }
  const value = convert(exact, negative, bits);
  if (value === undefined) {
    const most = mostOf(negative, bits);
    throw new Refusal(
      rule,
      token,
      `${token.text} is too large: ${bits} bits hold ${negative ? `-${most}` : most} at most.`,
      `Write a number from ${negative ? `-${most}` : 0} to ${negative ? most - 1 : most}.`,
    );
  }
  if (exact >= BigInt(LIMIT32)) {
    reader.doubt({
      rule,
      severity: 'warning',
      start: token.start,
      end: token.end,
      what: `${token.text} does not fit into 32 bits: dhcpd sends ${value} instead.`,
      hurts: 'Every client that gets this value gets the wrong one.',
      remedy: `Write ${LIMIT32 - 1} or less, or "infinite" where a time is meant.`,
      mends: [],
    });
  } else if (negative && !signed && value !== 0 && value !== 2 ** bits - 1) {
    // -1 is a way to write all ones, such as a time without end.
    reader.doubt({
      rule,
      severity: 'warning',
      start: token.start,
      end: token.end,
      what: `${token.text} is below zero, and no number with a sign belongs here: dhcpd takes it for ${value}.`,
      hurts: 'Every client that gets this value gets another number than stands here.',
      remedy: 'Write the number that is meant.',
      mends: [],
    });
  } else if (base === 8 && digits.length > 0 && exact > 7n) {
    reader.doubt({
      rule,
      severity: 'warning',
      start: token.start,
      end: token.end,
      what: `${token.text} begins with a zero, so dhcpd reads it as octal: ${exact} is meant.`,
      hurts: 'Every client that gets this value gets another number than stands here.',
      remedy: 'Leave out the leading zero.',
      mends: [withoutZeros(token)],
    });
  }
  return { token, value };
}

function split(text: string): { negative: boolean; base: 8 | 10 | 16; digits: string } {
  const negative = text.startsWith('-');
  const rest = negative ? text.slice(1) : text;
  if (rest.startsWith('0x')) return { negative, base: 16, digits: rest.slice(2) };
  if (/^0\d/.test(rest)) return { negative, base: 8, digits: rest.slice(1) };
  return { negative, base: 10, digits: rest };
}

const withoutZeros = (token: Token): LocalMend => ({
  title: 'Leave out the leading zero',
  safe: false,
  edits: [{ start: token.start, end: token.end, newText: token.text.replace(/^(-?)0+(?=\d)/, '$1') }],
});

/** For a number in quotes: the number alone. */
function unquoted(token: Token): LocalMend[] {
  const inner = /^"(-?\d+)"$/.exec(token.text)?.[1];
  if (inner === undefined) return [];
  return [
    {
      title: 'Take the quotes away',
      safe: true,
      edits: [{ start: token.start, end: token.end, newText: inner }],
    },
  ];
}

/** Big-endian bytes of a number, as the network wants them. */
export function bigEndian(value: number, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  for (let i = width - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[i] = rest % 256;
  return bytes;
}
