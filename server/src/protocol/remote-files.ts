import type { FileReader } from '../workspace/analysis.ts';

/** Files of the machine where there are some, and those that only the editor can read: they come a little later. */
export class Files implements FileReader {
  readonly #local: ((path: string) => string | undefined) | undefined;
  readonly #ask: ((path: string) => Promise<string | undefined>) | undefined;
  readonly #arrived: (path: string) => void;
  /** What the editor has said; undefined while it has not, or where there is no such file. */
  readonly #texts = new Map<string, string | undefined>();
  /** Each with a slash at its end. */
  folders: readonly string[] = [];

  /** `arrived` is called when a file can be read that could not be read when somebody asked for it. */
  constructor(
    local: ((path: string) => string | undefined) | undefined,
    ask: ((path: string) => Promise<string | undefined>) | undefined,
    arrived: (path: string) => void,
  ) {
    this.#local = local;
    this.#ask = ask;
    this.#arrived = arrived;
  }

  read(path: string): string | undefined {
    if (this.#local && !hasScheme(path)) return this.#local(path);
    if (this.#ask && !this.#texts.has(path)) {
      this.#texts.set(path, undefined);
      this.#fetch(path, this.#ask);
    }
    return this.#texts.get(path);
  }

  /** Takes in that files have changed; returns those that can be read again at once. */
  changed(paths: readonly string[]): readonly string[] {
    for (const path of paths) if (this.#ask && this.#texts.has(path)) this.#fetch(path, this.#ask);
    return paths.filter((path) => !this.#texts.has(path));
  }

  #fetch(path: string, ask: (path: string) => Promise<string | undefined>): void {
    ask(path).then(
      (text) => {
        if (this.#texts.get(path) === text) return;
        this.#texts.set(path, text);
        this.#arrived(path);
      },
      // An editor that fails to answer has no such file.
      () => {},
    );
  }
}

const hasScheme = (path: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(path);
