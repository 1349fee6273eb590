import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment, scratch } from './scratch.mjs';
import { newerNode, vscodeServer } from './tools.mjs';

/** Lets VS Code's own installer unpack a .vsix; answers with the folder that the extension is in. */
export function unpack(vsix) {
  const folder = join(scratch, 'extensions');
  const words = [
    '--install-extension',
    vsix,
    '--extensions-dir',
    folder,
    '--server-data-dir',
    join(scratch, 'installer'),
  ];
  execFileSync(newerNode, [vscodeServer, ...words], { env: environment, stdio: 'pipe' });
  const [name] = readdirSync(folder).filter((entry) => entry !== 'extensions.json');
  if (name === undefined) throw new Error(`VS Code did not install ${vsix}`);
  return join(folder, name);
}
