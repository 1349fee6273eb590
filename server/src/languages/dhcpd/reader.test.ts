import { describe, expect, it } from 'vitest';
import { isName, Reader, Refusal, show } from './reader.ts';

const readerOf = (text: string): Reader => new Reader(text, 0, text.length);

/** All tokens of a text, taken one after the other; the refusal's place where one is refused. */
function taken(text: string): string[] {
  const reader = readerOf(text);
  const tokens: string[] = [];
  try {
    while (!reader.atEnd) tokens.push(reader.next().text);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    tokens.push(`refused ${refusal.start}-${refusal.end}`);
  }
  return tokens;
}

describe('the tokens of a statement', () => {
  it.each([
    ['192.0.2.1, "a"', ['192', '.', '0', '.', '2', '.', '1', ',', '"a"']],
    ['a # note\n b', ['a', 'b']],
    ['', []],
    // Refused where the quote opens, up to what it swallowed
    ['a "b c', ['a', 'refused 2-6']],
    ['"\\x4"', ['refused 1-3']],
    ['"\\19"', ['refused 1-3']],
    [`"${'x'.repeat(1600)}"`, ['refused 0-1602']],
  ])('%j', (text, tokens) => {
    expect(taken(text)).toEqual(tokens);
  });

  it('end with the end, again and again', () => {
    const reader = readerOf('a');
    reader.next();
    expect([reader.next().kind, reader.next().kind, reader.peek(7).kind]).toEqual(['end', 'end', 'end']);
  });

  it('are told by their words in any case, and by their signs', () => {
    const reader = readerOf('NetMask /24');
    expect(reader.isWord('netmask')).toBe(true);
    expect(reader.takeSign('/')).toBe(false);
    expect(reader.takeWord('netmask')).toBe(true);
    expect(reader.isSign('/')).toBe(true);
    expect(reader.takeSign('/')).toBe(true);
    expect(reader.isWord('24')).toBe(false);
  });

  it('know the text that they were read from', () => {
    const reader = readerOf('one two\n three');
    const first = reader.next();
    reader.next();
    expect(reader.onNewLine).toBe(true);
    expect(reader.textFrom(first)).toBe('one two');
    expect(reader.restFrom(reader.peek())).toEqual({ start: 9, end: 14 });
    expect(reader.last?.text).toBe('two');
  });
});

describe('a string in which dhcpd reads something else than stands there', () => {
  it.each([
    ['"\\0foo"', 1, 3],
    ['"\\00foo"', 1, 4],
    ['"a\\0 b"', 2, 4],
  ])('%s is doubtful from %i to %i', (text, start, end) => {
    const reader = readerOf(text);
    reader.next();
    expect(reader.doubts).toEqual([expect.objectContaining({ severity: 'warning', start, end })]);
    const [mend] = reader.doubts[0]?.mends ?? [];
    expect(mend?.edits).toEqual([{ start, end, newText: '\\000' }]);
  });

  it.each(['"\\000foo"', '"\\\\0foo"', '"foo"', '"\\x00"'])('%s is not', (text) => {
    const reader = readerOf(text);
    reader.next();
    expect(reader.doubts).toEqual([]);
  });
});

it('a token is shown as it stands, a long one in part', () => {
  const shown = (text: string) => show(readerOf(text).peek());
  expect([shown('range'), shown('"a b"'), shown('{'), shown('')]).toEqual([
    '"range"',
    '"a b"',
    '"{"',
    'the end of the statement',
  ]);
  expect(shown('x'.repeat(60))).toBe(`"${'x'.repeat(37)}…"`);
});

it('a name is a word, also one of hexadecimal digits alone', () => {
  const name = (text: string) => isName(readerOf(text).peek());
  expect([name('host'), name('cafe'), name('a-1'), name('1'), name('"a"'), name('.')]).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
