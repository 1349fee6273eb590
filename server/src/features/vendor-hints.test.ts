import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { endOf } from '../model/span.ts';
import { vendorHints } from './vendor-hints.ts';

const inClass = (value: string) =>
  `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options ${value};\n}\n`;

/** The text up to where a hint stands, and the hint. */
function hints(text: string, part = { start: 0, end: text.length }) {
  const { unit } = dhcpdAt(text);
  return vendorHints(unit, 'dhcpd.conf', part).map(({ at, label }) => [
    text.slice(0, endOf(at)).split(' ').at(-1),
    label,
  ]);
}

const HEX = '01:01:01:e0:0a:31:30:2e:39:39:2e:30:2e:31:30';

test('hexadecimal digits are told in words', () => {
  expect(hints(inClass(HEX))).toEqual([[HEX, 'exclusive = 1 · 224 = "10.99.0.10"']]);
});

test('digits may be written without zeros before them', () => {
  expect(hints(inClass('1:1:1'))).toEqual([['1:1:1', 'exclusive = 1']]);
});

test('quotes inside of a value are shown as they are', () => {
  expect(hints(inClass('e0:03:22:31:22'))).toEqual([['e0:03:22:31:22', '224 = ""1""']]);
});

test('what breaks off says so', () => {
  expect(hints(inClass('e0:01:31:e2:05:48'))).toEqual([['e0:01:31:e2:05:48', '224 = "1" · then it breaks off']]);
});

test('a text needs no words, and neither do the bytes of another make', () => {
  expect(hints(inClass('"1:1:1"'))).toEqual([]);
  expect(hints('option vendor-encapsulated-options 01:04:00:00:00:00;\n')).toEqual([]);
});

test('only the part of the file that is seen counts', () => {
  const text = inClass(HEX);
  expect(hints(text, { start: 0, end: text.indexOf('option vendor-encapsulated') })).toEqual([]);
});

test('a host has hints too', () => {
  const text = `host a {\n  hardware ethernet 02:00:00:00:00:01;\n  option vendor-encapsulated-options ${HEX};\n}\n`;
  expect(hints(text)).toEqual([[HEX, 'exclusive = 1 · 224 = "10.99.0.10"']]);
});
