import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-224-not-sent';
const FOR_ALL = 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n';
const subnet = (...lines: string[]): string =>
  `subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const IN_43 =
  'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\n';

describe('option 224 that is set and does not go out', () => {
  it('comes to nothing, and takes the place of the one for all', async () => {
    const text = FOR_ALL + subnet('option igelrmserver = option user-class;');
    expect(await foundBy(RULE, text)).toEqual(['error: option igelrmserver = option user-class']);
    expect(await mendedBy(RULE, text)).toBe(FOR_ALL + subnet());
  });

  it('comes to nothing, and no other one is there', async () => {
    const text = `option igelrmserver code 224 = text;\n${subnet('option igelrmserver = option user-class;')}`;
    expect(await foundBy(RULE, text)).toEqual(['error: option igelrmserver = option user-class']);
    expect(await mendedBy(RULE, text)).toBe(text);
  });

  it('is left out by a list of requested options', async () => {
    const text = FOR_ALL + subnet('option dhcp-parameter-request-list 1, 3, 6;');
    expect(await foundBy(RULE, text)).toEqual(['error: option igelrmserver "192.0.2.10"']);
    expect(await mendedBy(RULE, text)).toBe(FOR_ALL + subnet('option dhcp-parameter-request-list 1, 3, 6, 224;'));
  });

  it('is a warning where newer devices have option 43', async () => {
    const listed = subnet('option dhcp-parameter-request-list 1, 3, 6, 43;');
    expect(await foundBy(RULE, FOR_ALL + IN_43 + listed)).toEqual(['warning: option igelrmserver "192.0.2.10"']);
  });

  it('finds no room', async () => {
    const long = `option domain-name "${'a'.repeat(200)}";\noption host-name "${'b'.repeat(250)}";\n`;
    expect(
      await foundBy(
        RULE,
        FOR_ALL + long + subnet('option routers 192.0.2.1;', 'option domain-name-servers 192.0.2.1;'),
      ),
    ).toEqual(['error: option igelrmserver "192.0.2.10"']);
  });

  it.each([
    subnet('option igelrmserver = concat("192.0.2.", "11");'),
    subnet('option igelrmserver = pick-first-value(option user-class, "192.0.2.11");'),
    subnet('option dhcp-parameter-request-list 1, 3, 224;'),
    subnet('option dhcp-parameter-request-list = concat(option dhcp-parameter-request-list, e0);'),
  ])('goes out by %s', async (text) => {
    expect(await foundBy(RULE, FOR_ALL + text)).toEqual([]);
  });
});

it('a value that cannot be read is told as such alone', async () => {
  expect(await foundBy(RULE, FOR_ALL + subnet('option igelrmserver 192.0.2.11;'))).toEqual([]);
});

it('a Kea entry with never-send may be sent again', async () => {
  const config = (word: string): string =>
    `{ "Dhcp4": {
  "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
  "option-data": [ { "name": "igelrmserver", "data": "192.0.2.10", "never-send": ${word} } ],
  "subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "pools": [ { "pool": "192.0.2.10-192.0.2.99" } ] } ]
} }\n`;
  expect(await mendedBy(RULE, config('true'), 'kea')).toBe(config('false'));
  expect(await foundBy(RULE, config('false'), 'kea')).toEqual([]);
});
