// `npm start [-- PATH…]`: checks the paths, or the examples. Findings are what was asked for, so only a check that could not be
// carried out ends in a failure; npm would add a screenful about it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('dist/cli.js', import.meta.url));
const asked = process.argv.slice(2);
const [paths, cwd] = asked.length > 0 ? [asked, process.env.INIT_CWD] : [['examples'], import.meta.dirname];
const { status } = spawnSync(process.execPath, [cli, 'check', ...paths], { cwd, stdio: 'inherit' });
process.exitCode = status === 0 || status === 1 ? 0 : 2;
