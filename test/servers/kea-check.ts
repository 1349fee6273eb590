import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { environment, type Need, program } from './server-environment.ts';

/** What `checkWithKea` needs of the machine. */
export const keaCheck: readonly Need[] = [program('kea-dhcp4', '-v')];

export interface KeaVerdict {
  readonly check: 'accept' | 'reject';
  /** The first fault that Kea came upon: it stops there. */
  readonly message: string;
}

/** What `kea-dhcp4 -t` or `kea-dhcp6 -t` says of a file; includes are looked for beside it. */
export async function checkWithKea(file: string, family: 4 | 6 = 4): Promise<KeaVerdict> {
  const locks = mkdtempSync(join(tmpdir(), 'igel-rollout-kea-'));
  try {
    const child = spawn(`kea-dhcp${family}`, ['-t', basename(file)], {
      cwd: dirname(file),
      env: { ...environment, KEA_LOCKFILE_DIR: locks, KEA_PIDFILE_DIR: locks },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [[code], out, error] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
    return code === 0 ? { check: 'accept', message: '' } : { check: 'reject', message: faultIn(`${out}\n${error}`) };
  } finally {
    rmSync(locks, { recursive: true });
  }
}

const faultIn = (said: string): string =>
  said
    .split('\n')
    .filter((line) => /error|failed|illegal|syntax/i.test(line))
    .at(-1)
    ?.trim() ?? said.trim();
