import { expect, test } from 'vitest';
import { keaAt } from '../../../../../test/editor/unit-at-cursor.ts';
import type { Description } from '../../editor.ts';

/** What is said of the token at the cursor, and the token. */
function described(marked: string, keaVersion = '2.6'): (Description & { readonly text: string }) | undefined {
  const { unit, document, offset } = keaAt(marked, { settings: { keaVersion } });
  const found = unit.analysis.describeAt(document, offset);
  return found && { ...found, text: document.slice(found.start, found.end) };
}

const dhcp4 = (members: string): string => `{ "Dhcp4": { ${members} } }`;
const notes = (marked: string) =>
  Object.fromEntries(described(marked)?.help.notes.map(({ about, text }) => [about, text]) ?? []);

test('a key: its type, where it may stand, since when, and what replaces it', () => {
  const found = described(dhcp4('"client-classes": [ { "name": "a", "only-if|-required": true } ]'));
  expect(found).toMatchObject({
    text: '"only-if-required"',
    help: {
      title: 'only-if-required',
      traits: ['true or false'],
      help: 'Tests the class only where require-client-classes names it.',
      notes: [
        { about: 'Place', text: 'a class of "client-classes"' },
        { about: 'Instead', text: 'only-in-additional-list' },
      ],
    },
  });
  expect(notes(dhcp4('"subnet4": [ { "id": 1, "allo|cator": "random" } ]'))).toMatchObject({
    Since: 'Kea 2.3.4',
  });
});

test('one of its words', () => {
  expect(described(dhcp4('"lease-database": { "type": "mem|file" }'))).toMatchObject({
    text: '"memfile"',
    help: { title: 'memfile', traits: ['type'] },
  });
});

test('an option, by name and by code, defined by Kea or by the file', () => {
  expect(described(dhcp4('"option-data": [ { "name": "rou|ters", "data": "192.0.2.1" } ]'))).toMatchObject({
    text: '"routers"',
    subject: { kind: 'option', code: 3 },
    help: { title: 'routers', traits: ['option 3', 'array of ipv4-address'] },
  });
  expect(described(dhcp4('"option-data": [ { "code": 5|1, "data": "3600" } ]'))?.help.title).toBe('dhcp-lease-time');
  const own = '"option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ]';
  expect(
    described(dhcp4(`${own}, "option-data": [ { "name": "igelrm|server", "data": "10.99.0.10" } ]`)),
  ).toMatchObject({
    subject: { kind: 'option', code: 224, value: { name: 'igelrmserver' } },
    help: { traits: ['option 224', 'string'] },
  });
  expect(
    described(dhcp4(`${own}, "option-data": [ { "name": "igelrmserver", "data": "10.|99.0.10" } ]`)),
  ).toMatchObject({
    subject: { kind: 'value' },
  });
});

test('a type and a space', () => {
  const definitions =
    '"option-def": [ { "name": "x", "code": 1, "space": "igel", "type": "uint8" }, { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" } ]';
  expect(described(dhcp4(definitions.replace('uint8', 'ui|nt8')))?.help.help).toBe(
    'A whole number of one byte, from 0 to 255.',
  );
  expect(described(dhcp4(definitions.replace('"space": "igel', '"space": "ig|el')))?.help).toMatchObject({
    title: 'igel',
    traits: ['option space'],
    notes: [
      { about: 'Options', text: 'x (1)' },
      { about: 'Inside', text: 'vendor-encapsulated-options (43)' },
    ],
  });
});

test('a class, wherever it is named', () => {
  const classes =
    '"client-classes": [ { "name": "igel", "test": "option[60].exists" }, { "name": "b", "test": "member(\'igel\')" } ]';
  const marked = [
    classes.replace('"name": "igel', '"name": "ig|el'),
    classes.replace("'igel'", "'ig|el'"),
    `${classes}, "subnet4": [ { "subnet": "192.0.2.0/24", "client-class": "ig|el" } ]`,
    `${classes}, "subnet4": [ { "subnet": "192.0.2.0/24", "require-client-classes": [ "b", "ig|el" ] } ]`,
  ];
  for (const text of marked) expect(described(dhcp4(text))?.subject).toEqual({ kind: 'class', name: 'igel' });
  expect(
    described(dhcp4('"subnet4": [ { "subnet": "192.0.2.0/24", "pools": [ { "client-class": "KN|OWN" } ] } ]'))?.help
      .help,
  ).toBe('Clients that have a reservation.');
});

test('the words of a test, and the options in it', () => {
  const tested = (test: string) => described(dhcp4(`"client-classes": [ { "name": "a", "test": "${test}" } ]`));
  expect(tested("sub|string(option[60].hex, 0, 4) == 'igel'")).toMatchObject({
    text: 'substring',
    help: { title: 'substring', forms: ['substring(A, START, LENGTH or all)'] },
  });
  expect(tested("option[6|0].hex == 'igel-dhcp-1'")).toMatchObject({
    text: '60',
    subject: { kind: 'option', code: 60 },
    help: { title: 'vendor-class-identifier' },
  });
  expect(tested("option[host-na|me].hex == 'x'")).toMatchObject({ text: 'host-name', subject: { code: 12 } });
  expect(tested("option[12].te|xt == 'x'")?.help.help).toContain('The text of the option');
  expect(tested('not op|tion[12].exists')?.help.title).toBe('option');
  expect(tested('option[12].exists a|nd option[60].exists')?.help.forms).toEqual(['TEST and TEST']);
  // Places stay right behind escapes.
  expect(tested("option[12].hex == '\\\\' or pkt4.m|ac == 0x01")).toMatchObject({ text: 'mac' });
});

test('nothing is said of a text that names nothing', () => {
  expect(described(dhcp4('"server-tag": "a|b"'))).toBeUndefined();
  expect(described(dhcp4('"valid-lifetime": 36|00'))).toBeUndefined();
});
