import type { GrammarLoader } from '../syntax/parser.ts';

/** What an entry point must give: the server itself knows no files and no clock. */
export interface ServerRuntime {
  readonly grammars: GrammarLoader;
  /** Reads a file of the machine; undefined where it cannot be read. Left out where there are no files, as in a browser. */
  readonly read?: (path: string) => string | undefined;
  /** Milliseconds since any time. */
  now(): number;
  /** Runs a task when what is waiting to be read has been read. */
  soon(task: () => void): void;
  /** Runs a task later; returns what calls it off. */
  after(milliseconds: number, task: () => void): () => void;
}
