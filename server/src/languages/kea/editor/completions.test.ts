import { expect, test } from 'vitest';
import { filledIn } from '../../../../../test/editor/apply-edits.ts';
import { keaAt } from '../../../../../test/editor/unit-at-cursor.ts';

function asked(marked: string, keaVersion = '2.6') {
  const { unit, document, offset } = keaAt(marked, { settings: { keaVersion } });
  return { document, found: unit.analysis.completionsAt(document, offset) };
}

const labels = (marked: string, keaVersion?: string): readonly string[] =>
  asked(marked, keaVersion).found?.items.map(({ label }) => label) ?? [];

/** The text after an item was chosen, as an editor with tab stops shows it. */
function chosen(label: string, marked: string): string | undefined {
  const { document, found } = asked(marked);
  const item = found?.items.find((one) => one.label === label);
  if (!found || !item) return undefined;
  const { start, end } = found.range;
  const text = item.snippet === undefined ? item.newText : filledIn(item.snippet);
  return document.text.slice(0, start) + text + document.text.slice(end);
}

const dhcp4 = (members: string): string => `{ "Dhcp4": { ${members} } }`;
const tested = (test: string): string => dhcp4(`"client-classes": [ { "name": "a", "test": "${test}" } ]`);

test('the keys that a map may still take, those for old files last', () => {
  const keys = labels(dhcp4('"subnet4": [ { "id": 1, | } ]'));
  expect(keys).toEqual(expect.arrayContaining(['subnet', 'pools', 'option-data', 'allocator']));
  expect(keys).not.toContain('id');
  expect(labels(dhcp4('"subnet4": [ { | } ]'), '2.2')).not.toContain('allocator');
  expect(chosen('valid-lifetime', dhcp4('"valid|"'))).toBe(dhcp4('"valid-lifetime": '));
  expect(chosen('option-data', dhcp4('opt|'))).toBe(dhcp4('"option-data": [ {  } ]'));
  expect(chosen('pools', dhcp4('"subnet4": [ { "po|ol": [ ] } ]'))).toBe(dhcp4('"subnet4": [ { "pools": [ ] } ]'));
});

test('the words and switches that a key takes', () => {
  expect(labels(dhcp4('"lease-database": { "type": "|" }'))).toEqual(['memfile', 'mysql', 'postgresql']);
  expect(chosen('mysql', dhcp4('"lease-database": { "type": "m|" }'))).toBe(
    dhcp4('"lease-database": { "type": "mysql" }'),
  );
  expect(chosen('true', dhcp4('"authoritative": |'))).toBe(dhcp4('"authoritative": true'));
});

test('options by name, those of the file first, in the space of the entry', () => {
  const defs = '"option-def": [ { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" } ]';
  expect(labels(dhcp4('"option-data": [ { "name": "|" } ]'))).toEqual(
    expect.arrayContaining(['routers', 'domain-name-servers']),
  );
  expect(labels(dhcp4(`${defs}, "option-data": [ { "space": "igel", "name": "|" } ]`))).toEqual(['igelrmserver']);
  expect(chosen('routers', dhcp4('"option-data": [ { "name": "rou|" } ]'))).toBe(
    dhcp4('"option-data": [ { "name": "routers" } ]'),
  );
  expect(labels(dhcp4(`${defs}, "option-data": [ { "space": "|" } ]`))).toEqual(
    expect.arrayContaining(['dhcp4', 'igel']),
  );
});

test('types, and the spaces that an option can hold', () => {
  expect(labels(dhcp4('"option-def": [ { "type": "|" } ]'))).toEqual(
    expect.arrayContaining(['string', 'uint8', 'record']),
  );
  const defs = '{ "name": "x", "code": 1, "space": "igel", "type": "uint8" }';
  expect(labels(dhcp4(`"option-def": [ ${defs}, { "encapsulate": "|" } ]`))).toContain('igel');
});

test('classes, those of the file first', () => {
  const classes = '"client-classes": [ { "name": "igel", "test": "option[60].exists" } ]';
  const guard = labels(dhcp4(`${classes}, "subnet4": [ { "client-class": "|" } ]`));
  expect(guard.slice(0, 2)).toEqual(['igel', 'KNOWN']);
  expect(chosen('igel', dhcp4(`${classes}, "subnet4": [ { "require-client-classes": [ "a", "|" ] } ]`))).toBe(
    dhcp4(`${classes}, "subnet4": [ { "require-client-classes": [ "a", "igel" ] } ]`),
  );
});

test('a test begins with a value, a function or a negation', () => {
  const start = labels(tested('|'));
  expect(start).toEqual(expect.arrayContaining(['option', 'pkt4', 'member', 'substring', 'not']));
  expect(start).not.toEqual(expect.arrayContaining(['pkt6']));
  expect(start).not.toContain('and');
  expect(labels(tested('|'), '2.2')).not.toContain('lcase');
  expect(chosen('option', tested('opt|'))).toBe(tested('option[60].hex'));
  expect(chosen('member', tested('option[12].exists and m|'))).toBe(tested("option[12].exists and member('')"));
});

test('behind a dot stands what the value has', () => {
  expect(labels(tested('option[60].|'))).toEqual(['option', 'hex', 'text', 'exists']);
  expect(labels(tested('pkt4.|'))).toEqual(expect.arrayContaining(['mac', 'giaddr']));
  expect(labels(tested('pkt.|'))).toEqual(['iface', 'src', 'dst', 'len']);
  expect(labels(tested('vendor.|'))).toEqual(['enterprise']);
  expect(labels(tested('vendor[*].|'))).toEqual(['option', 'exists']);
  expect(chosen('hex', tested('option[60].h|'))).toBe(tested('option[60].hex'));
});

test('in brackets stand options', () => {
  expect(chosen('vendor-class-identifier', tested('option[vendor|].hex'))).toBe(
    tested('option[vendor-class-identifier].hex'),
  );
});

test('behind a value stand operators', () => {
  expect(labels(tested('option[60].hex |'))).toEqual(['==', '+', 'and', 'or']);
  expect(labels(tested('option[60].hex |'), '3.0.0')).toContain('sand');
});

test('in member stand classes', () => {
  const classes = `"client-classes": [ { "name": "igel", "test": "option[60].exists" }, { "name": "b", "test": "member('i|')" } ]`;
  expect(chosen('igel', dhcp4(classes))).toBe(dhcp4(classes.replace('i|', 'igel')));
});

test('what is compared with an option is told', () => {
  expect(asked(tested("option[60].hex == '|'")).found?.compared).toEqual({ space: 'dhcp4', code: 60, inQuotes: true });
  expect(asked(tested('option[vendor-class-identifier].hex == |')).found?.compared).toEqual({
    space: 'dhcp4',
    code: 60,
    inQuotes: false,
  });
});
