import { describe, expect, test } from 'vitest';
import { DEVICE, hexIn, replyTo, textIn } from '../../../test/wire/serving.ts';

const SPACE = `
  option space igel;
  option igel.exclusive code 1 = unsigned integer 8;
  option igel.igelrmserver code 224 = text;
  option igel.umsstructuretag code 226 = text;
  option igelrmserver code 224 = text;`;
const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.250; }';

describe('option 43', () => {
  test('is made of the space in force, whatever scope its options stand in', () => {
    const reply = replyTo(
      `${SPACE}
      option igel.igelrmserver "10.99.0.10";
      class "igel" {
        match if option vendor-class-identifier = "igel-dhcp-1";
        vendor-option-space igel;
        option igel.exclusive 1;
      }
      ${SUBNET}`,
      DEVICE,
    );
    expect(hexIn(reply, 43)).toBe(`010101e00a${Buffer.from('10.99.0.10').toString('hex')}`);
  });

  test('each of its bytes has an origin', () => {
    const reply = replyTo(
      `${SPACE}
      vendor-option-space igel;
      option igel.exclusive 1;
      option igel.igelrmserver "10.99.0.10";
      ${SUBNET}`,
      DEVICE,
    );
    const origins = reply.origins.get(43) ?? [];
    expect(origins.map(({ start, end, code, value }) => [start, end, code, value?.name])).toEqual([
      [2, 3, 1, 'exclusive'],
      [5, 15, 224, 'igelrmserver'],
    ]);
  });

  test('goes out raw where raw bytes are set in any scope', () => {
    const reply = replyTo(
      `${SPACE}
      option vendor-encapsulated-options 01:01:01;
      class "igel" {
        match if option vendor-class-identifier = "igel-dhcp-1";
        vendor-option-space igel;
        option igel.igelrmserver "10.99.0.10";
      }
      ${SUBNET}`,
      DEVICE,
    );
    expect(hexIn(reply, 43)).toBe('010101');
  });

  test('a definition that carries another space takes it away, even where that space is empty', () => {
    const reply = replyTo(
      `${SPACE}
      option space acme;
      option acme.note code 1 = text;
      option acme-options code 43 = encapsulate acme;
      vendor-option-space igel;
      option igel.igelrmserver "10.99.0.10";
      ${SUBNET}`,
      DEVICE,
    );
    expect(hexIn(reply, 43)).toBeUndefined();
  });

  test('codes and lengths have the widths that the space declares', () => {
    const reply = replyTo(
      `option space wide code width 2 length width 2;
      option wide.note code 258 = text;
      vendor-option-space wide;
      option wide.note "ab";
      ${SUBNET}`,
      DEVICE,
    );
    expect(hexIn(reply, 43)).toBe('010200026162');
  });

  test('what was set later comes first in the same row of the server’s table', () => {
    const reply = replyTo(
      `option space igel;
      option igel.first code 1 = text;
      option igel.second code 18 = text;
      vendor-option-space igel;
      option igel.first "a";
      option igel.second "b";
      ${SUBNET}`,
      DEVICE,
    );
    expect(hexIn(reply, 43)).toBe('120162010161');
  });
});

describe('a request list', () => {
  const config = `${SPACE} option igelrmserver "10.99.0.10"; option domain-name "example.com"; ${SUBNET}`;

  test('decides what is sent', () => {
    expect([...(replyTo(config, { request: [15] }).options ?? new Map()).keys()].sort((a, b) => a - b)).toEqual([
      1, 15, 51, 53,
    ]);
  });

  test('that is missing brings everything', () => {
    expect(textIn(replyTo(config, {}), 224)).toBe('10.99.0.10');
  });

  test('of the configuration counts before the client’s', () => {
    const forced = `option dhcp-parameter-request-list = concat (option dhcp-parameter-request-list, e0); ${config}`;
    expect(textIn(replyTo(forced, { request: [15] }), 224)).toBe('10.99.0.10');
  });
});

describe('definitions', () => {
  test('a later definition of a name changes the code of values above it', () => {
    const reply = replyTo(
      `${SPACE} option igelrmserver "10.99.0.10"; option igelrmserver code 226 = text; ${SUBNET}`,
      DEVICE,
    );
    expect(textIn(reply, 224)).toBeUndefined();
    expect(textIn(reply, 226)).toBe('10.99.0.10');
  });

  test('of two names for one code the value that is set last goes out', () => {
    const reply = replyTo(
      `${SPACE} option other code 224 = text; option igelrmserver "first"; option other "last"; ${SUBNET}`,
      DEVICE,
    );
    expect(textIn(reply, 224)).toBe('last');
  });

  test('a site option space is looked up from its lowest code on', () => {
    const reply = replyTo(
      `${SPACE}
      option space site;
      option site.tag code 226 = text;
      site-option-space "site";
      option igelrmserver "10.99.0.10";
      option site.tag "lab";
      ${SUBNET}`,
      DEVICE,
    );
    expect(textIn(reply, 224)).toBeUndefined();
    expect(textIn(reply, 226)).toBe('lab');
  });
});

test('a client that closes its host name with a NUL gets its texts closed too', () => {
  const config = `${SPACE} option igelrmserver "10.99.0.10"; ${SUBNET}`;
  expect(textIn(replyTo(config, { ...DEVICE, options: { '12': '7463310a00' } }), 224)).toBe('10.99.0.10\0');
});

test('domains that are appended to a list with pointers get pointers of their own', () => {
  const reply = replyTo(`option domain-search "example.com"; append domain-search "lab.example.com"; ${SUBNET}`, {
    request: [119],
  });
  expect(hexIn(reply, 119)).toBe('076578616d706c6503636f6d00036c6162c000');
});
