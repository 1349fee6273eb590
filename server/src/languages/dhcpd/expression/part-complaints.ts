import type { Token } from '../lexer.ts';
import { isName, show } from '../reader.ts';
import { type ExpressionWord, formOf } from '../vocabulary/expressions.ts';
import { type Complaint, inserted, replaced, wrapped } from './complaint.ts';
import { placeOf } from './operand-complaints.ts';

export function noParentheses(token: Token, word: ExpressionWord, found: Token): Complaint {
  return {
    at: token,
    what: `Behind "${token.text}" a parenthesis must open, not ${show(found)}.`,
    remedy: `Write ${formOf(word)}.`,
  };
}

export function missingComma(last: Token, found: Token): Complaint {
  return {
    at: placeOf(found, last),
    what: `A comma is missing between ${show(last)} and ${show(found)}.`,
    remedy: 'Add it.',
    // A sign begins no value that the comma could stand before.
    fix: found.kind === 'sign' ? undefined : inserted(last.end, ',', 'Add the missing ","'),
  };
}

export function tooFewParts(word: ExpressionWord, count: number, found: Token, last: Token): Complaint {
  const missing = word.arguments.slice(count).map(({ name }) => name);
  return {
    at: placeOf(found, last),
    what: `${word.name} is not complete: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
    remedy: `Write ${formOf(word)}.`,
  };
}

export function tooManyParts(word: ExpressionWord, found: Token): Complaint {
  return {
    at: found,
    what: `${word.name} takes no more than ${word.arguments.length === 1 ? 'one part' : `${word.arguments.length} parts`}.`,
    remedy: `Write ${formOf(word)}.`,
  };
}

/** Where a parenthesis must close and something else follows; `open` parentheses are open. */
export function missingParenthesis(last: Token | undefined, found: Token, open: number): Complaint {
  const at = last?.end ?? found.start;
  const many = found.kind === 'end' ? open : 1;
  return {
    at: placeOf(found, last),
    what:
      found.kind === 'end'
        ? many === 1
          ? 'A parenthesis is never closed.'
          : `${many} parentheses are never closed.`
        : `A parenthesis must close before ${show(found)}.`,
    remedy: many === 1 ? 'Add the missing ")".' : `Add ${many} of them.`,
    // Behind a comma there is more, which no parenthesis before it makes right.
    fix:
      found.text === ','
        ? undefined
        : inserted(at, ')'.repeat(many), many === 1 ? 'Add the missing ")"' : 'Add the missing parentheses'),
  };
}

/** What follows `switch`, `log` or `execute` stands in parentheses. */
export function unwrapped(word: string, start: number, end: number): Complaint {
  return {
    at: { start, end },
    what: `What follows "${word}" stands in parentheses.`,
    remedy: 'Add them.',
    fix: wrapped({ start, end }, '(', ')', 'Add the parentheses'),
  };
}

export function noVariable(token: Token, last: Token | undefined): Complaint {
  return {
    at: placeOf(token, last),
    what: `${show(token)} cannot be the name of a variable.`,
    remedy: 'Write the name that "set" gives it.',
  };
}

/** Where only a text in quotes can stand; `what` begins the sentence. */
export function unquoted(what: string, token: Token, last: Token | undefined): Complaint {
  return {
    at: placeOf(token, last),
    what: `${what} stands in quotes.`,
    remedy: 'Write it in quotes.',
    fix: isName(token) ? replaced(token, `"${token.text}"`, 'Put it into quotes') : undefined,
  };
}

export function unknownCollection(at: { readonly start: number; readonly end: number }): Complaint {
  return {
    at,
    what: 'dhcpd has only one collection of classes, "default".',
    remedy: 'Write check "default", or ask for the option that you mean.',
  };
}
