import type { Token } from '../lexer.ts';
import { isName, type Reader, show } from '../reader.ts';
import { type ExpressionWord, formOf } from '../vocabulary/expressions.ts';
import { type Complaint, replaced, wrapped } from './complaint.ts';
import { placeOf } from './operand-complaints.ts';

/** A token that is no byte in a list of bytes, or that dhcpd takes for one by its looks. */
export function noByte(token: Token, first: Token, reader: Reader): Complaint {
  const at = placeOf(token, reader.last);
  const alone = token === first && reader.peek().text !== ':';
  if (alone && /^[A-Za-z]/.test(token.text)) {
    return {
      at,
      what: `dhcpd reads "${token.text}" as hexadecimal, because all its letters behind the first are from A to F, and that is no byte.`,
      remedy: 'Give the variable another name; if it is a text, put it into quotes.',
      fix: replaced(token, `"${token.text}"`, 'Put the text into quotes', false),
    };
  }
  if (alone && /^0[xX]/.test(token.text)) {
    const hex = token.text.slice(2);
    return {
      at,
      what: 'dhcpd does not know "0x" here.',
      remedy:
        'Where bytes are wanted, write the hexadecimal digits alone; where a number is wanted, write it in decimal.',
      fix: /^.{1,2}$/.test(hex) ? replaced(token, hex, 'Write the byte without 0x', false) : undefined,
    };
  }
  if (alone && /^\d+$/.test(token.text)) {
    return {
      at,
      what: `dhcpd reads ${token.text} as hexadecimal here, and it does not fit into one byte.`,
      remedy: 'Write bytes with colons between them, a text in quotes, or a number as encode-int(NUMBER, 32).',
    };
  }
  return {
    at,
    what:
      token.kind === 'end'
        ? 'The list of bytes ends with a colon.'
        : `${isName(token) || token.kind === 'number' ? `"${token.text}"` : show(token)} is no byte: one or two hexadecimal digits belong between the colons.`,
    remedy: 'Write bytes such as 0a:1f:ff.',
    fix: token.kind === 'end' && reader.last ? replaced(reader.last, '', 'Take the last colon away') : undefined,
  };
}

/** `case 1:` the colon goes on with the bytes. */
export function swallowedColon(first: Token, last: Token | undefined): Complaint {
  const at = { start: first.start, end: last?.end ?? first.end };
  return {
    at,
    what: 'dhcpd takes the colon of "case" for one between bytes, and looks for another byte behind it.',
    remedy: 'Put the bytes into parentheses.',
    fix: wrapped(at, '(', ')', 'Put the bytes into parentheses'),
  };
}

export function badBits(word: ExpressionWord, token: Token, last: Token | undefined): Complaint {
  return {
    at: placeOf(token, last),
    what:
      token.kind === 'number'
        ? `dhcpd has no numbers of ${token.text} bits.`
        : `How many bits ${word.name} is to take stands as a plain number, not as ${show(token)}.`,
    remedy: `Write 8, 16 or 32: ${formOf(word)}.`,
  };
}
