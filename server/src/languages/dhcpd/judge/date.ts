import { type Reader, Refusal, show } from '../reader.ts';

/** `never`, `epoch SECONDS`, or `WEEKDAY YEAR/MONTH/DAY HOUR:MINUTE:SECOND [OFFSET]` in UTC (common/parse.c, parse_date_core). */
export function readDate(reader: Reader): void {
  if (reader.takeWord('never')) return;
  if (reader.takeWord('epoch')) {
    readNumber(reader, 'seconds since 1970');
    return;
  }
  readNumber(reader, 'the day of the week, 0 for Sunday');
  readNumber(reader, 'the year');
  expect(reader, '/');
  readNumber(reader, 'the month');
  expect(reader, '/');
  readNumber(reader, 'the day');
  readNumber(reader, 'the hour');
  expect(reader, ':');
  readNumber(reader, 'the minute');
  expect(reader, ':');
  readNumber(reader, 'the second');
  if (reader.peek().kind === 'number') reader.next();
}

function readNumber(reader: Reader, what: string): void {
  const token = reader.next();
  if (token.kind === 'number') return;
  throw new Refusal(
    'parameter-value',
    token.kind === 'end' ? (reader.last ?? token) : token,
    `A number belongs here: ${what}, not ${show(token)}.`,
    'Write a date such as 4 2026/01/01 00:00:00.',
  );
}

function expect(reader: Reader, sign: string): void {
  if (reader.takeSign(sign)) return;
  const found = reader.peek();
  throw new Refusal(
    'parameter-value',
    found.kind === 'end' ? (reader.last ?? found) : found,
    `"${sign}" belongs here, not ${show(found)}.`,
    'Write a date such as 4 2026/01/01 00:00:00.',
  );
}
