import { describe, expect, test } from 'vitest';
import { DEVICE, hexIn, type ToldClient, textIn } from '../../../../test/wire/serving.ts';
import { keaReplyTo, keaServerOf } from '../../../../test/wire/serving-kea.ts';

const DEFINITIONS = `"option-def": [
  { "name": "igelrmserver", "code": 224, "type": "string" },
  { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" },
  { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" },
  { "name": "umsstructuretag", "code": 226, "space": "igel", "type": "string" },
  { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" } ]`;

const POOLS = '"pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ]';

/** A file with one subnet; `more` stands beside it, `within` in it. */
const kea = (more: string, within = POOLS): string => `{ "Dhcp4": {
  ${DEFINITIONS},
  "subnet4": [ { "subnet": "10.99.0.0/24", ${within} } ],
  ${more}
} }`;

const PHONE: ToldClient = { vendorClass: 'phone', request: [1, 3, 6, 43, 224] };

const server = (text: string): string => `{ "name": "igelrmserver", "data": "${text}" }`;

const hex = (text: string): string => Buffer.from(text).toString('hex');

describe('which value goes out', () => {
  test('that of the subnet comes before that of a class, and both before that of all', () => {
    const text = kea(
      `
      "option-data": [ ${server('all')}, { "name": "domain-name", "data": "all" } ],
      "client-classes": [ { "name": "igel", "test": "option[60].text == 'igel-dhcp-1'",
        "option-data": [ ${server('class')}, { "name": "domain-name", "data": "class" } ] } ]`,
      `${POOLS}, "option-data": [ ${server('subnet')} ]`,
    );
    const reply = keaReplyTo(text, DEVICE);
    expect(textIn(reply, 224)).toBe('subnet');
    expect(textIn(reply, 15)).toBe('class');
    expect(textIn(keaReplyTo(text, PHONE), 15)).toBe('all');
    expect(reply.beaten.map(({ loser, winner }) => [loser.scope.kind, winner?.scope.kind])).toEqual([
      ['class', 'subnet'],
      ['global', 'class'],
      ['global', 'subnet'],
    ]);
  });

  test('of two entries of one list the last one', () => {
    expect(textIn(keaReplyTo(kea(`"option-data": [ ${server('first')}, ${server('last')} ]`), DEVICE), 224)).toBe(
      'last',
    );
  });

  test('one that nobody asks for only with always-send', () => {
    const text = kea(`"option-data": [
      { "name": "time-offset", "data": "3600" }, { "name": "log-servers", "data": "192.0.2.7", "always-send": true } ]`);
    const reply = keaReplyTo(text, { vendorClass: null, request: null });
    expect(hexIn(reply, 2)).toBeUndefined();
    expect(hexIn(reply, 7)).toBe('c0000207');
  });

  test('none with never-send, since Kea 2.4', () => {
    const text = kea(
      `"option-data": [ ${server('all')} ]`,
      `${POOLS}, "option-data": [ { "name": "igelrmserver", "data": "no", "never-send": true } ]`,
    );
    const at = keaServerOf(text, '2.4');
    const [place] = at.places;
    const asked = {
      mac: undefined,
      request: [224],
      options: new Map([[55, Uint8Array.of(224)]]),
      unknown: new Set<number>(),
    };
    expect(place && at.reply(asked, place).options?.has(224)).toBe(false);
  });
});

describe('option 43', () => {
  test('is made of the sub-options of its own list, by their codes; of two for one code the first counts', () => {
    const text = kea(`
      "option-data": [ { "name": "umsstructuretag", "space": "igel", "data": "all" } ],
      "client-classes": [ { "name": "igel", "test": "option[60].text == 'igel-dhcp-1'", "option-data": [
        { "name": "igelrmserver", "space": "igel", "data": "10.99.0.10" },
        { "name": "vendor-encapsulated-options" },
        { "name": "exclusive", "space": "igel", "data": "1" },
        { "name": "exclusive", "space": "igel", "data": "0" } ] } ]`);
    const reply = keaReplyTo(text, DEVICE);
    expect(hexIn(reply, 43)).toBe(`010101e00a${hex('10.99.0.10')}`);
    expect(reply.origins.get(43)?.map(({ start, end, code, inner }) => [start, end, code, inner])).toEqual([
      [2, 3, 1, true],
      [5, 15, 224, true],
    ]);
  });

  test('is put in order where it is given as bytes, and what is cut off at its end is lost', () => {
    const text = kea(`"option-data": [
      { "name": "vendor-encapsulated-options", "csv-format": false, "data": "e2017801010109" } ]`);
    expect(hexIn(keaReplyTo(text, DEVICE), 43)).toBe('010101e20178');
  });

  test.each([
    ['00010101ff0101', '010101', 'padding and an end among them are left out'],
    ['e0037878000101', 'e0027878', 'a text loses its NULs, and what is cut off is lost'],
    ['01020102e20178', '010101e20178', 'a number is as long as its definition says'],
    ['e00100e20178', 'e20178', 'an empty text is none'],
    ['050178', '050178', 'what is not defined stays as it is'],
  ])('given as bytes %s is sent as %s: %s', (bytes, sent) => {
    const text = kea(
      `"option-data": [ { "name": "vendor-encapsulated-options", "csv-format": false, "data": "${bytes}" } ]`,
    );
    expect(hexIn(keaReplyTo(text, DEVICE), 43)).toBe(sent);
  });

  test('repeats the code of a sub-option that is too long', () => {
    const tag = 'x'.repeat(252);
    const text = kea(`"option-data": [ { "name": "vendor-encapsulated-options" },
      { "name": "umsstructuretag", "space": "igel", "data": "${tag}" } ]`);
    expect(hexIn(keaReplyTo(text, DEVICE), 43)).toBe(`e2fb${hex('x'.repeat(251))}e201${hex('x')}`);
  });
});

test('domain names of a list are sent without pointers, and without the root behind them', () => {
  const names = (data: string) =>
    hexIn(
      keaReplyTo(kea(`"option-data": [ { "name": "domain-search", ${data} } ]`), { ...DEVICE, request: [119] }),
      119,
    );
  expect(names('"csv-format": false, "data": "036f7267000161c000"')).toBe('036f7267000161036f726700');
  expect(names('"data": "org, ."')).toBe('036f726700');
});

describe('what is too long for one option', () => {
  const inner = `"option-def": [
    { "name": "holder", "code": 6, "space": "igel", "type": "empty", "encapsulate": "inner" },
    { "name": "first", "code": 1, "space": "inner", "type": "string" },
    { "name": "second", "code": 2, "space": "inner", "type": "string" },
    { "name": "list", "code": 7, "space": "igel", "type": "uint16", "array": true },
    { "name": "numbers", "code": 230, "type": "uint16", "array": true },
    { "name": "counted", "code": 228, "type": "uint8", "encapsulate": "inner" },
    { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" } ]`;
  const file = (data: string): string => `{ "Dhcp4": { ${inner}, "option-data": [ ${data} ],
    "subnet4": [ { "subnet": "10.99.0.0/24", ${POOLS} } ] } }`;
  const [x, y] = ['x'.repeat(150), 'y'.repeat(150)];
  const two = `{ "name": "first", "space": "inner", "data": "${x}" }, { "name": "second", "space": "inner", "data": "${y}" }`;
  const SENT = `96${hex(x)}`;
  const ASKS: ToldClient = { vendorClass: 'igel-dhcp-1', request: [6, 15, 43, 228, 230, 240] };
  const reply = (data: string) => keaReplyTo(file(data), ASKS);
  const times = (count: number, one: string): string => Array.from({ length: count }, () => one).join();

  test('is cut between the options inside it, each with the code before it again', () => {
    const told = reply(`{ "name": "vendor-encapsulated-options" }, { "name": "holder", "space": "igel" }, ${two}`);
    expect(hexIn(told, 43)).toBe(`069801${SENT}069802${SENT.replaceAll('78', '79')}`);
  });

  test('loses its number in front of them, and bytes that were given whole come before them once more', () => {
    expect(hexIn(reply(`{ "name": "counted", "data": "7" }, ${two}`), 228)).toBe(
      `01${SENT}02${SENT.replaceAll('78', '79')}`,
    );
    const bytes = `e2${SENT}`;
    const given = reply(`{ "name": "vendor-encapsulated-options", "csv-format": false, "data": "${bytes}" },
      { "name": "list", "space": "igel", "data": "${times(60, '1')}" }`);
    expect(hexIn(given, 43)).toBe(`${bytes}0778${'0001'.repeat(60)}${bytes}`);
  });

  test('ends the message where it is a list: nothing of a higher code goes out', () => {
    const asked = (count: number) =>
      keaReplyTo(
        file(`{ "name": "domain-name", "data": "all" }, { "name": "domain-name-servers", "data": "${times(count, '192.0.2.7')}" },
      { "name": "numbers", "data": "1" }`),
        { ...ASKS, options: { 82: '010461626364' } },
      );
    expect([...(asked(63).options?.keys() ?? [])]).toEqual(expect.arrayContaining([6, 15, 82, 230]));
    expect([...(asked(64).options?.keys() ?? [])].sort((a, b) => a - b)).toEqual([1, 53]);
    expect(asked(64).unknown).toEqual([]);
  });

  test('leaves the client without an answer where it is a list inside of option 43', () => {
    const told = (count: number) =>
      reply(`{ "name": "vendor-encapsulated-options" },
      { "name": "list", "space": "igel", "data": "${times(count, '1')}" }`);
    expect(hexIn(told(125), 43)).toHaveLength(504);
    expect(told(126).silence?.reason).toBe('fails');
  });

  test("takes a vendor's number away in front of its options", () => {
    const vendor = (length: number) =>
      keaReplyTo(
        kea(`"option-data": [ { "name": "vivso-suboptions", "data": "4711" },
        { "code": 1, "space": "vendor-4711", "csv-format": false, "data": "${'78'.repeat(length)}", "always-send": true },
        { "code": 2, "space": "vendor-4711", "csv-format": false, "data": "0007", "always-send": true } ]`),
        { ...DEVICE, request: [125] },
      );
    expect(hexIn(vendor(242), 125)).toBe(`00001267f801f2${'78'.repeat(242)}02020007`);
    expect(hexIn(vendor(243), 125)).toBe(`01f3${'78'.repeat(243)}02020007`);
  });
});

describe('classes', () => {
  test('named after option 60 need no test, and one that fails keeps nobody out', () => {
    const text = kea(`"client-classes": [ { "name": "VENDOR_CLASS_igel-dhcp-1", "test": "option[77].exists",
      "option-data": [ ${server('class')} ] } ]`);
    expect(textIn(keaReplyTo(text, DEVICE), 224)).toBe('class');
    expect(textIn(keaReplyTo(text, PHONE), 224)).toBeUndefined();
  });

  test('whose test asks for one that waits for KNOWN wait as well, but not for one of a name of the server', () => {
    const text = (name: string) =>
      kea(`"client-classes": [
        { "name": "${name}", "test": "member('UNKNOWN')" },
        { "name": "after", "test": "member('${name}') or option[60].exists",
          "option-data": [ ${server('after')} ] },
        { "name": "other", "test": "option[60].exists", "option-data": [ ${server('other')} ] } ]`);
    expect(textIn(keaReplyTo(text('stranger'), DEVICE), 224)).toBe('other');
    expect(textIn(keaReplyTo(text('VENDOR_CLASS_stranger'), DEVICE), 224)).toBe('after');
  });

  test('say what option 43 of their clients holds, for tests that come later', () => {
    const text = (definition: string) =>
      kea(
        `"client-classes": [
        { "name": "all", "test": "pkt4.hlen == 6", "option-def": [ ${definition} ] },
        { "name": "tagged", "only-if-required": true, "test": "option[43].option[5].exists",
          "option-data": [ ${server('tagged')} ] } ]`,
        `${POOLS}, "require-client-classes": [ "tagged" ]`,
      );
    const own = (type: string) => `{ "name": "own", "code": 43, "type": "${type}" }`;
    const asked = (sent: string): ToldClient => ({ ...DEVICE, options: { 43: sent } });
    expect(textIn(keaReplyTo(text(''), asked('050101')), 224)).toBe('tagged');
    expect(textIn(keaReplyTo(text(own('binary')), asked('050101')), 224)).toBeUndefined();
    // Beside a sub-option that does not fit its definition, none is read
    expect(textIn(keaReplyTo(text(''), asked('0501010100')), 224)).toBeUndefined();
  });

  test('that are only on request are tested where a pool asks for them', () => {
    const text = (asked: string) =>
      kea(
        `"client-classes": [ { "name": "igel", "only-if-required": true,
      "test": "option[60].text == 'igel-dhcp-1'", "option-data": [ ${server('class')} ] } ]`,
        `"pools": [ { "pool": "10.99.0.20 - 10.99.0.250"${asked} } ]`,
      );
    expect(textIn(keaReplyTo(text(''), DEVICE), 224)).toBeUndefined();
    const asks = text(', "require-client-classes": [ "igel" ]');
    expect(textIn(keaReplyTo(asks, DEVICE), 224)).toBe('class');
    expect(textIn(keaReplyTo(asks, PHONE), 224)).toBeUndefined();
  });

  test('whose test fails over a value hold nobody, whatever the other side says; a newer Kea does not look at it', () => {
    const text = kea(`"client-classes": [ { "name": "igel",
      "test": "option[60].text == 'igel-dhcp-1' or uint8totext(option[60].hex) == '1'",
      "option-data": [ ${server('class')} ] } ]`);
    expect(textIn(keaReplyTo(text, DEVICE), 224)).toBeUndefined();
    const newer = keaServerOf(text, '3.0');
    expect(
      newer
        .classesOf({
          mac: undefined,
          request: undefined,
          unknown: new Set(),
          options: new Map([[60, new TextEncoder().encode('igel-dhcp-1')]]),
        })
        .map(({ of }) => of.name),
    ).toEqual(['igel']);
  });

  test('DROP leaves its clients without an answer', () => {
    const text = kea(`"client-classes": [ { "name": "DROP", "test": "substring(option[60].hex, 0, 5) == 'phone'" } ]`);
    expect(keaReplyTo(text, PHONE).silence?.reason).toBe('dropped');
    expect(keaReplyTo(text, DEVICE).options).not.toBeNull();
  });

  test('that a library gives are not known: who they guard a pool for may get an answer', () => {
    const text = (library: string) =>
      kea(
        `${library} "client-classes": [ { "name": "ours", "test": "member('HA_server1')",
          "option-data": [ ${server('ours')} ] } ]`,
        `"pools": [ { "pool": "10.99.0.20 - 10.99.0.99", "client-class": "HA_server1" } ]`,
      );
    expect(keaReplyTo(text(''), DEVICE).silence?.reason).toBe('not-permitted');
    const reply = keaReplyTo(text('"hooks-libraries": [ { "library": "libdhcp_ha.so" } ],'), DEVICE);
    expect(reply.options).not.toBeNull();
    expect(reply.unknown).toContain(224);
  });

  test('guard pools: the client gets an answer where it is in one', () => {
    const text = kea(
      `"client-classes": [ { "name": "igel", "test": "option[60].text == 'igel-dhcp-1'" } ]`,
      `"pools": [ { "pool": "10.99.0.20 - 10.99.0.99", "client-class": "igel" } ]`,
    );
    expect(keaReplyTo(text, DEVICE).options).not.toBeNull();
    expect(keaReplyTo(text, PHONE).silence?.reason).toBe('not-permitted');
  });
});

describe('reservations', () => {
  const ONE: ToldClient = { ...DEVICE, mac: '020000000001' };
  const OTHER: ToldClient = { ...DEVICE, mac: '020000000002' };
  const reservation = `{ "hw-address": "02:00:00:00:00:01", "ip-address": "10.99.0.9", "hostname": "Desk",
    "client-classes": [ "vip" ], "option-data": [ ${server('own')} ] }`;

  test('give options, a name, classes, and make a client known', () => {
    const text = kea(
      `"client-classes": [ { "name": "vip", "option-data": [ { "name": "domain-name", "data": "vip" } ] },
        { "name": "guest", "test": "member('UNKNOWN')", "option-data": [ ${server('guest')} ] } ]`,
      `${POOLS}, "reservations": [ ${reservation} ]`,
    );
    const reply = keaReplyTo(text, ONE);
    expect([textIn(reply, 224), textIn(reply, 12), textIn(reply, 15)]).toEqual(['own', 'desk', 'vip']);
    expect(textIn(keaReplyTo(text, OTHER), 224)).toBe('guest');
  });

  test('of the whole server count where that is said', () => {
    const text = (mode: string) => kea(`${mode} "reservations": [ ${reservation} ]`);
    expect(textIn(keaReplyTo(text(''), ONE), 224)).toBeUndefined();
    expect(textIn(keaReplyTo(text('"reservations-global": true,'), ONE), 224)).toBe('own');
  });

  test('of the subnet count before those of the whole server, and with an address in those alone there is none to give', () => {
    const text = (address: string) =>
      kea(
        `"reservations-global": true, "reservations-in-subnet": true, "reservations": [ ${reservation} ]`,
        `${POOLS}, "reservations": [ { "client-id": "01:02:03", "hostname": "other"${address} } ]`,
      );
    const asked: ToldClient = { ...ONE, clientId: '010203' };
    expect(textIn(keaReplyTo(text(', "ip-address": "10.99.0.8"'), asked), 12)).toBe('other');
    expect(keaReplyTo(text(''), asked).silence?.reason).toBe('no-address');
    expect(textIn(keaReplyTo(text(''), ONE), 12)).toBe('desk');
  });
});

describe('a reservation in another subnet of the shared network', () => {
  const network = (guard: string): string => `{ "Dhcp4": {
    ${DEFINITIONS},
    "option-data": [ { "name": "domain-name", "data": "all" } ],
    "client-classes": [ { "name": "loud", "test": "option[77].exists" } ],
    "shared-networks": [ { "name": "site", "subnet4": [
      { "subnet": "10.99.0.0/24", ${POOLS}, "option-data": [ ${server('here')} ] },
      { "subnet": "10.98.0.0/24", ${guard} "option-data": [ { "name": "igelrmserver", "data": "there" } ],
        "reservations": [ { "hw-address": "02:00:00:00:00:01", "ip-address": "10.98.0.9" } ] } ] } ] } }`;
  const ONE: ToldClient = { ...DEVICE, mac: '020000000001' };

  test('takes the client there, unless a guard keeps it out', () => {
    expect(textIn(keaReplyTo(network(''), ONE), 224)).toBe('there');
    const guarded = network('"client-class": "loud",');
    expect(textIn(keaReplyTo(guarded, ONE), 224)).toBe('here');
    expect(textIn(keaReplyTo(guarded, { ...ONE, userClass: 'x' }), 224)).toBe('there');
  });

  test('leaves unknown what the subnets differ in where nobody can tell whether the guard lets it in', () => {
    const reply = keaReplyTo(network('"client-class": "loud",'), { ...ONE, unknown: [77] });
    expect(reply.unknown).toContain(224);
    expect(textIn(reply, 15)).toBe('all');
  });
});

describe('where a client is told to boot from', () => {
  const boots = (more: string, within: string, told: ToldClient = DEVICE) => {
    const { boot } = keaReplyTo(kea(more, `${POOLS} ${within}`), told);
    const text = (bytes: Uint8Array | symbol | undefined) =>
      bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
    return [
      boot?.server instanceof Uint8Array ? boot.server.join('.') : boot?.server,
      text(boot?.serverName),
      text(boot?.file),
    ];
  };
  const ALL = '"next-server": "192.0.2.1", "server-hostname": "all", "boot-file-name": "all.0"';
  const CLASSES = `"client-classes": [
    { "name": "one", "test": "option[60].exists", "boot-file-name": "one.0", "next-server": "0.0.0.0" },
    { "name": "two", "test": "option[60].exists", "boot-file-name": "two.0", "next-server": "192.0.2.2" } ]`;

  test('classes say it before subnets and the whole server, each field by itself; the first class counts', () => {
    expect(boots(ALL, '')).toEqual(['192.0.2.1', 'all', 'all.0']);
    expect(boots(`${ALL}, ${CLASSES}`, ', "boot-file-name": "subnet.0", "server-hostname": "subnet"')).toEqual([
      '192.0.2.2',
      'subnet',
      'one.0',
    ]);
    expect(boots(`${ALL}, ${CLASSES}`, '', { vendorClass: null, request: null })).toEqual([
      '192.0.2.1',
      'all',
      'all.0',
    ]);
  });

  test('reservations say it before all others', () => {
    const own = `, "reservations": [ { "hw-address": "02:00:00:00:00:01", "boot-file-name": "own.0", "server-hostname": "" } ]`;
    expect(boots(`${ALL}, ${CLASSES}`, own, { ...DEVICE, mac: '020000000001' })).toEqual(['192.0.2.2', 'all', 'own.0']);
  });

  test('an address of zeros in a subnet takes that of the whole server away', () => {
    expect(boots(ALL, ', "next-server": "0.0.0.0", "boot-file-name": ""')).toEqual(['0.0.0.0', 'all', 'all.0']);
  });

  test('what hangs on a class that nobody can tell of is not known', () => {
    const unsure = `"client-classes": [ { "name": "loud", "test": "option[77].exists", "boot-file-name": "loud.0" } ]`;
    const [server, name, file] = boots(`${ALL}, ${unsure}`, '', { ...DEVICE, unknown: [77] });
    expect([server, name, typeof file]).toEqual(['192.0.2.1', 'all', 'symbol']);
  });
});

describe('what the server adds by itself', () => {
  test('times of the lease, as the client asks and the classes say', () => {
    const text = kea(`"valid-lifetime": 4000, "max-valid-lifetime": 6000, "calculate-tee-times": true,
      "client-classes": [ { "name": "igel", "test": "option[60].text == 'igel-dhcp-1'", "valid-lifetime": 600 } ]`);
    const device = keaReplyTo(text, DEVICE);
    expect([51, 58, 59].map((code) => hexIn(device, code))).toEqual(['00000258', '0000012c', '0000020d']);
    const phone = keaReplyTo(text, { ...PHONE, options: { 51: '00002710' } });
    expect(hexIn(phone, 51)).toBe('00001770');
  });

  test('the name that the client says, cleaned, with the suffix of the network', () => {
    const text = kea('"ddns-qualifying-suffix": "example.org"');
    expect(textIn(keaReplyTo(text, { ...DEVICE, options: { 12: hex('My_PC') } }), 12)).toBe('mypc.example.org');
  });

  test('its identifier, unless that is not wanted', () => {
    const asked: ToldClient = { ...DEVICE, clientId: '01020000000001' };
    expect(hexIn(keaReplyTo(kea('"echo-client-id": true'), asked), 61)).toBe('01020000000001');
    expect(hexIn(keaReplyTo(kea('"echo-client-id": false'), asked), 61)).toBeUndefined();
  });
});

describe('what is not known of a client', () => {
  test('leaves what hangs on it unknown, and the rest known', () => {
    const text = kea(`"option-data": [ ${server('all')} ], "client-classes": [
      { "name": "loud", "test": "option[77].exists", "option-data": [ { "name": "domain-name", "data": "loud" } ] } ]`);
    const reply = keaReplyTo(text, { ...DEVICE, unknown: [77] });
    expect(reply.unknown).toContain(15);
    expect(textIn(reply, 224)).toBe('all');
  });
});

describe('a number that hangs on what is not known', () => {
  test('may make its test fail, whatever the other side says', () => {
    const text = kea(`"client-classes": [ { "name": "odd",
      "test": "uint16totext(option[77].hex) == '7' or option[60].exists", "option-data": [ ${server('odd')} ] } ]`);
    expect(keaReplyTo(text, { ...DEVICE, unknown: [77] }).unknown).toContain(224);
    expect(textIn(keaReplyTo(text, { ...DEVICE, userClass: 'ab' }), 224)).toBe('odd');
    expect(textIn(keaReplyTo(text, { ...DEVICE, userClass: 'abc' }), 224)).toBeUndefined();
  });
});

describe('a file that is being typed', () => {
  test('is asked as far as it means something', () => {
    const text = `{ "Dhcp4": {
      "option-def": [ { "name": "tag", "space": "igel", "type": "string" },
        { "name": "vendor-encapsulated-options", "code": 43, "type": "empty", "encapsulate": "igel" } ],
      "option-data": [ { "name": "vendor-encapsulated-options" }, { "name": "tag", "space": "igel", "data": "x" } ],
      "renew-timer": 0.5, "valid-lifetime": 1e999, "rebind-timer": 1800,
      "subnet4": [ { "subnet": "10.99.0.0/24", ${POOLS} } ] } }`;
    const reply = keaReplyTo(text, DEVICE);
    expect([43, 51, 58, 59].map((code) => hexIn(reply, code))).toEqual(['', '00001c20', undefined, '00000708']);
  });
});
