import { expect, test } from 'vitest';
import { askAll, askWhileTyping } from '../../../test/editor/ask-all.ts';
import { keaAt } from '../../../test/editor/unit-at-cursor.ts';
import { completionsAt } from './completion.ts';
import { documentSymbols } from './document-symbols.ts';
import { foldings } from './folding.ts';

const TEXT = `// IGEL OS
{ "Dhcp4": {
  "option-def": [
    { "name": "igelrmserver", "code": 224, "type": "string" }, # ours
    { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" }
  ],
  "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10\\\\, x" } ],
  "client-classes": [ {
    "name": "igel",
    "test": "substring(option[vendor-class-identifier].hex, 0, 4) == 'igel' and not member('KNOWN')",
    "option-def": [ { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" } ],
    "option-data": [ { "name": "vendor-encapsulated-options" }, { "name": "igelrmserver", "space": "igel", "data": "10.99.0.11" } ]
  } ],
  "subnet4": [ { "id": 1, "subnet": "10.99.0.0/24", "pools": [ { "pool": "10.99.0.20 - 10.99.0.250", "client-class": "igel" } ],
    "reservations": [ { "hw-address": "02:00:00:00:00:01", "client-classes": [ "a" ] } ] } ],
  "authoritative": true /* it is */
} }
`;

test('a file typed letter by letter can be asked about at every letter', () => {
  askWhileTyping(keaAt(''), TEXT);
});

test('so can a file at every place, with a piece of it cut out there', () => {
  for (let at = 0; at < TEXT.length; at += 7) {
    const asked = keaAt(TEXT.slice(0, at) + TEXT.slice(at + 5));
    askAll(asked, at);
  }
});

test('what a Kea configuration declares is outlined, and its maps and lists are folded', () => {
  const { unit, document } = keaAt(TEXT);
  const names = (symbols: ReturnType<typeof documentSymbols>): readonly string[] =>
    symbols.flatMap(({ kind, name, children }) => [`${kind} ${name}`, ...names(children).map((inner) => `  ${inner}`)]);
  expect(names(documentSymbols(unit, document))).toEqual([
    'option igelrmserver',
    'option igelrmserver',
    'class igel',
    '  option vendor-encapsulated-options',
    'network 10.99.0.0/24',
    '  pool 10.99.0.20 - 10.99.0.250',
    '  host 02:00:00:00:00:01',
  ]);
  expect(foldings(unit, document).map(({ startLine, endLine }) => [startLine, endLine])).toEqual(
    expect.arrayContaining([
      [2, 4],
      [7, 11],
    ]),
  );
});

test('what IGEL OS says of itself is proposed in a test, in single quotes', () => {
  const completed = (test: string) => {
    const { unit, document, offset } = keaAt(
      `{ "Dhcp4": { "client-classes": [ { "name": "igel", "test": "${test}" } ] } }`,
    );
    return completionsAt(unit, document, offset)?.items[0]?.newText;
  };
  expect(completed('option[60].hex == |')).toBe("'igel-dhcp-1'");
  expect(completed("option[60].hex == '|'")).toBe('igel-dhcp-1');
});
