// Starts a real VS Code with the extension in it, and answers with the address to open and with what stops it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { atExit, environment, scratch } from './scratch.mjs';
import { chromium, load, newerNode, vscodeServer, webBuilds } from './tools.mjs';

export const HOSTS = ['web', 'web-oldest', 'node'];

/**
 * @param {'web' | 'web-oldest' | 'node'} host where extensions run: in web workers, or in Node
 * @param {{ extension: string, folder: string, suite?: string, file?: string }} what the unpacked extension, the folder that is
 *   opened, a suite that VS Code runs by itself (below the extension), and a file that is shown
 */
export const start = (host, what) => (host === 'node' ? startNode(what) : startWeb(host, what));

export async function startBrowser() {
  return load('playwright-core').chromium.launch({
    executablePath: chromium,
    env: environment,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The folder is vscode-test-web://mount/ there, and what is written to it stays in memory. */
async function startWeb(host, { extension, suite, folder, file }) {
  // test-web downloads nothing if the folder of a build has a file `version` that names the build.
  const commit = '0'.repeat(40);
  const build = join(scratch, `vscode-web-stable-${commit}`);
  mkdirSync(build);
  for (const name of readdirSync(webBuilds[host])) symlinkSync(join(webBuilds[host], name), join(build, name));
  writeFileSync(join(build, 'version'), commit);
  const port = await freePort();
  const server = await load('@vscode/test-web').open({
    browserType: 'none',
    host: 'localhost',
    port,
    testRunnerDataDir: scratch,
    quality: 'stable',
    commit,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    folderPath: folder,
  });
  await listening(port);
  const payload = [['skipWelcome', 'true'], ...(file ? [['openFile', `vscode-test-web://mount/${file}`]] : [])];
  return { url: address(`http://localhost:${port}/`, { payload }), stop: async () => server.dispose() };
}

/** The desktop's entry of the extension: paths are those of the disk. */
async function startNode({ extension, suite, folder, file }) {
  mkdirSync(join(scratch, 'data/User'), { recursive: true });
  writeFileSync(
    join(scratch, 'data/User/settings.json'),
    JSON.stringify({
      'workbench.startupEditor': 'none',
      'workbench.secondarySideBar.defaultVisibility': 'hidden',
      'chat.disableAIFeatures': true,
      'git.enabled': false,
      'extensions.autoCheckUpdates': false,
      'extensions.autoUpdate': false,
      'files.autoSave': 'off',
    }),
  );
  const server = spawn(
    newerNode,
    [
      vscodeServer,
      '--host',
      '127.0.0.1',
      '--port',
      '0',
      '--without-connection-token',
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      '--disable-workspace-trust',
      '--server-data-dir',
      scratch,
      // Without it a built VS Code does not listen to what the address says of extensions.
      '--enable-smoke-test-driver',
    ],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment },
  );
  const kill = (signal) => {
    try {
      process.kill(-server.pid, signal);
    } catch {
      // All of the group have ended.
    }
  };
  atExit(() => kill('SIGKILL'));
  const port = await announcedPort(server);
  const remote = (...parts) => `vscode-remote://127.0.0.1:${port}${pathToFileURL(join(...parts)).pathname}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['extensionDevelopmentPath', remote(extension)],
    ...(suite ? [['extensionTestsPath', remote(suite)]] : []),
    ...(file ? [['openFile', remote(folder, file)]] : []),
  ];
  const stop = async () => {
    const ended = once(server, 'exit');
    kill('SIGTERM');
    await ended;
  };
  return { url: address(`http://127.0.0.1:${port}/`, { folder, payload }), stop };
}

const address = (base, { folder, payload }) =>
  `${base}?${new URLSearchParams({ ...(folder && { folder }), payload: JSON.stringify(payload) })}`;

async function freePort() {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** test-web says that it is open before it listens. */
function listening(port) {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost', () => resolve(socket.end()));
    socket.on('error', () => setImmediate(() => resolve(listening(port))));
  });
}

function announcedPort(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    const read = (chunk) => {
      said += chunk;
      const [, port] = /Extension host agent listening on (\d+)/.exec(said) ?? [];
      if (port) resolve(port);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`the VS Code server ended with ${code}:\n${said}`)));
  });
}
