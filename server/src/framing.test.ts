import { expect, test } from 'vitest';
import { Framing } from './framing.ts';

/** What comes out when bytes come in, in pieces of a size; and how often something was left out. */
function framed(text: string, size = text.length) {
  let complaints = 0;
  const framing = new Framing(() => complaints++);
  for (let at = 0; at < text.length; at += size) framing.write(text.slice(at, at + size));
  return { out: String(framing.read() ?? ''), complaints };
}

const message = (body: string): string => `Content-Length: ${body.length}\r\n\r\n${body}`;
const GOOD = message('{"id":1}');

test.each([1, 3, 1000])('messages pass as they are, in pieces of %i bytes', (size) => {
  expect(framed(`${GOOD}${message('')}${GOOD}`, size)).toEqual({ out: `${GOOD}${message('')}${GOOD}`, complaints: 0 });
});

test('another field beside the length is no fault', () => {
  const { out, complaints } = framed('Content-Type: x; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}');
  expect({ out, complaints }).toEqual({ out: message('{}'), complaints: 0 });
});

test.each([
  ['a length that is no number', 'Content-Length: many\r\n\r\n{"id":0}'],
  ['a length below nothing', 'Content-Length: -5\r\n\r\n{"id":0}'],
  ['a length that no text could have', 'Content-Length: 99999999999999\r\n\r\n{"id":0}'],
  ['no length', 'Content-Type: x\r\n\r\n{"id":0}'],
  ['no header', 'garbage\r\n\r\n{"id":0}'],
  ['a body without a header', '{"id":0}'],
])('%s: the messages after it are read', (_, bad) => {
  for (const size of [1, 1000]) {
    const { out, complaints } = framed(`${bad}${GOOD}${GOOD}`, size);
    expect(out).toBe(`${GOOD}${GOOD}`);
    expect(complaints).toBeGreaterThan(0);
  }
});

test('a length that is too small costs that message alone', () => {
  expect(framed(`Content-Length: 3\r\n\r\n{"id":0}${GOOD}`).out).toBe(`${message('{"i')}${GOOD}`);
});

test('what has no end is not kept for ever', () => {
  expect(framed(`${'x'.repeat(100_000)}${GOOD}`, 1000).out).toBe(GOOD);
});
