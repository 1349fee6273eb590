// Runs the suite against the built .vsix in desktop VS Code, which @vscode/test-electron downloads once (into .vscode-test).
// VSCODE_EXECUTABLE names one that is there already.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { buildSuite } from './suite.mjs';
import { makeWorkspace } from './workspace.mjs';

const vsix = fileURLToPath(new URL('../../../igel-rollout.vsix', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-desktop-'));
try {
  const vscodeExecutablePath = process.env.VSCODE_EXECUTABLE ?? (await downloadAndUnzipVSCode());
  const [cli, ...words] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
  const unpacked = join(folder, 'unpacked');
  const { status } = spawnSync(
    cli,
    [...words, '--install-extension', vsix, '--extensions-dir', unpacked, '--user-data-dir', join(folder, 'installer')],
    // On Windows it is a script.
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`VS Code did not install ${vsix}`);
  const [name] = readdirSync(unpacked).filter((entry) => entry !== 'extensions.json');
  const extension = join(unpacked, name);
  const suite = join(extension, '__suite__.js');
  await buildSuite(suite);
  const workspace = join(folder, 'workspace');
  makeWorkspace(workspace);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      '--extensions-dir',
      join(folder, 'extensions'),
      '--user-data-dir',
      join(folder, 'data'),
    ],
  });
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
