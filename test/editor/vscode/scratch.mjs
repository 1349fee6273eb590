// A folder for one run, which is gone when it ends: also the home of all that the run starts, so that nothing is left elsewhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const scratch = mkdtempSync(join(tmpdir(), 'igel-rollout-vscode-'));
export const environment = { ...process.env, HOME: scratch, TMPDIR: scratch, EXTENSIONS_GALLERY: '{}' };

const tasks = [];
/** Does something when this process ends, however it ends. */
export const atExit = (task) => tasks.push(task);

process.on('exit', () => {
  for (const task of tasks) task();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
