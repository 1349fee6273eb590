import { test } from 'vitest';
import { askAll, askWhileTyping } from '../../../test/editor/ask-all.ts';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';

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

test('a file typed letter by letter can be asked about at every letter', () => {
  askWhileTyping(dhcpdAt(''), TEXT);
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
