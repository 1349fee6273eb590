import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesRegistrationOptions,
  type Disposable,
} from 'vscode-languageserver';
import type { Abilities } from './abilities.ts';
import { uriOf } from './uri.ts';

/** Asks the editor to watch the files that matter, and no others. */
export class Watching {
  readonly #connection: Connection;
  readonly #abilities: Abilities;
  #paths = '';
  #registered: Promise<Disposable | undefined> = Promise.resolve(undefined);

  constructor(connection: Connection, abilities: Abilities) {
    this.#connection = connection;
    this.#abilities = abilities;
  }

  watch(paths: readonly string[]): void {
    const joined = paths.join('\n');
    if (!this.#abilities.watchesFiles || joined === this.#paths) return;
    this.#paths = joined;
    const before = this.#registered;
    this.#registered = this.#replace(before, paths);
  }

  async #replace(before: Promise<Disposable | undefined>, paths: readonly string[]): Promise<Disposable | undefined> {
    try {
      (await before)?.dispose();
      if (paths.length === 0) return undefined;
      return await this.#connection.client.register(DidChangeWatchedFilesNotification.type, this.#options(paths));
    } catch {
      // An editor that will not watch is no fault: an include counts as it was when it was read.
      return undefined;
    }
  }

  #options(paths: readonly string[]): DidChangeWatchedFilesRegistrationOptions {
    return {
      watchers: paths.map((path) => {
        const cut = path.lastIndexOf('/');
        const name = literally(path.slice(cut + 1));
        return {
          globPattern: this.#abilities.watchesFolders
            ? { baseUri: uriOf(path.slice(0, cut)), pattern: name }
            : literally(path.slice(0, cut + 1)) + name,
        };
      }),
    };
  }
}

/** A glob that only one name matches. */
const literally = (name: string): string => name.replace(/[*?{}[\]!]/g, (sign) => `[${sign}]`);
