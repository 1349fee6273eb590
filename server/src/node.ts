import { readFileSync } from 'node:fs';
import { createConnection } from 'vscode-languageserver/node';
import { grammars } from './bundled-grammars.ts';
import { Framing } from './framing.ts';
import { startServer } from './protocol/server.ts';

// Over standard input and output, a pipe, a socket or Node's own channel: whichever the arguments say.
const framing = new Framing((message) => connection.console.error(message));
const connection = process.argv.includes('--stdio')
  ? createConnection(process.stdin.pipe(framing), process.stdout)
  : createConnection();

// What no handler of ours has caught is no reason to leave the editor without findings.
process.on('uncaughtException', (error) => connection.console.error(error.stack ?? error.message));
process.on('unhandledRejection', (error) =>
  connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);

startServer(connection, {
  grammars,
  read: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  now: () => performance.now(),
  soon: (task) => void setImmediate(task),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
});
