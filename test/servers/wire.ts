import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { environment, ownUser } from './server-environment.ts';

const BRIDGE = fileURLToPath(new URL('./frame-bridge.py', import.meta.url));
const SERVER_SIDE = 'vsrv';
const CLIENT_SIDE = 'vcli';

type Piped = ChildProcessByStdio<Writable, Readable, null>;

/**
 * Two network namespaces, one for a server and one for its clients, and an Ethernet cable between them. They have no
 * name and no other way out, and vanish with the process that opened them, however it ends.
 */
export interface Wire {
  /** The interface that a server listens on. */
  readonly serverInterface: string;
  /** The command line that runs a program in the server's namespace, killed when this process ends. */
  inServerNamespace(command: string, args: readonly string[]): readonly [string, readonly string[]];
  /** Gives the server's interface this address and no other, written as address/length. */
  setServerAddress(address: string): Promise<void>;
  send(frame: Buffer): void;
  /** Who is told of each frame that reaches the clients' side; one listener at a time. */
  onFrame: (frame: Buffer) => void;
  /** Resolves when every frame that had reached the clients' side before the call has been told. */
  settled(): Promise<void>;
}

export async function openWire(): Promise<Wire> {
  const server = await openNamespace('unshare', [...ownUser, '--net']);
  const inServer = enter(server);
  const client = await openNamespace('nsenter', [...inServer, 'unshare', '--net']);
  const inClient = enter(client);
  await run('nsenter', [
    ...inServer,
    ...['ip', 'link', 'add', SERVER_SIDE, 'type', 'veth', 'peer', 'name', CLIENT_SIDE, 'netns', `${client.pid}`],
  ]);
  await run('nsenter', [...inServer, 'ip', 'link', 'set', 'lo', 'up']);
  await run('nsenter', [...inServer, 'ip', 'link', 'set', SERVER_SIDE, 'up']);
  await run('nsenter', [...inClient, 'ip', 'link', 'set', CLIENT_SIDE, 'up']);
  const bridge = spawn('nsenter', [...inClient, 'python3', BRIDGE, CLIENT_SIDE], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: bridge.stdout });
  await firstLine(bridge, lines);

  const waiting: (() => void)[] = [];
  const wire: Wire = {
    serverInterface: SERVER_SIDE,
    inServerNamespace: (command, args) => [
      'nsenter',
      [...inServer, 'setpriv', '--pdeathsig', 'KILL', '--', command, ...args],
    ],
    setServerAddress: async (address) => {
      await run('nsenter', [...inServer, 'ip', 'address', 'flush', 'dev', SERVER_SIDE]);
      await run('nsenter', [...inServer, 'ip', 'address', 'add', address, 'dev', SERVER_SIDE]);
    },
    send: (frame) => {
      bridge.stdin.write(`${frame.toString('hex')}\n`);
    },
    onFrame: () => {},
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        bridge.stdin.write('\n');
      }),
  };
  lines.on('line', (line) => {
    if (line === '') waiting.shift()?.();
    else wire.onFrame(Buffer.from(line, 'hex'));
  });
  for (const child of [server, client, bridge]) letProcessEnd(child);
  return wire;
}

/** A process that holds a new namespace open until its standard input closes, which it does when this process ends. */
async function openNamespace(command: string, args: readonly string[]): Promise<Piped> {
  const holder = spawn(command, [...args, 'sh', '-c', 'echo ready; exec cat'], {
    env: environment,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: holder.stdout });
  await firstLine(holder, lines);
  return holder;
}

function enter(namespace: Piped): readonly string[] {
  const user = ownUser.length === 0 ? [] : ['--user', '--preserve-credentials'];
  return ['--target', `${namespace.pid}`, ...user, '--net', '--'];
}

async function firstLine(child: Piped, lines: Interface): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${code} before it was ready`);
  });
  await Promise.race([once(lines, 'line'), ended]);
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}

/** An open wire must not keep its process alive. */
function letProcessEnd(child: Piped): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream.unref();
}
