import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Measured, median } from './measured.ts';

const RUNS = 11;
const GREETING = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});

/** How long an editor waits for the server's first answer, Node's own start included; the server must have been built. */
export async function starts(): Promise<readonly Measured[]> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const server = spawn(process.execPath, ['dist/cli.js', 'server', '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    server.stdin.write(`Content-Length: ${GREETING.length}\r\n\r\n${GREETING}`);
    await once(server.stdout, 'data');
    times.push(performance.now() - start);
    server.kill();
    await once(server, 'exit');
  }
  return [{ what: "the language server's start, to its first answer", milliseconds: median(times), most: 200 }];
}
