import { isName, Reader, Refusal, show } from '../reader.ts';
import type { Statement } from '../statement.ts';
import { isReservedFor } from '../vocabulary/reserved-words.ts';
import type { Judgement } from './judgement.ts';

/** The names between the parentheses of `define NAME (A, B) { … }`; none are needed, and a comma may stand behind the last (common/parse.c). */
export function judgeParameters(judgement: Judgement, statement: Statement): readonly string[] {
  const names: string[] = [];
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const name = reader.next();
    if (!reader.takeSign('(')) {
      throw new Refusal(
        'syntax',
        reader.atEnd ? name : reader.peek(),
        `Behind ${show(name)} dhcpd expects "=" and a value, or "(" and the names of a function's parameters.`,
        `Write ${statement.keyword} NAME = VALUE, or define NAME (PARAMETER, …) { … }.`,
      );
    }
    while (!reader.takeSign(')')) {
      names.push(readParameter(reader));
      if (!reader.takeSign(',') && !reader.isSign(')')) throw unseparated(reader);
    }
    if (reader.atEnd) return;
    throw new Refusal(
      'syntax',
      reader.restFrom(reader.peek()),
      `Behind the parameters of a function dhcpd expects "{", but ${show(reader.peek())} follows.`,
      'Take away what does not belong here.',
    );
  });
  return names;
}

function readParameter(reader: Reader): string {
  const token = reader.next();
  if (isName(token) && !isReservedFor(token.text, 'function-argument')) return token.text;
  throw new Refusal(
    'syntax',
    token,
    isName(token)
      ? `${show(token)} cannot be the name of a parameter: dhcpd gives the word a meaning of its own.`
      : `${show(token)} stands where the name of a parameter belongs.`,
    'Write a name of letters, digits and dashes that dhcpd gives no meaning of its own.',
  );
}

const unseparated = (reader: Reader): Refusal =>
  new Refusal(
    'syntax',
    reader.peek(),
    `Between the parameters of a function dhcpd expects a comma, but ${show(reader.peek())} follows.`,
    'Put commas between the names, and ")" behind the last.',
  );
