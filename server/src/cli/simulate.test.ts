import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startAnalysis } from '../../../test/truth/analysis-of-disk.ts';
import { run } from './run.ts';

const DEFINITIONS = `option igelrmserver code 224 = text;
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
`;

/** A migration: old devices keep their server in one subnet, new ones have theirs everywhere. */
const MIGRATION = `${DEFINITIONS}class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.exclusive 1;
  option igel.igelrmserver "10.99.0.11";
}
subnet 10.99.0.0 netmask 255.255.255.0 {
  range 10.99.0.20 10.99.0.250;
  option igelrmserver "10.99.0.10";
}
shared-network lab {
  subnet 10.99.1.0 netmask 255.255.255.0 {
    range 10.99.1.20 10.99.1.250;
  }
}
`;

async function simulated(line: string, files: Readonly<Record<string, string>> = { 'dhcpd.conf': MIGRATION }) {
  const cwd = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(['simulate', ...line.split(' ')], {
    cwd,
    terminal: false,
    out: (text) => out.push(text.toString()),
    err: (text) => err.push(text),
    stdin: () => Buffer.from(''),
    startAnalysis,
    startServer: () => Promise.reject(new Error('these tests start no server')),
  });
  return { status, out: out.join(''), err: err.join('') };
}

describe('the rollout table', () => {
  test('has a row for each place and a column for each age that comes to something else', async () => {
    const { out, status } = await simulated('dhcpd.conf');
    expect(out).toBe(`Who registers where     dhcpd.conf
                  11.03.500 or lower  11.04.100 and later 11  12 up to 12.7.5       12.8.0 or higher
10.99.0.0/24      10.99.0.10          10.99.0.11              10.99.0.11  !         10.99.0.11
                  224                 43 › 224 (exclusive)    43 › 224 (exclusive)  43 › 224 (exclusive)
10.99.1.0/24 lab  none  ✗             10.99.0.11              10.99.0.11  !         10.99.0.11
                  no 224              43 › 224 (exclusive)    43 › 224 (exclusive)  43 › 224 (exclusive)

! everywhere, 12 up to 12.7.5: IGEL OS 12.7.5 may misread option 43 while it registers (mended in 12.7.6 and 12.8.0), and option 224 does not name the same server.
✗ 10.99.1.0/24 lab, 11.03.500 or lower: Option 224 is set in subnet 10.99.0.0 only (dhcpd.conf:13). Set it in the global scope if it is meant for all.
`);
    expect(status).toBe(1);
  });

  test('is short where all devices come to one server', async () => {
    const config = `${DEFINITIONS}option igelrmserver "10.99.0.10";\nsubnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }\n`;
    const { out, status } = await simulated('dhcpd.conf', { 'dhcpd.conf': config });
    expect(out).toBe(`Who registers where     dhcpd.conf
              every release
10.99.0.0/24  10.99.0.10
              224
`);
    expect(status).toBe(0);
  });

  test('tells pools of a subnet apart where they differ', async () => {
    const config = `${DEFINITIONS}subnet 10.99.0.0 netmask 255.255.255.0 {
  pool { range 10.99.0.20 10.99.0.29; option igelrmserver "10.99.0.10"; }
  pool { range 10.99.0.30 10.99.0.39; option igelrmserver "10.99.0.11"; }
}
`;
    const { out } = await simulated('--os 12.8.0 dhcpd.conf', { 'dhcpd.conf': config });
    expect(out).toContain('10.99.0.0/24 10.99.0.20-10.99.0.29  10.99.0.10\n');
    expect(out).toContain('10.99.0.0/24 10.99.0.30-10.99.0.39  10.99.0.11\n');
  });
});

test('a space that another file declares anew takes what was set in the first one with it', async () => {
  const files = {
    'dhcpd.conf': `${DEFINITIONS}class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "10.99.0.11";
}
include "phones.conf";
subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }
`,
    'phones.conf': 'option space igel;\noption igel.igelrmserver code 224 = text;\n',
  };
  const { out, status } = await simulated('dhcpd.conf', files);
  expect(out).not.toContain('10.99.0.11');
  expect(status).toBe(1);
});

describe('a file that dhcpd refuses', () => {
  const config = `${DEFINITIONS}option igelrmserver "10.99.0.10"\nsubnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }\n`;
  const refusal =
    'dhcpd does not start with this file, so nobody gets an answer (dhcpd.conf:5). The semicolon at the end of this statement is missing. What follows holds once that is mended.';

  test('leaves all devices without a server', async () => {
    const { out, status } = await simulated('dhcpd.conf', { 'dhcpd.conf': config });
    expect(out).toContain(`✗ ${refusal}\n`);
    expect(status).toBe(1);
  });

  test('says so in JSON too', async () => {
    const { out, status } = await simulated('--format json --os 12.8.0 dhcpd.conf', { 'dhcpd.conf': config });
    expect(JSON.parse(out)).toMatchObject([{ reasons: expect.arrayContaining([refusal]) }]);
    expect(status).toBe(1);
  });
});

test('a Kea file is asked like any other', async () => {
  const { out, status } = await simulated('--format json --os 11.04.100 kea-dhcp4.conf', {
    'kea-dhcp4.conf': `{ "Dhcp4": {
  "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
  "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ],
  "subnet4": [ { "id": 1, "subnet": "10.99.0.0/24", "pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ] } ]
} }`,
  });
  expect(JSON.parse(out)).toMatchObject([
    { subnet: '10.99.0.0/24', pool: '10.99.0.20-10.99.0.250', server: '10.99.0.10', via: 'option 224', unknown: [] },
  ]);
  expect(status).toBe(0);
});

describe('JSON', () => {
  test('has an object for each place and device', async () => {
    const { out } = await simulated('--format json --os 11.04.100 --subnet 10.99.0.0/24 dhcpd.conf');
    expect(JSON.parse(out)).toEqual([
      {
        file: 'dhcpd.conf',
        sharedNetwork: null,
        subnet: '10.99.0.0/24',
        pool: '10.99.0.20-10.99.0.250',
        client: { vendorClass: 'igel-dhcp-1', request: [1, 3, 6, 12, 15, 43, 224, 226], os: '11.04.100' },
        options: { '43': '010101e00a31302e39392e302e3131', '224': '31302e39392e302e3130' },
        server: '10.99.0.11',
        via: 'option 43, sub-option 224',
        reasons: [
          'Option 43 holds sub-option 224, which beats option 224 (dhcpd.conf:9).',
          'Sub-option 224 of option 43 is "10.99.0.11" (dhcpd.conf:9).',
        ],
        unknown: [],
      },
    ]);
  });

  test('repeats the clients of a file, and tells who is not answered and what nobody can know', async () => {
    const clients = [
      { vendorClass: null, request: null },
      { vendorClass: 'x', request: [224], mac: '02:1e:10:00:00:01' },
    ];
    const config = `${DEFINITIONS}option igelrmserver = gethostbyname ("ums");
host tc1 { hardware ethernet 02:1e:10:00:00:01; }
subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; deny unknown-clients; }
`;
    const { out, status } = await simulated('--format json --clients clients.json dhcpd.conf', {
      'dhcpd.conf': config,
      'clients.json': JSON.stringify(clients),
    });
    expect(JSON.parse(out)).toMatchObject([
      { client: clients[0], options: null, server: null, via: null, reasons: null, unknown: [] },
      { client: clients[1], options: {}, unknown: ['224'] },
    ]);
    expect(status).toBe(0);
  });

  test('an included file is part of the one that includes it', async () => {
    const { out } = await simulated('--format json --os 11.03.500 .', {
      'dhcpd.conf': `${DEFINITIONS}include "subnets.dhcpd";\n`,
      'subnets.dhcpd':
        'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; option igelrmserver "10.99.0.10"; }\n',
    });
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'dhcpd.conf',
        subnet: '10.99.0.0/24',
        server: '10.99.0.10',
        reasons: ['Option 224 is "10.99.0.10" (subnets.dhcpd:1).'],
      },
    ]);
  });
});

test('a client that no version describes is told what it gets', async () => {
  const { out, status } = await simulated('--vendor-class PXEClient --request 43,224 --subnet 10.99.0.7 dhcpd.conf');
  expect(out).toBe(`dhcpd.conf  10.99.0.0/24  10.99.0.20-10.99.0.250  {"vendorClass":"PXEClient","request":[43,224]}
  224  31302e39392e302e3130  "10.99.0.10"
`);
  expect(status).toBe(0);
});

test('where Kea tells a client to boot from stands beside the options', async () => {
  const kea = `{ "Dhcp4": { "next-server": "192.0.2.9", "client-classes": [
    { "name": "uefi", "test": "option[93].hex == 0x0007", "boot-file-name": "uefi.efi" } ],
    "subnet4": [ { "id": 1, "subnet": "10.99.0.0/24", "pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ] } ] } }`;
  const files = {
    'kea-dhcp4.conf': kea,
    'clients.json': '[{"vendorClass": "PXEClient", "request": [43], "options": {"93": "0007"}}]',
  };
  const { out } = await simulated('--clients clients.json kea-dhcp4.conf', files);
  expect(out.split('\n').slice(1)).toEqual([
    '  neither 43 nor 224 nor 226',
    '  boot server  192.0.2.9',
    '  boot file  "uefi.efi"',
    '',
  ]);
});

describe('what cannot be carried out', () => {
  test.each([
    ['--subnet 10.98.0.0/24 dhcpd.conf', 'no subnet is 10.98.0.0/24 or holds it'],
    ['--mac 02:1e dhcpd.conf', '--mac takes an Ethernet address such as 02:1e:10:00:00:01, not "02:1e"'],
    ['--request 43,x dhcpd.conf', '--request takes the codes of options such as 43,224, not "43,x"'],
    ['--request 43 --no-request dhcpd.conf', '--request and --no-request exclude each other'],
    ['--clients gone.json dhcpd.conf', 'gone.json: no such file or folder'],
    ['--clients dhcpd.conf dhcpd.conf', 'dhcpd.conf: not JSON'],
  ])('simulate %s', async (line, complaint) => {
    const { status, err } = await simulated(line);
    expect(err).toBe(`igel-rollout: ${complaint}\n`);
    expect(status).toBe(2);
  });

  test('a client that is described wrongly is named', async () => {
    const { status, err } = await simulated('--clients clients.json dhcpd.conf', {
      'dhcpd.conf': MIGRATION,
      'clients.json': '[{"vendorClass": "x"}, {"mac": "zz"}]',
    });
    expect(err).toContain('clients.json: 1.mac: ');
    expect(status).toBe(2);
  });
});
