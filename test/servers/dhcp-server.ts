import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type DhcpClient, frameOf, type Message, type Reply, replyOf } from './dhcp-message.ts';
import { type Need, privateNetwork, program } from './server-environment.ts';
import { openWire, type Wire } from './wire.ts';

/** What a server on a wire needs of the machine beside its program. */
export const wireNeeds: readonly Need[] = [
  program('python3', '--version'),
  program('ip', '-Version'),
  program('setpriv', '--version'),
  privateNetwork,
];

/** A program that serves DHCP, and how its log is to be read. */
export interface DhcpProgram {
  readonly name: string;
  /** Files that it is started with, by name, beside each other in a folder that it runs in. */
  files(config: string | Uint8Array): Readonly<Record<string, string | Uint8Array>>;
  readonly environment: NodeJS.ProcessEnv;
  /** Its arguments for these files, on a network interface. */
  arguments(networkInterface: string): readonly string[];
  /** Whether a line of its log says that it serves from now on. */
  isStarted(line: string): boolean;
  /** Whether a line says that it has read the DHCPRELEASE of a client. */
  isReleaseOf(line: string, mac: string): boolean;
  /** Whether a line says that it will answer a message of a client, and may do so later. */
  isPromiseTo(line: string, mac: string): boolean;
}

export interface DhcpServer {
  /** The offer to a client that broadcasts a DHCPDISCOVER; `null` where the server stays silent. */
  ask(client: DhcpClient): Promise<Reply | null>;
  /** The answer (ack or nak) to a client that then requests what it was offered; `null` where one of both is missing. */
  lease(client: DhcpClient): Promise<Reply | null>;
}

/** The server read the config and did not start, or ended meanwhile. `log` is what it said, line by line. */
export class ServerEnd extends Error {
  readonly log: readonly string[];
  /** Whether it had served until then. */
  readonly started: boolean;
  /** Whether it was a fault of the server's own that ended it. */
  readonly crashed: boolean;

  constructor(name: string, log: readonly string[], started: boolean, crashed: boolean) {
    super(`${name} ${started ? 'ended' : 'did not start'}:\n${log.join('\n')}`);
    this.log = log;
    this.started = started;
    this.crashed = crashed;
  }
}

/** The address of the server's interface where nothing else is asked for. */
const SERVER_ADDRESS = '10.99.0.1/24';

/** How long a client tries again before the run is given up: it is never waited for in a sound one. */
const PATIENCE = 10_000;
const RETRANSMISSION = 1_000;

/**
 * Starts a real server on a config and hands it to `use`; resolves to what `use` does, once the server has ended.
 * Servers of several calls run side by side, each with a network of its own; further calls wait for their turn.
 * @param address of the server's interface, with its length (`192.0.2.1/24`): the subnet that the clients are in
 * @throws ServerEnd where the server does not start
 */
export async function withServer<T>(
  served: DhcpProgram,
  config: string | Uint8Array,
  use: (server: DhcpServer) => Promise<T>,
  address = SERVER_ADDRESS,
): Promise<T> {
  return onBench(async (bench) => {
    await giveAddress(bench, address);
    const folder = mkdtempSync(join(tmpdir(), `${served.name}-`));
    try {
      const server = await start(served, bench.wire, folder, config);
      try {
        return await use(server);
      } finally {
        await server.stop();
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

/** Hands a wire with a server's interface of the usual address to `use`, for a program that only looks at it. */
export function withWire<T>(use: (wire: Wire) => Promise<T>): Promise<T> {
  return onBench(async (bench) => {
    await giveAddress(bench, SERVER_ADDRESS);
    return use(bench.wire);
  });
}

async function onBench<T>(use: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await takeBench();
  try {
    return await use(bench);
  } finally {
    giveBack(bench);
  }
}

/** A wire that servers use one after the other. */
interface Bench {
  readonly wire: Wire;
  address: string;
}

const idle: Bench[] = [];
const queue: ((bench: Bench) => void)[] = [];
let benches = 0;
/** More than there are processors: a server that ends waits for the kernel to give up its packet socket. */
const enoughBenches = 2 * availableParallelism();

async function takeBench(): Promise<Bench> {
  const bench = idle.pop();
  if (bench !== undefined) return bench;
  if (benches === enoughBenches) return new Promise((resolve) => queue.push(resolve));
  benches += 1;
  return { wire: await openWire(), address: '' };
}

function giveBack(bench: Bench): void {
  const next = queue.shift();
  if (next === undefined) idle.push(bench);
  else next(bench);
}

async function giveAddress(bench: Bench, address: string): Promise<void> {
  if (bench.address === address) return;
  await bench.wire.setServerAddress(address);
  bench.address = address;
}

async function start(served: DhcpProgram, wire: Wire, folder: string, config: string | Uint8Array) {
  for (const [name, content] of Object.entries(served.files(config))) writeFileSync(join(folder, name), content);
  const [command, args] = wire.inServerNamespace(served.name, served.arguments(wire.serverInterface));
  const child = spawn(command, args, {
    cwd: folder,
    env: served.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const log = new Log();
  const closed = [child.stdout, child.stderr].map((stream) => {
    const lines = createInterface({ input: stream });
    lines.on('line', (line) => log.add(line));
    return once(lines, 'close');
  });
  let serves = false;
  const started = log
    .line((line) => served.isStarted(line))
    .then(() => {
      serves = true;
    });
  const ended = Promise.all([exited, ...closed]).then(([[code, signal]]) => {
    // `nsenter` and `setpriv` are gone by then: it is the server's own end that is told
    throw new ServerEnd(served.name, log.lines, serves, signal !== null || code > 128);
  });
  await Promise.race([started, ended]);
  const conversation = new Conversation(served, wire, log, ended);
  return {
    ask: (client: DhcpClient) => conversation.discover(client),
    lease: (client: DhcpClient) => conversation.lease(client),
    stop: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** What a server says, and who waits for a line of it. */
class Log {
  readonly lines: string[] = [];
  readonly #waiting = new Set<(line: string) => void>();

  add(line: string): void {
    this.lines.push(line);
    for (const told of this.#waiting) told(line);
  }

  /** Resolves at the next line that is wanted. */
  line(wanted: (line: string) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const told = (line: string) => {
        if (!wanted(line)) return;
        this.#waiting.delete(told);
        resolve();
      };
      this.#waiting.add(told);
    });
  }
}

/**
 * The clients' side. A server handles one packet after the other, and says nothing of many that it drops; so each message
 * is followed by a DHCPRELEASE of nothing by a client of its own, which is always logged: no answer by then, none at all.
 */
class Conversation {
  readonly #served: DhcpProgram;
  readonly #wire: Wire;
  readonly #log: Log;
  readonly #ended: Promise<never>;
  #count = 0;

  constructor(served: DhcpProgram, wire: Wire, log: Log, ended: Promise<never>) {
    this.#served = served;
    this.#wire = wire;
    this.#log = log;
    this.#ended = ended;
  }

  async discover(client: DhcpClient): Promise<Reply | null> {
    return this.#exchange({ type: 'discover', client, mac: client.mac ?? this.#newMac('d7') });
  }

  async lease(client: DhcpClient): Promise<Reply | null> {
    const mac = client.mac ?? this.#newMac('d7');
    const offer = await this.#exchange({ type: 'discover', client, mac });
    const server = offer?.options['54'];
    if (offer === null || server === undefined) return null;
    const address = Buffer.from(offer.address.split('.').map(Number)).toString('hex');
    return this.#exchange({ type: 'request', client, mac, options: { '50': address, '54': server } });
  }

  async #exchange(message: Omit<Message, 'transaction'>): Promise<Reply | null> {
    const transaction = this.#next();
    const frame = frameOf({ ...message, transaction });
    const mark = {
      type: 'release',
      mac: this.#newMac('d8'),
      client: { vendorClass: null, request: null },
    } as const;
    const markFrame = frameOf({ ...mark, transaction: this.#next() });

    const answered = new Promise<Reply>((resolve) => {
      this.#wire.onFrame = (arrived) => {
        const answer = replyOf(arrived);
        if (answer?.transaction === transaction) resolve(answer.reply);
      };
    });
    const before = this.#log.lines.length;
    const handled = this.#log
      .line((line) => this.#served.isReleaseOf(line, mark.mac))
      .then(async () => {
        await this.#wire.settled();
        // Where the server has said yes and is late (a ping check of a subnet's own), the answer is worth waiting for.
        return this.#log.lines.slice(before).some((line) => this.#served.isPromiseTo(line, message.mac))
          ? answered
          : null;
      });
    const send = () => {
      this.#wire.send(frame);
      this.#wire.send(markFrame);
    };
    send();
    const again = setInterval(send, RETRANSMISSION);
    let patience: NodeJS.Timeout | undefined;
    const givenUp = new Promise<never>((_, reject) => {
      patience = setTimeout(
        () => reject(new Error(`${this.#served.name} is deaf:\n${this.#log.lines.join('\n')}`)),
        PATIENCE,
      );
    });
    try {
      return await Promise.race([answered, handled, this.#ended, givenUp]);
    } finally {
      clearInterval(again);
      clearTimeout(patience);
    }
  }

  #next(): number {
    this.#count += 1;
    return this.#count;
  }

  #newMac(kind: 'd7' | 'd8'): string {
    const [high, low] = [this.#next() >> 8, this.#count & 0xff];
    return [0x02, Number.parseInt(kind, 16), 0, 0, high, low]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join(':');
  }
}
