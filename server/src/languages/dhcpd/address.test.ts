import { describe, expect, it } from 'vitest';
import { addressOfName, readHostName, readIp4, readIp4OrHostName, readIp6, showAddress } from './address.ts';
import { Reader, Refusal } from './reader.ts';

const PURPOSE = { rule: 'option-value-type', what: 'an address' } as const;

/** What is read of a text, as people write addresses, with the doubts about it; the words that are refused otherwise. */
function outcome(text: string, read: (reader: Reader) => string): string {
  const reader = new Reader(text, 0, text.length);
  try {
    const found = read(reader);
    const rest = reader.atEnd ? '' : `, then ${reader.peek().text}`;
    return `${found}${rest}${reader.doubts.map(({ start, end }) => `, doubtful ${text.slice(start, end)}`).join('')}`;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return `refused: ${text.slice(refusal.start, refusal.end)}`;
  }
}

const ip4 = (text: string): string => outcome(text, (reader) => showAddress(4, readIp4(reader, PURPOSE).address));
const ip6 = (text: string): string => outcome(text, (reader) => showAddress(6, readIp6(reader, PURPOSE).address));

describe('an IPv4 address', () => {
  it.each([
    ['192.0.2.10', '192.0.2.10'],
    ['192 . 0 . 2 . 10', '192.0.2.10'],
    // Decimal with leading zeros too, unlike numbers elsewhere
    ['010.08.0.1', '10.8.0.1'],
    ['0.0.0.0', '0.0.0.0'],
    ['10.0.0.1/24', '10.0.0.1, then /'],
  ])('%s is %s', (text, read) => {
    expect(ip4(text)).toBe(read);
  });

  it.each([
    ['10.0.0.-1', '10.0.0.255, doubtful -1'],
    ['-10.0.0.1', '246.0.0.1, doubtful -10'],
    ['10.0.4294967297.1', '10.0.1.1, doubtful 4294967297'],
    ['10.0.0.-128', '10.0.0.128, doubtful -128'],
  ])('%s is taken, bent into bytes: %s', (text, read) => {
    expect(ip4(text)).toBe(read);
  });

  it.each([
    ['10.0.0.256', '256'],
    ['10.0.0.-129', '-129'],
    ['10.0.0.0x1', '0x1'],
    ['10.0.0', '10.0.0'],
    ['10.0.0.', '.'],
    ['"10.0.0.1"', '"10.0.0.1"'],
    ['ums', 'ums'],
  ])('%s is refused at %s', (text, words) => {
    expect(ip4(text)).toBe(`refused: ${words}`);
  });
});

describe('an address or a host name', () => {
  const either = (text: string): string =>
    outcome(text, (reader) => {
      const found = readIp4OrHostName(reader, PURPOSE);
      return found.family === 4 ? showAddress(4, found.address) : `the name ${found.name}`;
    });

  it.each([
    ['192.0.2.10', '192.0.2.10'],
    ['ums.example.org', 'the name ums.example.org'],
    ['ums.example.org.', 'the name ums.example.org.'],
    // A number alone is looked up, and found without a name server
    ['24', 'the name 24, doubtful 24'],
    ['3com.example', 'the name 3com.example'],
    ['"192.0.2.10"', 'refused: "192.0.2.10"'],
    ['10.0.0', 'refused: 10.0.0'],
  ])('%s: %s', (text, read) => {
    expect(either(text)).toBe(read);
  });

  it.each([
    ['24', 24n],
    ['010', 8n],
    ['08', undefined],
    ['4294967296', undefined],
    ['localhost', 0x7f000001n],
    ['ums', undefined],
  ])('%s has the address %s without a name server', (name, address) => {
    expect(addressOfName(name)).toBe(address);
  });

  it('is a name of words and numbers with dots between them', () => {
    const name = (text: string) => readHostName(new Reader(text, 0, text.length))?.name;
    expect(name('a-1.b.2')).toBe('a-1.b.2');
    expect(name('a b')).toBe('a');
    expect(name('.b')).toBeUndefined();
  });
});

describe('an IPv6 address', () => {
  it.each([
    ['2001:db8::1', '2001:db8::1'],
    ['::', '::'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['2001:db8::/64', '2001:db8::, then /'],
    ['fe80::1g', 'fe80::, then 1g'],
  ])('%s is %s', (text, read) => {
    expect(ip6(text)).toBe(read);
  });

  it.each([
    ['2001:db8:1', '2001:db8:1'],
    ['2001:db8::1::2', '2001:db8::1::2'],
    ['2001: db8::1', '2001:'],
    ['192.0.2.10', '192.0.2.10'],
    ['"2001:db8::1"', '"2001:db8::1"'],
  ])('%s is refused at %s', (text, words) => {
    expect(ip6(text)).toBe(`refused: ${words}`);
  });
});
