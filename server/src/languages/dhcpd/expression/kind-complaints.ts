import type { Expression, ExpressionResult } from '../../../model/expression.ts';
import { textOf } from '../../../model/span.ts';
import { type Complaint, type Fix, inserted, replaced, wrapped } from './complaint.ts';
import type { Operator } from './operators.ts';
import { resultOf } from './result.ts';

const KINDS: Readonly<Record<ExpressionResult, string>> = {
  boolean: 'a test that is true or false',
  data: 'a value of bytes',
  numeric: 'a number',
  any: 'a value',
};

/** The text of an expression as a message shows it. */
function quote(expression: Expression): string {
  const text = textOf(expression.at).replace(/\s+/g, ' ');
  const short = text.length > 50 ? `${text.slice(0, 47)}…` : text;
  return text.startsWith('"') && text.indexOf('"', 1) === text.length - 1 ? short : `"${short}"`;
}

/** An expression where another kind belongs. `place` names the place as the subject of a sentence. */
export function wrongKind(place: string, expected: 'boolean' | 'data' | 'numeric', found: Expression): Complaint {
  const kind = resultOf(found);
  return {
    at: found.at,
    what: `${place} must be ${KINDS[expected]}; ${quote(found)} is ${KINDS[kind]}.`,
    remedy: remedyFor(expected, kind),
    fix: kindFix(expected, found),
  };
}

/** What turns `match VALUE` into `match if TEST`. */
export const MATCH_IF = 'if ';

/** A test behind `match`, whose `if` is missing. */
export const testAsKey = (complaint: Complaint, start: number): Complaint => ({
  ...complaint,
  remedy: 'Write "match if" for a test, or name the value alone and list its keys as subclasses.',
  fix: inserted(start, MATCH_IF, 'Write match if'),
});

function remedyFor(expected: 'boolean' | 'data' | 'numeric', found: ExpressionResult): string {
  switch (expected) {
    case 'boolean':
      return found === 'numeric'
        ? 'Compare it with a number.'
        : 'Compare it with a value, or ask with "exists" whether the client sent the option.';
    case 'data':
      return found === 'numeric'
        ? 'Make bytes of the number with encode-int(NUMBER, 32).'
        : 'Take the value itself, without comparing it.';
    case 'numeric':
      return found === 'data' ? 'Write a number, or read one from the bytes with extract-int.' : 'Write a number.';
  }
}

function kindFix(expected: 'boolean' | 'data' | 'numeric', found: Expression): Fix | undefined {
  if (expected === 'numeric') return digitsUnquoted(found);
  if (expected === 'data' && resultOf(found) === 'numeric') {
    return wrapped(found.at, 'encode-int(', ', 32)', 'Send it as a number of 32 bits', false);
  }
  if (expected === 'boolean' && found.kind === 'option' && found.side === 'sent') {
    const start = found.at.start;
    return replaced({ start, end: start + 'option'.length }, 'exists', 'Ask whether the client sent it', false);
  }
  return undefined;
}

function digitsUnquoted(found: Expression): Fix | undefined {
  const digits = /^"(\d+)"$/.exec(textOf(found.at))?.[1];
  return digits === undefined ? undefined : replaced(found.at, digits, 'Take the quotes away');
}

/** `not` takes the very next term, which must be a test; a comparison behind it ends at `comparisonEnd`. */
export function notOfNoTest(found: Expression, comparisonEnd: number | undefined): Complaint {
  if (comparisonEnd !== undefined) {
    return {
      at: found.at,
      what: `"not" takes only the next term, ${quote(found)}, and that is no test.`,
      remedy: 'Put the comparison behind "not" into parentheses.',
      fix: wrapped({ start: found.at.start, end: comparisonEnd }, '(', ')', 'Put the comparison into parentheses'),
    };
  }
  const isAny = resultOf(found) === 'any';
  return {
    at: found.at,
    what: isAny
      ? `dhcpd cannot tell whether ${quote(found)} holds a test, and "not" takes nothing else.`
      : `What stands behind "not" must be ${KINDS.boolean}; ${quote(found)} is ${KINDS[resultOf(found)]}.`,
    remedy: isAny ? `Compare it with a value, in parentheses behind "not".` : remedyFor('boolean', resultOf(found)),
    fix: kindFix('boolean', found),
  };
}

/** Why an operator cannot join two expressions; undefined where it can (common/parse.c, parse_expression). */
export function misjoined(operator: Operator, left: Expression, right: Expression): Complaint | undefined {
  const lefts = resultOf(left);
  const rights = resultOf(right);
  const differ = lefts !== 'any' && rights !== 'any' && lefts !== rights;
  switch (operator.kind) {
    case 'compare':
      if (differ) return compared(operator.text, left, right);
      if (operator.operator === 'matches') {
        return rights === 'data' ? undefined : wrongKind('What stands behind "~="', 'data', right);
      }
      if (operator.operator !== 'matches-ignoring-case' && rights === 'boolean') {
        return {
          at: right.at,
          what: `${quote(right)} is ${KINDS.boolean}, and "${operator.text}" compares only values and numbers.`,
          remedy: 'Join tests with "and" or "or".',
        };
      }
      return undefined;
    case 'and':
    case 'or': {
      const wrong = lefts !== 'boolean' && lefts !== 'any' && differ ? left : right;
      if (!differ && (rights === 'boolean' || rights === 'any')) return undefined;
      const complaint = wrongKind(`What "${operator.text}" joins`, 'boolean', wrong);
      return { ...complaint, fix: comparedAgain(left, wrong) ?? complaint.fix };
    }
    case 'arithmetic': {
      const wrong = lefts !== 'numeric' && lefts !== 'any' && differ ? left : right;
      if (!differ && (rights === 'numeric' || rights === 'any')) return undefined;
      return wrongKind(`What "${operator.text}" joins`, 'numeric', wrong);
    }
  }
}

function compared(operator: string, left: Expression, right: Expression): Complaint {
  const kinds = [resultOf(left), resultOf(right)];
  return {
    at: { start: left.at.start, end: right.at.end },
    what: `"${operator}" compares ${KINDS[resultOf(left)]}, ${quote(left)}, with ${KINDS[resultOf(right)]}, ${quote(right)}.`,
    remedy: kinds.includes('boolean')
      ? 'A test needs no comparison; join tests with "and" or "or".'
      : 'Make both sides numbers (with extract-int), or both bytes (with encode-int).',
    fix: resultOf(left) === 'numeric' ? digitsUnquoted(right) : undefined,
  };
}

/** `option x = "a" or "b"`: the second value wants a comparison of its own. */
function comparedAgain(left: Expression, wrong: Expression): Fix | undefined {
  let before = left;
  while (before.kind === 'and' || before.kind === 'or') before = before.right;
  if (before.kind !== 'compare' || wrong === left || wrong.kind !== 'bytes') return undefined;
  const again = textOf({ ...before.at, end: before.right.at.start });
  return inserted(wrong.at.start, again, `Compare with ${quote(wrong)} too`, false);
}
