import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { wireNeeds, withWire } from './dhcp-server.ts';
import { keaEnvironment } from './kea.ts';
import { type Need, program } from './server-environment.ts';
import type { Verdict } from './verdict.ts';

/** What `checkWithKea` needs of the machine. */
export const keaCheck: readonly Need[] = [program('kea-dhcp4', '-v'), program('kea-dhcp6', '-v'), ...wireNeeds];

/** What `kea-dhcp4 -t` says of a file on a machine with the network interface `vsrv`; includes are looked for beside it. */
export function checkWithKea(file: string, family: 4 | 6 = 4): Promise<Verdict> {
  return withWire(async (wire) => {
    const [command, args] = wire.inServerNamespace(`kea-dhcp${family}`, ['-t', basename(file)]);
    const child = spawn(command, args, { cwd: dirname(file), env: keaEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
    const [[code, signal], log, said] = await Promise.all([
      once(child, 'exit'),
      text(child.stdout),
      text(child.stderr),
    ]);
    const message = signal ?? messageIn(`${log}${said}`);
    return { check: code === 0 ? 'accept' : 'reject', message };
  });
}

/** Date, severity, and the logger with process and thread. */
const LOG_LINE = /^[-\d]+ [:.\d]+ (\S+) +\[[^\]]*\] \S+ (.*)$/;

/** Warnings and errors of a log, and what was written beside it, each said once. */
function messageIn(output: string): string {
  const lines = output.split('\n').flatMap((line) => {
    const [, severity, message] = LOG_LINE.exec(line) ?? [];
    if (severity === undefined || message === undefined) return line === '' ? [] : [withoutLeadIn(line)];
    return severity === 'WARN' || severity === 'ERROR' ? [withoutLeadIn(message)] : [];
  });
  return [...new Set(lines)].join('\n');
}

function withoutLeadIn(line: string): string {
  return line.replace(
    /^(Syntax check failed with: |Error encountered: |configuration syntax warning: |failed to create or run parser for configuration element \S+: )/,
    '',
  );
}
