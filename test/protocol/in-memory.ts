import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/src/protocol/server.ts';
import type { GrammarLoader } from '../../server/src/syntax/parser.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';
import { Editor, type EditorOptions } from './editor.ts';

/** A clock that stands still until a test lets time pass. */
export class Clock {
  #time = 0;
  #timers: { readonly at: number; readonly task: () => void }[] = [];
  /** How much time passes whenever somebody looks. */
  perLook = 0;

  readonly now = (): number => {
    this.#time += this.perLook;
    return this.#time;
  };

  readonly after = (milliseconds: number, task: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, task };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  pass(milliseconds: number): void {
    this.#time += milliseconds;
    const due = this.#timers.filter(({ at }) => at <= this.#time);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { task } of due) task();
  }
}

export interface InMemoryOptions extends EditorOptions {
  /** The files of the machine, by path; without them there is none, as in a browser. */
  readonly disk?: { get(path: string): string | undefined };
  readonly clock?: Clock;
  /** When a task runs that can wait until what came in was read. */
  readonly soon?: (task: () => void) => void;
  readonly grammars?: GrammarLoader;
}

/** An editor and a server that talk to each other in this process. */
export async function startEditor(options: InMemoryOptions = {}): Promise<Editor> {
  const { disk, clock = new Clock(), soon = (task) => void setImmediate(task), grammars = grammarsOnDisk } = options;
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor)), {
    grammars,
    ...(disk && { read: (path: string) => disk.get(path) }),
    now: clock.now,
    soon,
    after: clock.after,
  });
  const connection = createMessageConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
  return new Editor(connection, options).start();
}
