import { expect, it } from 'vitest';
import { decodeSubOptions, SERVER_CODE, VENDOR_CLASS } from '../../server/src/igel/sub-options.ts';
import { applyEdits, applySnippets } from '../editor/apply-edits.ts';
import { FOR_43, FOR_224, FOR_BOTH, keaInsertions } from '../editor/blocks-to-insert.ts';
import { describeWith } from './describe-with.ts';
import { keaOnAWire, withKea } from './kea.ts';

const SUBNETS =
  '"subnet4": [ { "id": 1, "subnet": "10.99.0.0/24", "pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ] } ]';
const IGEL = `"test": "option[60].hex == 'igel-dhcp-1'"`;
/** So that Kea serves the wire of the tests, and keeps no leases. */
const SURROUNDINGS = [
  '"interfaces-config": { "interfaces": [ "vsrv" ], "dhcp-socket-type": "raw" }',
  '"lease-database": { "type": "memfile", "persist": false }',
];
const lines = (...members: readonly string[]): string =>
  `{\n  "Dhcp4": {\n    ${[...SURROUNDINGS, ...members].join(',\n    ')}\n  }\n}\n`;

/** Files that people have before; `|` is where the block is asked for. */
const BEFORE: Readonly<Record<string, string>> = {
  'a file with a subnet': `|${lines(SUBNETS)}`,
  'the cursor inside of the subnet': lines(SUBNETS.replace('pools', 'po|ols')),
  'the end of the file': `${lines(SUBNETS, '"valid-lifetime": 3600 // an hour')}|`,
  'one line': `{ "Dhcp4": { ${[...SURROUNDINGS, SUBNETS].join(', ')} } }|`,
  'carriage returns and tabs': `|${lines(SUBNETS).replaceAll('  ', '\t').replaceAll('\n', '\r\n')}`,
  'lists that are there': `|${lines(
    '"option-def": [\n      { "name": "foo", "code": 230, "type": "string" } # ours\n    ]',
    '"option-data": [\n      { "name": "foo", "data": "x" },\n    ]',
    '"client-classes": [\n      /* ours */\n      { "name": "foo", "test": "member(\'ALL\')" }\n    ]',
    SUBNETS,
  )}`,
  'empty lists': `|${lines('"option-def": [ ]', '"option-data": [ // none\n    ]', SUBNETS)}`,
  'a value without a definition': `|${lines('"option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ]', SUBNETS)}`,
  'an empty class': `|${lines(`"client-classes": [ { "name": "a", ${IGEL} } ]`, SUBNETS)}`,
  'the class of option 60': `|${lines('"client-classes": [ { "name": "VENDOR_CLASS_igel-dhcp-1" } ]', SUBNETS)}`,
  'a class without the entry of 43': `|${lines(
    '"option-def": [ { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" } ]',
    `"client-classes": [ { "name": "a", ${IGEL}, "option-data": [ { "name": "igelrmserver", "space": "igel", "data": "10.99.0.10" } ] } ]`,
    SUBNETS,
  )}`,
  'a class with a misspelt space': `|${lines(
    '"option-def": [ { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" } ]',
    `"client-classes": [ { "name": "a", ${IGEL}, "option-def": [ { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igle" } ], "option-data": [ { "name": "vendor-encapsulated-options" }, { "name": "igelrmserver", "space": "igel", "data": "10.99.0.10" } ] } ]`,
    SUBNETS,
  )}`,
  'another class of the name': `|${lines('"client-classes": [ { "name": "igel", "test": "member(\'KNOWN\')" } ]', SUBNETS)}`,
  'another vendor in option 43': `|${lines(
    '"option-def": [ { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "acme" }, { "name": "server", "code": 1, "space": "acme", "type": "string" } ]',
    `"client-classes": [ { "name": "acme", "test": "option[60].hex == 'acme'", "option-data": [ { "name": "vendor-encapsulated-options" }, { "name": "server", "space": "acme", "data": "x" } ] } ]`,
    SUBNETS,
  )}`,
  'a class that sends 43 to everybody': `|${lines(
    '"client-classes": [ { "name": "all", "test": "option[60].exists", "option-data": [ { "name": "vendor-encapsulated-options", "csv-format": false, "data": "0101" } ] } ]',
    SUBNETS,
  )}`,
};

const cases = Object.entries(BEFORE).flatMap(([name, marked]) =>
  keaInsertions(marked).flatMap(({ what, text, edits }) => [
    { name, what, editor: 'without tab stops', after: applyEdits(text, edits) },
    { name, what, editor: 'with tab stops', after: applySnippets(text, edits) },
  ]),
);

it('a block of each kind is offered', () => {
  expect(new Set(cases.map(({ what }) => what))).toEqual(new Set([FOR_224, FOR_43, FOR_BOTH]));
});

it.each(cases)('$what into $name, $editor: once it is there, it is offered no more', ({ what, after }) => {
  expect(keaInsertions(`${after}|`).map((one) => one.what)).not.toContain(what);
});

/** The address that a device reads in what it was sent; undefined where there is none. */
function addressIn(hex: string | undefined, subOption: boolean): string | undefined {
  if (hex === undefined) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const data = subOption ? decodeSubOptions(bytes).options.find(({ code }) => code === SERVER_CODE)?.data : bytes;
  const text = data && new TextDecoder().decode(data);
  return text !== undefined && /^\d+\.\d+\.\d+\.\d+$/.test(text) ? text : undefined;
}

describeWith(keaOnAWire, 'kea-dhcp4 with an inserted block', () => {
  it.each(cases)('$what into $name, $editor: devices are told their UMS', async ({ name, what, after }) => {
    const ask = withKea(after, async (server) => ({
      old: await server.ask({ vendorClass: null, request: [1, 3, 6, 224, 226] }),
      recent: await server.ask({ vendorClass: VENDOR_CLASS, request: [1, 3, 6, 43, 224, 226] }),
      other: await server.ask({ vendorClass: 'PXEClient', request: [1, 3, 6, 43] }),
    }));
    // A fault of the other half is not the block's to mend.
    if (name === 'a value without a definition' && what === FOR_43) {
      await expect(ask).rejects.toThrow();
      return;
    }
    const { old, recent, other } = await ask;
    if (what !== FOR_43) expect(addressIn(old?.options['224'], false), after).toMatch(/^(?:192\.0\.2|10\.99\.0)\.10$/);
    if (what !== FOR_224) {
      expect(addressIn(recent?.options['43'], true), after).toMatch(/^(?:192\.0\.2|10\.99\.0)\.10$/);
      expect(addressIn(other?.options['43'], true), after).toBeUndefined();
    }
  });
});
