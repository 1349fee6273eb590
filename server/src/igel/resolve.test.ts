import { describe, expect, test } from 'vitest';
import { serverOf } from '../../../test/wire/serving.ts';
import { textOf } from '../model/span.ts';
import { clientOf, device } from './devices.ts';
import { type NameRecord, type Resolution, resolve } from './resolve.ts';

const DEFINITIONS = `
  option igelrmserver code 224 = text;
  option space igel;
  option igel.exclusive code 1 = unsigned integer 8;
  option igel.igelrmserver code 224 = text;`;
const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.250; }';

function told(version: string, statements: string, dns?: NameRecord): Resolution {
  const server = serverOf(`${DEFINITIONS}\n${statements}\n${SUBNET}`);
  const [place] = server.places;
  if (!place) throw new RangeError('no place');
  const one = device(version);
  return resolve(one, server.reply(clientOf(one), place), dns);
}

/** Outcome, server and way, as one line. */
const end = ({ outcome, server, way }: Resolution): string => [outcome, server, way].filter(Boolean).join(' ');

const GLOBAL = 'option igelrmserver "10.99.0.10";';
const inClass = (statements: string): string =>
  `class "igel" { match if option vendor-class-identifier = "igel-dhcp-1"; vendor-option-space igel; ${statements} }`;
const INNER = 'option igel.igelrmserver "10.99.0.11";';
const EXCLUSIVE = 'option igel.exclusive 1;';

describe('option 224 alone', () => {
  test('serves every release', () => {
    for (const version of ['11.03.500', '11.04.100', '12.7.5', '12.8.0']) {
      expect(end(told(version, GLOBAL))).toBe('server 10.99.0.10 option 224');
    }
  });

  test('that is missing leaves them all without', () => {
    expect(end(told('11.03.500', ''))).toBe('none');
    expect(told('11.04.100', '').reasons.map(({ text }) => text)).toEqual([
      'The reply has no option 43, so option 224 counts.',
      'The reply has no option 224.',
    ]);
  });

  test.each([
    ['option igelrmserver "ums.example.com";', 'server ums.example.com option 224'],
    ['option igelrmserver "http://ums.example.com";', 'doubtful http://ums.example.com option 224'],
    ['option igelrmserver "10.99.0.10,10.99.0.11";', 'doubtful 10.99.0.10,10.99.0.11 option 224'],
    ['option igelrmserver "";', 'none'],
    ['option igelrmserver code 224 = ip-address; option igelrmserver 10.99.0.10;', 'none'],
    ['option igelrmserver = gethostbyname ("ums");', 'unknown'],
  ])('%s', (statement, outcome) => {
    expect(end(told('11.03.500', statement))).toBe(outcome);
  });
});

describe('option 43', () => {
  test('beats option 224 for those that read it', () => {
    const config = `${GLOBAL} ${inClass(INNER)}`;
    expect(end(told('11.03.500', config))).toBe('server 10.99.0.10 option 224');
    expect(end(told('11.04.100', config))).toBe('server 10.99.0.11 option 43, sub-option 224');
    expect(told('11.04.100', config).reasons.map(({ at }) => at && textOf(at))).toEqual([
      'option igel.igelrmserver "10.99.0.11"',
      'option igel.igelrmserver "10.99.0.11"',
    ]);
  });

  test('is doubtful for early releases of OS 12 unless option 224 says the same', () => {
    expect(end(told('12.7.5', inClass(INNER)))).toBe('doubtful 10.99.0.11 option 43, sub-option 224');
    expect(end(told('12.7.5', `option igelrmserver "10.99.0.11"; ${inClass(INNER)}`))).toBe(
      'server 10.99.0.11 option 43, sub-option 224',
    );
    expect(end(told('12.7.6', inClass(INNER)))).toBe('server 10.99.0.11 option 43, sub-option 224');
  });

  test('that says exclusive and names no server leaves the device without, option 224 or not', () => {
    const { outcome, exclusive } = told('12.8.0', `${GLOBAL} ${inClass(EXCLUSIVE)}`);
    expect({ outcome, exclusive }).toEqual({ outcome: 'none', exclusive: true });
  });

  test('with exclusive 0 nobody can tell', () => {
    expect(end(told('12.8.0', `${GLOBAL} ${inClass('option igel.exclusive 0;')}`))).toBe(
      'doubtful 10.99.0.10 option 224',
    );
  });

  test('of another vendor is passed over', () => {
    const raw = 'option vendor-encapsulated-options 06:01:08:ff;';
    expect(end(told('11.04.100', `${GLOBAL} ${raw}`))).toBe('server 10.99.0.10 option 224');
  });

  test('that breaks off is doubtful', () => {
    const raw = 'option vendor-encapsulated-options e0:0a:31:30:2e;';
    expect(end(told('11.04.100', `${GLOBAL} ${raw}`))).toBe('doubtful 10.99.0.10 option 224');
  });
});

test('of releases between 11.03.500 and 11.04.100 nothing is claimed', () => {
  const { outcome, reasons } = told('11.03.614', GLOBAL);
  expect(outcome).toBe('doubtful');
  expect(reasons[0]?.text).toContain('not documented');
});

describe('DNS', () => {
  const dns: NameRecord = { addresses: ['10.99.0.12'], at: undefined };

  test('serves where DHCP says nothing', () => {
    expect(end(told('11.03.500', '', dns))).toBe('server 10.99.0.12 DNS');
  });

  test('that says the same makes no difference', () => {
    expect(end(told('12.8.0', GLOBAL, { ...dns, addresses: ['10.99.0.10'] }))).toBe('server 10.99.0.10 option 224');
  });

  test('that says something else comes first up to OS 11, and makes it doubtful everywhere', () => {
    expect(end(told('11.03.500', GLOBAL, dns))).toBe('doubtful 10.99.0.12 DNS');
    expect(end(told('12.7.6', GLOBAL, dns))).toBe('doubtful 10.99.0.10 option 224');
    expect(end(told('12.8.0', GLOBAL, dns))).toBe('doubtful 10.99.0.10 option 224');
  });
});

test('a server that stays silent tells no device anything, and the statement that silences it is named', () => {
  const { outcome, reasons } = told('11.04.100', `${GLOBAL} deny unknown-clients;`);
  expect(outcome).toBe('none');
  expect(reasons[0]?.at && textOf(reasons[0].at)).toBe('deny unknown-clients');
});
