// Runs the suite against the built .vsix in a real VS Code: node test/editor/vscode/run.mjs [web|web-oldest|node]…, or in all of them.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOSTS } from './hosts.mjs';
import { runSuite } from './run-suite.mjs';
import { scratch } from './scratch.mjs';
import { buildSuite } from './suite.mjs';
import { whatIsMissing } from './tools.mjs';
import { unpack } from './unpack.mjs';
import { makeWorkspace } from './workspace.mjs';

const vsix = fileURLToPath(new URL('../../../igel-rollout.vsix', import.meta.url));

const missing = whatIsMissing();
if (missing) {
  console.log(`Skipped, for want of a VS Code to test with: ${missing}.`);
  process.exit(process.env.IGEL_ROLLOUT_REQUIRE_SERVERS ? 1 : 0);
}
const hosts = process.argv.length > 2 ? process.argv.slice(2) : HOSTS;
if (hosts.length > 1) {
  const runs = hosts.map((one) =>
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), one], { stdio: 'inherit' }),
  );
  process.exit(runs.every(({ status }) => status === 0) ? 0 : 1);
}

const [host] = hosts;
const extension = unpack(vsix);
const folder = join(scratch, 'workspace');
makeWorkspace(folder);
const suite = join(extension, '__suite__.js');
await buildSuite(suite);
console.log(`\n${host}`);
process.exit((await runSuite(host, { extension, suite, folder })) ? 0 : 1);
