// The folder that the suite is opened in: configs, truth cases, and what the command line finds in these.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** A dozen truth cases that between them meet every kind of finding. */
const CASES = JSON.parse(readFileSync(here('truth-cases.json'), 'utf8'));

/** Makes the folder, and asks the command line. */
export function makeWorkspace(folder) {
  cpSync(here('workspace'), folder, { recursive: true });
  mkdirSync(join(folder, 'truth'));
  for (const name of CASES) cpSync(here(`../../truth/dhcpd/${name}.conf`), join(folder, `truth/${name}.dhcpd.conf`));
  writeFileSync(join(folder, 'truth/findings.json'), findings(folder));
}

function findings(folder) {
  const words = [here('../../../dist/cli.js'), 'check', '--format', 'json', 'truth'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  if (status === 1 && stderr === '') return stdout;
  throw new Error(`the command line ended with ${status}: ${stderr}`);
}
