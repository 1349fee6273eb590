import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../servers/describe-with.ts';
import { environment, program } from '../../servers/server-environment.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SESSION = fileURLToPath(new URL('session.lua', import.meta.url));

describeWith([program('nvim', '--version')], 'in Neovim', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'igel-rollout-neovim-'));
    execFileSync(process.execPath, ['build.mjs', folder], { cwd: ROOT });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('a file is opened, what is wrong is told, and the fix that is offered mends it', async () => {
    const file = join(folder, 'dhcpd.conf');
    writeFileSync(file, 'authoritative;\noption domain-name "example.org"\ndefault-lease-time 600;\n');
    const neovim = spawn('nvim', ['--headless', '--clean', '-n', '-S', SESSION], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...environment,
        HOME: folder,
        IGEL_ROLLOUT_FILE: file,
        IGEL_ROLLOUT_SERVER: JSON.stringify([process.execPath, join(folder, 'cli.js'), 'server', '--stdio']),
      },
    });
    expect(JSON.parse(await text(neovim.stdout))).toEqual({
      found: [{ line: 2, column: 32, code: 'syntax', source: 'igel-rollout', severity: 1 }],
      actions: expect.arrayContaining(['Add the missing ";"', 'Ignore syntax here', 'Explain syntax']),
    });
    expect(readFileSync(file, 'utf8')).toBe(
      'authoritative;\noption domain-name "example.org";\ndefault-lease-time 600;\n',
    );
  });
});
