import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { completionsAt } from './completion.ts';
import { documentSymbols } from './document-symbols.ts';
import { foldings } from './folding.ts';
import { hoverAt } from './hover.ts';
import { insertBlockActions } from './insert-block.ts';

const TEXT = `# IGEL OS
option space igel;
option igel.igelrmserver code 224 = text;
option x code 250 = array of { ip-address, integer 8 };
class "igel" {
  match if substring (option vendor-class-identifier, 0, 4) = "igel" and not exists user-class;
  vendor-option-space igel;
  option igel.igelrmserver "10.99.0.10";
  option vendor-encapsulated-options e0:01:31;
}
subnet 10.99.0.0 netmask 255.255.255.0 {
  pool { allow members of "igel"; range 10.99.0.20 10.99.0.250; }
  switch (encode-int (1, 8)) { case 01: break; default: log (info, "a\\"b"); }
}
host a { hardware ethernet 02:00:00:00:00:01; option host-name "a"; }
`;

type At = Pick<ReturnType<typeof dhcpdAt>, 'unit' | 'document'>;

/** Asks everything that an editor may ask at a place. */
function askAll({ unit, document }: At, offset: number): void {
  for (const asked of [hoverAt(unit, document, offset), completionsAt(unit, document, offset)?.range]) {
    if (!asked) continue;
    expect(asked.start).toBeLessThanOrEqual(offset);
    expect(asked.end).toBeGreaterThanOrEqual(offset);
    expect(asked.end).toBeLessThanOrEqual(document.length);
  }
  for (const { edits } of insertBlockActions(unit, document, offset, [])) {
    for (const { start, end } of edits) expect(0 <= start && start <= end && end <= document.length).toBe(true);
  }
  documentSymbols(unit, document);
  foldings(unit, document);
}

test('a file typed letter by letter can be asked about at every letter', () => {
  const { unit, document } = dhcpdAt('');
  for (let length = 0; length < TEXT.length; length++) {
    document.edit(length, length, TEXT.charAt(length));
    unit.work();
    askAll({ unit, document }, length + 1);
  }
  expect(document.text).toBe(TEXT);
});

test('so can a file at every place, with a piece of it cut out there', () => {
  for (let at = 0; at < TEXT.length; at += 9) {
    const asked = dhcpdAt(TEXT.slice(0, at) + TEXT.slice(at + 7));
    askAll(asked, at);
  }
});

test('and text that is none of its language', () => {
  for (const text of [
    '{"Dhcp4": {"subnet4": []}}',
    '}{'.repeat(50),
    '"'.repeat(9),
    '\0\ufffd\ud800',
    '#',
    'option'.repeat(99),
  ]) {
    const asked = dhcpdAt(text);
    for (let at = 0; at <= Math.min(text.length, 40); at++) askAll(asked, at);
  }
});
