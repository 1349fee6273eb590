import fc from 'fast-check';

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

/** Few names of each kind, so that they meet: they are used, missed, declared twice, above and below their use. */
const hostName = pick('tc1', 'tc2', 'tc3', 'printer');
const className = pick('igel', 'phones', 'lab');
const space = pick('igel', 'vendor', 'IGEL');
const optionName = pick('igelrmserver', 'site-note', 'umsstructuretag', 'exclusive', 'routers');
const network = pick(0, 1, 2);
const byte = pick(0, 1, 9, 10, 20, 99, 200);
const address = fc.tuple(network, byte).map(([third, last]) => `192.0.${third}.${last}`);
const hardware = pick(1, 2, 3, 4).map((last) => `02:00:00:00:00:0${last}`);
const type = pick('text', 'string', 'ip-address', 'unsigned integer 8', 'array of ip-address', '{ ip-address, text }');
const value = fc.oneof(
  pick('"192.0.2.10"', '""', '1', 'e0:04:31:2e:31:2e', 'ums.example.org', '"a \\" quote"', '192.0.2.53'),
  address,
);
const filled = (
  template: string,
  parts: Readonly<Record<string, fc.Arbitrary<string | number>>>,
): fc.Arbitrary<string> =>
  fc
    .record(parts)
    .map((given) =>
      template.replace(/[A-Z]+/g, (name) => `${(given as Readonly<Record<string, string | number>>)[name] ?? name}`),
    );

const statement = fc.oneof(
  filled('option O V;', { O: optionName, V: value }),
  filled('option S.O V;', { S: space, O: optionName, V: value }),
  filled('option vendor-encapsulated-options V;', { V: value }),
  filled('vendor-option-space S;', { S: space }),
  filled('default-lease-time N;', { N: pick('600', '0600', '"600"', 'soon') }),
  filled('range A A2;'.replace('A2', 'B'), { A: address, B: address }),
  filled('deny members of "C";', { C: className }),
  filled('if option vendor-class-identifier = "igel-dhcp-1" { option O V; }', { O: optionName, V: value }),
  pick('# a note', '', 'ping-check on;', 'filename "boot;{";', 'failover peer "pair";', 'deny unknown-clients;'),
);

const declaration = fc.oneof(
  filled('option O code N = T;', { O: optionName, N: pick(224, 225, 226, 1), T: type }),
  filled('option S.O code N = T;', { S: space, O: optionName, N: pick(224, 226, 1, 24), T: type }),
  filled('option space S;', { S: space }),
  filled('include "F";', { F: pick('hosts.conf', 'pools.conf', '/etc/dhcp/definitions.conf', 'nowhere.conf') }),
  filled('subclass "C" "igel-dhcp-1";', { C: className }),
);

const host = fc
  .record({
    name: hostName,
    hardware,
    address,
    more: fc.array(
      fc.oneof(
        statement,
        filled('group G;', { G: pick('g1', 'g2') }),
        filled('host-identifier option O V;', { O: optionName, V: value }),
      ),
      { maxLength: 2 },
    ),
    fixed: fc.boolean(),
  })
  .map(
    ({ name, hardware: mac, address: ip, more, fixed }) =>
      `host ${name} {\n  hardware ethernet ${mac};\n${fixed ? `  fixed-address ${ip};\n` : ''}${more.map((line) => `  ${line}\n`).join('')}}`,
  );

const head = fc.oneof(
  filled('subnet 192.0.N.0 netmask 255.255.255.0', { N: network }),
  filled('class "C"', { C: className }),
  filled('group G', { G: pick('', 'g1', 'g2') }),
  pick('pool', 'shared-network floor', 'failover peer "pair"', 'if known', 'key k', 'zone example.org.'),
);

/** Texts as people write them, right and wrong, in which what one part says changes what another one means. */
export const dhcpdTexts: fc.Arbitrary<string> = fc.letrec<{ item: string; items: string }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: statement },
    { weight: 3, arbitrary: declaration },
    { weight: 4, arbitrary: host },
    {
      weight: 3,
      arbitrary: fc.tuple(head, tie('items')).map(([first, body]) => `${first} {\n${body.replace(/^(?=.)/gm, '  ')}}`),
    },
  ),
  items: fc.array(tie('item'), { maxLength: 6 }).map((list) => list.map((one) => `${one}\n`).join('')),
})).items;

/** What slips into a text, or is lost from it, while it is typed. */
export const scraps: fc.Arbitrary<string> = fc.oneof(
  pick(
    '{',
    '}',
    '"',
    ';',
    ',',
    ':',
    '\n',
    ' ',
    '#',
    '\\',
    '=',
    '.',
    '(',
    'e',
    '1',
    '}\n}',
    '{ {',
    '"; ',
    '\r\n',
    '😀',
    '\0',
  ),
  statement,
  declaration,
  host,
);
