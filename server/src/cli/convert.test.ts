import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startAnalysis } from '../../../test/truth/analysis-of-disk.ts';
import { run } from './run.ts';

const CONFIG = `option igelrmserver code 224 = text;
option igelrmserver "10.99.0.10";
subnet 10.99.0.0 netmask 255.255.255.0 {
  range 10.99.0.20 10.99.0.250;
}
`;

/** Runs `convert` with the words behind it, in a folder with a dhcpd.conf. */
async function converted(words: string, config = CONFIG) {
  const cwd = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  writeFileSync(join(cwd, 'dhcpd.conf'), config);
  const out: string[] = [];
  const err: string[] = [];
  const status = await run(['convert', ...words.split(' ')], {
    cwd,
    terminal: false,
    out: (text) => out.push(String(text)),
    err: (text) => err.push(text),
    stdin: () => Buffer.alloc(0),
    startAnalysis,
    startServer: () => Promise.reject(new Error('converting needs no server')),
  });
  return { status, out: out.join(''), err: err.join(''), now: (file: string) => readFileSync(join(cwd, file), 'utf8') };
}

test('the converted text goes to standard output', async () => {
  const { status, out, err } = await converted('--to kea dhcpd.conf');
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^\/\/ From dhcpd\.conf: .*\n(?:\/\/ .*\n)+\{\n {2}"Dhcp4": \{\n/);
  expect(out).toContain('{ "name": "igelrmserver", "data": "10.99.0.10" }');
});

test('or into a file', async () => {
  const { status, out, now } = await converted('--to kea --out kea-dhcp4.conf dhcpd.conf');
  expect([status, out]).toEqual([0, '']);
  expect(now('kea-dhcp4.conf')).toContain('"subnet": "10.99.0.0/24"');
});

test('what is not carried over is said, in the text and beside it', async () => {
  const config = `${CONFIG}class "igel" {\n  match if option vendor-class-identifier ~= "^igel";\n  option igelrmserver "10.99.0.11";\n}\n`;
  const { status, out, err } = await converted('--to kea dhcpd.conf', config);
  expect(status).toBe(1);
  expect(err).toContain('igel-rollout: not carried over: dhcpd.conf:6: ');
  expect(out).toContain('// Not carried over:\n//   dhcpd.conf:6: ');
});

test('a file that dhcpd refuses is to be mended first', async () => {
  const { status, out, err } = await converted('--to kea dhcpd.conf', 'option igelrmserver "10.99.0.10"\n');
  expect([status, out]).toEqual([1, '']);
  expect(err).toMatch(/^igel-rollout: dhcpd\.conf:1: .* mend it first\n$/);
});

test('what makes no sense is told in a line', async () => {
  expect(await converted('dhcpd.conf')).toMatchObject({ status: 2, err: 'igel-rollout: convert takes --to kea\n' });
  expect((await converted('--to kea dhcpd.conf dhcpd.conf')).err).toBe('igel-rollout: convert takes one file\n');
  expect((await converted('--to dnsmasq dhcpd.conf')).status).toBe(2);
  expect((await converted('--to kea gone.conf')).status).toBe(2);
  expect((await converted('--to kea --language kea dhcpd.conf', '{ "Dhcp4": { "valid-lifetime": 1 } }')).err).toContain(
    'written for Kea already',
  );
});
