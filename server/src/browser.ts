import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { grammars } from './bundled-grammars.ts';
import { startServer } from './protocol/server.ts';

interface Worker {
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: { preventDefault(): void }) => void): void;
}

declare const self: Worker & ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));

// A timer would wait for some milliseconds each time; messages from the editor still come in between.
const channel = new MessageChannel();
const tasks: (() => void)[] = [];
channel.port1.addEventListener('message', () => tasks.shift()?.());
channel.port1.start();

startServer(connection, {
  grammars,
  now: () => performance.now(),
  soon: (task) => {
    tasks.push(task);
    channel.port2.postMessage(undefined);
  },
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
});
