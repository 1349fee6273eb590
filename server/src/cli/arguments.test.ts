import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter(Boolean));

test('check takes paths and says what else it knows of them', () => {
  expect(
    parse(
      'check --format json --family 6 --language dhcpd --origin example.com --kea-version 2.2 --fleet 11.03.500,12.8.0 a.conf etc',
    ),
  ).toEqual({
    name: 'check',
    format: 'json',
    settings: {
      language: 'dhcpd',
      family: 6,
      origin: 'example.com',
      keaVersion: '2.2',
      fleet: ['11.03.500', '12.8.0'],
      rules: {},
    },
    stdinFilename: undefined,
    paths: ['a.conf', 'etc'],
  });
});

test('options may stand behind paths, and - is standard input', () => {
  expect(parse('fix - --stdin-filename etc/dhcpd.conf --diff --unsafe --rule syntax')).toMatchObject({
    name: 'fix',
    paths: ['-'],
    stdinFilename: 'etc/dhcpd.conf',
    diff: true,
    unsafe: true,
    rule: 'syntax',
  });
});

test('text is the format and nothing is known where nothing is said', () => {
  expect(parse('check a.conf')).toMatchObject({ format: 'text', settings: { fleet: [], rules: {} } });
});

test.each(['--help', '-h', 'check --help', 'fix a.conf --help'])('%s asks for help', (line) => {
  expect(parse(line)).toEqual({ name: 'help' });
});

test.each([
  ['', 'say what to do: check, fix, simulate, convert, explain or server (--help tells more)'],
  [
    'chekc a.conf',
    '"chekc" is no command: there are check, fix, simulate, convert, explain and server (--help tells more)',
  ],
  ['check', 'check needs a file, a folder or - for standard input'],
  ['check --format xml a.conf', '--format takes text, json, sarif, github, not "xml"'],
  ['check --family 5 a.conf', '--family takes 4, 6, not "5"'],
  ['check --language bind a.conf', '--language takes dhcpd, kea, not "bind"'],
  ['check --fleet new a.conf', '--fleet takes version numbers such as 11.04.100, not "new"'],
  ['check --kea-version latest a.conf', '--kea-version takes version numbers such as 2.2, not "latest"'],
  ['check --unsafe a.conf', "Unknown option '--unsafe'"],
  ['check a.conf --format', "Option '--format <value>' argument missing"],
  ['fix --diff=yes a.conf', "Option '--diff' does not take an argument"],
  ['check --fleet --family a.conf', "Option '--fleet' argument is ambiguous"],
  ['explain', 'explain takes the id of one rule'],
  ['explain syntax duplicate', 'explain takes the id of one rule'],
])('igel-rollout %s: %s', (line, message) => {
  expect(() => parse(line)).toThrow(message);
  expect(message).not.toContain('\n');
});

test('server speaks over standard input and output, whatever else an editor adds', () => {
  expect(parseCommand(['server', '--stdio', '--clientProcessId=7'])).toEqual({ name: 'server' });
  expect(() => parseCommand(['server'])).toThrow('server takes --stdio');
});
