import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A folder with nothing in it but the bundle, far from the packages it was made of. */
let elsewhere: string;

beforeAll(() => {
  execFileSync(process.execPath, ['build.mjs'], { cwd: ROOT });
  elsewhere = mkdtempSync(join(tmpdir(), 'igel rollout '));
  copyFileSync(join(ROOT, 'dist/cli.js'), join(elsewhere, 'cli.js'));
});

function cli(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli.js', ...words], {
    cwd: elsewhere,
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

test('the bundle alone, copied anywhere, finds a fault and mends it', () => {
  writeFileSync(join(elsewhere, 'dhcpd.conf'), 'option domain-name "example.com"\n');
  const check = cli('check', '--format', 'json', 'dhcpd.conf');
  expect(check).toMatchObject({ status: 1, err: '' });
  expect(JSON.parse(check.out)).toMatchObject([{ rule: 'syntax', start: { line: 1 } }]);
  expect(cli('fix', 'dhcpd.conf')).toMatchObject({ status: 0, err: '' });
  expect(cli('check', 'dhcpd.conf')).toEqual({
    status: 0,
    out: expect.stringMatching(/^1 file, dhcpd.*: nothing found\n$/),
    err: '',
  });
});

test('the bundle explains rules', () => {
  expect(cli('explain', 'syntax')).toMatchObject({ status: 0, err: '' });
});
