import { describe, expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { KEA } from '../languages/kea/language.ts';
import { startOf } from '../model/span.ts';
import { convert } from './convert.ts';
import { leftLines, withHeading } from './heading.ts';

/** What a dhcpd.conf becomes for Kea; what is left out, each with the line that it stands on. */
function moved(text: string, keaVersion = '2.2') {
  const { unit } = dhcpdAt(text);
  const conversion = convert(
    { model: unit.analysis.model, policy: unit.language.policy },
    KEA,
    { keaVersion },
    () => undefined,
  );
  if (!conversion) throw new Error('Kea can be written');
  const left = leftLines(conversion.left, (at) => `${unit.root.positionAt(startOf(at)).line + 1}`);
  return { text: conversion.text, left };
}

/** The text between two lines, both included, without the indentation that they have in common. */
function part(text: string, key: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trimStart().startsWith(`"${key}"`));
  const indent = /^ */.exec(lines[first] ?? '')?.[0] ?? '';
  const length = lines.slice(first).findIndex((line) => line.startsWith(`${indent}]`) && !line.includes('['));
  return lines
    .slice(first, first + length + 1)
    .map((line) => line.slice(indent.length))
    .join('\n')
    .replace(/,$/, '');
}

const DEFINITIONS =
  'option igelrmserver code 224 = text;\noption space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\n';
const IGEL_CLASS =
  'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n  option igel.igelrmserver "10.0.0.2";\n}\n';
const SUBNET = (network: string, inside = ''): string =>
  `subnet ${network}.0 netmask 255.255.255.0 {\n  range ${network}.20 ${network}.250;\n${inside}}\n`;

test('224 for everybody and 43 for a class, in one network', () => {
  const { text, left } = moved(`${DEFINITIONS}option igelrmserver "10.0.0.1";\n${IGEL_CLASS}${SUBNET('10.99.0')}`);
  expect(left).toEqual([]);
  expect(text).toBe(`{
  "Dhcp4": {
    "option-def": [
      { "name": "igelrmserver", "code": 224, "type": "string" },
      { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" },
      { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" }
    ],
    "option-data": [
      { "name": "igelrmserver", "data": "10.0.0.1" }
    ],
    "client-classes": [
      {
        "name": "igel",
        "test": "option[60].hex == 'igel-dhcp-1'",
        "option-def": [
          { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" }
        ],
        "option-data": [
          { "name": "vendor-encapsulated-options" },
          { "name": "exclusive", "space": "igel", "data": "1" },
          { "name": "igelrmserver", "space": "igel", "data": "10.0.0.2" }
        ]
      }
    ],
    "subnet4": [
      {
        "id": 1,
        "subnet": "10.99.0.0/24",
        "pools": [
          { "pool": "10.99.0.20 - 10.99.0.250" }
        ]
      }
    ]
  }
}
`);
});

describe('what differs by place', () => {
  test('stands in the subnets where nothing else is set by class', () => {
    const server = (address: string) => `  option igelrmserver "${address}";\n`;
    const { text } = moved(DEFINITIONS + SUBNET('10.99.0', server('10.0.0.1')) + SUBNET('10.99.1', server('10.0.0.2')));
    expect(text).not.toContain('client-classes');
    expect(text.match(/"data": "10\.0\.0\.\d"/g)).toEqual(['"data": "10.0.0.1"', '"data": "10.0.0.2"']);
  });

  test('stands in classes that the places require where a class has its own: in Kea a subnet goes before a class', () => {
    const inClass = IGEL_CLASS.replace('}\n', '  option igelrmserver "10.0.0.9";\n}\n');
    const { text, left } = moved(
      `${DEFINITIONS}${inClass}${SUBNET('10.99.0', '  option igelrmserver "10.0.0.1";\n')}${SUBNET('10.99.1')}`,
    );
    expect(left).toEqual([]);
    expect(part(text, 'client-classes')).toContain(
      `{
      "name": "everybody in 10.99.0.20 - 10.99.0.250",
      "test": "member('ALL')",
      "only-if-required": true,
      "option-data": [
        { "name": "igelrmserver", "data": "10.0.0.1" }
      ]
    }`
        .replace(/\n {4}/g, '\n  ')
        .replace(/^/, ''),
    );
    expect(part(text, 'subnet4')).toContain('"require-client-classes": [ "everybody in 10.99.0.20 - 10.99.0.250" ]');
  });

  test('in the words of a newer Kea', () => {
    const inClass = IGEL_CLASS.replace('}\n', '  option igelrmserver "10.0.0.9";\n}\n');
    const text = `${DEFINITIONS}${inClass}${SUBNET('10.99.0', '  option igelrmserver "10.0.0.1";\n')}${SUBNET('10.99.1')}`;
    expect(moved(text, '3.0.0').text).toContain('"only-in-additional-list": true');
    expect(moved(text, '3.0.0').text).toContain('"evaluate-additional-classes": [');
  });

  test('sub-options of several scopes become one list: Kea makes 43 of the list with its entry alone', () => {
    const { text, left } = moved(
      `${DEFINITIONS}option igel.umsstructuretag code 226 = text;\n${IGEL_CLASS}${SUBNET('10.99.0', '  option igel.umsstructuretag "A";\n')}${SUBNET('10.99.1', '  option igel.umsstructuretag "B";\n')}`,
    );
    expect(left).toEqual([]);
    expect(text.match(/"umsstructuretag", "space": "igel", "data": "[AB]"/g)).toHaveLength(2);
    expect(text.match(/"test": "member\('igel'\)"/g)).toHaveLength(2);
  });
});

describe('who is served', () => {
  test('a pool for a class', () => {
    const { text } = moved(
      `${DEFINITIONS}${IGEL_CLASS}subnet 10.99.0.0 netmask 255.255.255.0 {\n  pool {\n    allow members of "igel";\n    range 10.99.0.20 10.99.0.50;\n  }\n  pool {\n    deny members of "igel";\n    range 10.99.0.100 10.99.0.200;\n  }\n}\n`,
    );
    expect(text).toContain('"client-class": "igel"');
    expect(text).toContain(`"test": "not (option[60].hex == 'igel-dhcp-1')"`);
  });

  test('clients that are registered', () => {
    const { text, left } = moved(
      `${DEFINITIONS}option igelrmserver "10.0.0.1";\nhost tc1 { hardware ethernet 00:e0:c5:00:00:01; }\nsubnet 10.99.0.0 netmask 255.255.255.0 {\n  pool {\n    deny unknown-clients;\n    range 10.99.0.20 10.99.0.50;\n  }\n}\n`,
    );
    expect(left).toEqual([]);
    expect(text).toContain('"client-class": "KNOWN"');
    expect(text).toContain('"hw-address": "00:e0:c5:00:00:01"');
  });

  test('a host with a server of its own', () => {
    const { text, left } = moved(
      `${DEFINITIONS}option igelrmserver "10.0.0.1";\n${SUBNET('10.99.0')}host tc1 {\n  hardware ethernet 00:e0:c5:00:00:01;\n  fixed-address 10.99.0.9;\n  option igelrmserver "10.0.0.7";\n}\n`,
    );
    expect(left).toEqual([]);
    expect(part(text, 'reservations')).toBe(`"reservations": [
  // tc1
  {
    "hw-address": "00:e0:c5:00:00:01",
    "ip-address": "10.99.0.9",
    "option-data": [
      { "name": "igelrmserver", "data": "10.0.0.7" }
    ]
  }
]`);
  });
});

test('a host with a fixed address gets nothing of the pools, and keeps what is around them', () => {
  const { text, left } = moved(
    `${DEFINITIONS}subnet 10.99.0.0 netmask 255.255.255.0 {\n  option igelrmserver "10.0.0.1";\n  pool {\n    range 10.99.0.20 10.99.0.250;\n    option igelrmserver "10.0.0.2";\n  }\n}\nhost tc1 {\n  hardware ethernet 00:e0:c5:00:00:01;\n  fixed-address 10.99.0.9;\n}\n`,
  );
  expect(left).toEqual([]);
  expect(part(text, 'reservations')).toContain('{ "name": "igelrmserver", "data": "10.0.0.1" }');
});

describe('clients that pass several tests', () => {
  const TWO = (second: string): string =>
    `${DEFINITIONS}class "a" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option igelrmserver "10.0.0.1";\n}\n${second}${SUBNET('10.99.0')}`;

  test('get what both set', () => {
    const { text, left } = moved(
      TWO(
        'option umsstructuretag code 226 = text;\nif substring(hardware, 1, 3) = 00:e0:c5 {\n  option umsstructuretag "X";\n}\n',
      ),
    );
    expect(left).toEqual([]);
    // Each class has its own option: Kea puts the two together by itself.
    expect(text.match(/"test"/g)).toHaveLength(2);
  });

  test('are kept out of a class whose option they do not get', () => {
    const { text, left } = moved(
      `${DEFINITIONS}if exists user-class and not (option vendor-class-identifier = "igel-dhcp-1") {\n  option igelrmserver "10.0.0.1";\n}\n${SUBNET('10.99.0')}`,
    );
    expect(left).toEqual([]);
    expect(text).toContain(`"test": "option[77].exists and not (option[60].hex == 'igel-dhcp-1')"`);
  });

  test('that differ from one are found by sending it', () => {
    const { text, left } = moved(TWO('').replace('= "igel', '!= "igel'));
    expect(left).toEqual([]);
    expect(text).toContain('"data": "10.0.0.1"');
  });
});

describe('how it is sent', () => {
  test('bytes that make no sub-options go out as bytes', () => {
    const { text } = moved(
      `class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options e0:ff:31;\n}\n${SUBNET('10.99.0')}`,
    );
    expect(text).toContain('{ "name": "vendor-encapsulated-options", "code": 43, "type": "binary" }');
    expect(text).toContain('{ "name": "vendor-encapsulated-options", "data": "e0ff31", "csv-format": false }');
  });

  test('what is sent to clients that do not ask is sent to them still', () => {
    const { text, left } = moved(
      `${DEFINITIONS}option igelrmserver "10.0.0.1";\noption dhcp-parameter-request-list = concat(option dhcp-parameter-request-list, e0);\n${SUBNET('10.99.0')}`,
    );
    expect(left).toEqual([]);
    expect(text).toContain('{ "name": "igelrmserver", "data": "10.0.0.1", "always-send": true }');
  });

  test('commas and quotes are escaped', () => {
    const { text } = moved(`${DEFINITIONS}option igelrmserver "a,\\"b";\n${SUBNET('10.99.0')}`);
    expect(text).toContain(String.raw`"data": "a\\,\"b"`);
  });
});

test('what cannot be carried over is listed, with its line', () => {
  const { text, left } = moved(
    `${DEFINITIONS}class "igel" {\n  match if option vendor-class-identifier ~= "^igel";\n  vendor-option-space igel;\n  option igel.igelrmserver "10.0.0.2";\n}\n${SUBNET('10.99.0')}`,
  );
  expect(left).toEqual([
    '5: No client can be made up that "igel" is for: what it sets is left out.',
    '5: What "igel" asks for is not understood: what it sets is left out.',
  ]);
  const { unit } = dhcpdAt('');
  const heading = withHeading(
    { text, left: [{ what: 'Something.', at: undefined }] },
    { source: 'dhcpd.conf', comment: '//', placeOf: () => unit.root.file },
  );
  expect(heading).toContain('// Not carried over:\n//   Something.\n{\n');
});
