import type { Token } from '../lexer.ts';
import { isName, type Reader, show } from '../reader.ts';
import { formOf } from '../vocabulary/expressions.ts';
import { RESERVED_WORDS } from '../vocabulary/reserved-words.ts';
import { type Complaint, type Fix, replaced, wrapped } from './complaint.ts';
import { WORDS } from './words.ts';

const FOREIGN_QUOTE = /^[“”„‟«»‘’‚‛`´']$/u;

/** The place of a token; the end of a statement is told at the last thing that stands in it. */
export function placeOf(token: Token, last: Token | undefined): { readonly start: number; readonly end: number } {
  if (token.kind !== 'end') return token;
  return last ?? { start: Math.max(0, token.start - 1), end: token.end };
}

/** What stands where a value belongs, and is none. */
export function noOperand(found: Token, last: Token | undefined, reader: Reader): Complaint {
  const at = placeOf(found, last);
  if (found.kind === 'end') {
    return {
      at,
      what: last ? `Behind ${show(last)} a value is missing.` : 'The expression is missing.',
      remedy: last ? 'Complete the expression, or take away what waits for more.' : 'Write it.',
    };
  }
  const doubled = doubledOperator(found, last);
  if (doubled) return doubled;
  if (found.text === '!') {
    return {
      at,
      what: '"!" turns nothing round in dhcpd; it belongs only into "!=".',
      remedy: 'Write "not".',
      fix: replaced(found, 'not ', 'Write not'),
    };
  }
  const foreign = foreignQuote(found, reader);
  if (foreign) return foreign;
  if (isName(found) && RESERVED_WORDS.has(found.text.toLowerCase())) {
    const word = WORDS.get(found.text.toLowerCase());
    return word
      ? { at, what: `Before "${found.text}" a value is missing.`, remedy: `Its form is ${formOf(word)}.` }
      : {
          at,
          what: `"${found.text}" is a word of dhcpd's own, which yields no value and cannot name a variable.`,
          remedy: 'If it is a text, put it into quotes.',
          // With more behind it, it was no text that is meant.
          fix: isName(reader.peek(1))
            ? undefined
            : replaced(found, `"${found.text}"`, 'Put the text into quotes', false),
        };
  }
  return {
    at,
    what: last
      ? `Behind ${show(last)} a value is missing: ${show(found)} is none.`
      : `${show(found)} begins no expression.`,
    remedy: 'Complete the expression.',
  };
}

const DOUBLED: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or', '=~': '~=' };

/** Operators of other languages. */
function doubledOperator(found: Token, last: Token | undefined): Complaint | undefined {
  if (!last || last.end !== found.start) return undefined;
  const written = last.text + found.text;
  const meant = DOUBLED[written];
  if (meant === undefined) return undefined;
  const at = { start: last.start, end: found.end };
  return {
    at,
    what: `dhcpd has no operator "${written}".`,
    remedy: `Write "${meant}".`,
    fix: replaced(at, meant, `Write ${meant}`),
  };
}

function foreignQuote(found: Token, reader: Reader): Complaint | undefined {
  if (!FOREIGN_QUOTE.test(found.text)) return undefined;
  return {
    at: found,
    what: `${found.text} is not the quote that dhcpd knows.`,
    remedy: 'Use the plain double quote, ".',
    fix: plainQuotes(found, reader.text),
  };
}

function plainQuotes(found: Token, text: string): Fix | undefined {
  const inner = /^.([^"“”„‟«»‘’‚‛`´'\n;{}]*)["“”„‟«»‘’‚‛`´']/u.exec(text.slice(found.start));
  if (inner?.[1] === undefined) return undefined;
  return replaced({ start: found.start, end: found.start + inner[0].length }, `"${inner[1]}"`, 'Use plain quotes');
}

/** A token that stands behind a complete expression. */
export function noOperator(found: Token, last: Token): Complaint {
  if (found.text === ')') {
    return {
      at: found,
      what: 'This parenthesis closes nothing.',
      remedy: 'Take it away.',
      fix: replaced(found, '', 'Take the parenthesis away'),
    };
  }
  if (found.text.startsWith('-')) {
    return {
      at: found,
      what: 'dhcpd cannot subtract: it takes a minus sign for the beginning of a number.',
      remedy: 'Add a negative number: A + -5.',
    };
  }
  if (found.text === '<' || found.text === '>') {
    return {
      at: found,
      what: `dhcpd has no comparison "${found.text}"; it tells only whether two values are equal.`,
      remedy: 'Compare with "=", "!=" or a regular expression behind "~=".',
    };
  }
  return {
    at: found,
    what: `Between ${show(last)} and ${show(found)} an operator is missing, such as "=", "and" or "or".`,
    remedy: 'Join the two, or take one away.',
  };
}

/** `if (A) or (B)`: dhcpd takes the first parenthesis for one around the whole test. */
export function parenthesisTooShort(found: Token, start: number, end: number): Complaint {
  return {
    at: found,
    what: 'The parenthesis right behind "if" must span the whole test, and it closes before this.',
    remedy: 'Put the whole test into parentheses.',
    fix: wrapped({ start, end }, '(', ')', 'Put the whole test into parentheses'),
  };
}
