import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { environment, type Need, program } from './server-environment.ts';
import type { Verdict } from './verdict.ts';

/** What `checkWithDhcpd` needs of the machine. */
export const dhcpdCheck: readonly Need[] = [program('dhcpd', '--version')];

/** What `dhcpd -t` says of a file; includes are looked for beside it. */
export async function checkWithDhcpd(file: string, family: 4 | 6): Promise<Verdict> {
  const child = spawn('dhcpd', [`-${family}`, '-t', '-cf', basename(file)], {
    cwd: dirname(file),
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[code, signal], said] = await Promise.all([once(child, 'exit'), buffer(child.stderr)]);
  const message = withoutFrame(said.toString('utf8'));
  // A config can crash dhcpd: that is no acceptance either.
  return signal === null
    ? { check: code === 0 ? 'accept' : 'reject', message }
    : { check: 'reject', message: `${signal}` };
}

const BANNER_END = 'For info, please visit';
const FAREWELL = 'If you think you have received this message due to a bug';
const PATHS = /^(Config|Database|PID) file: /;
/** dhcpd names the key from memory that it has given back. */
const GARBLED_KEY = /^OMAPI key .*: not found$/s;

function withoutFrame(said: string): string {
  const lines = said.split('\n');
  const start = lines.findIndex((line) => line.startsWith(BANNER_END)) + 1;
  const end = lines.findIndex((line) => line.startsWith(FAREWELL));
  return lines
    .slice(start, end === -1 ? lines.length : end)
    .filter((line) => line !== '' && !PATHS.test(line))
    .join('\n')
    .trim()
    .replace(GARBLED_KEY, 'OMAPI key …: not found');
}
