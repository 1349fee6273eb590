import { isUtf8 } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileReader } from '../workspace/analysis.ts';

/** How much of a file is looked at to tell whether it is text. */
const BINARY_PROBE_BYTES = 8192;

type Encoding = 'utf8' | 'latin1';

export type Loaded = { readonly text: string } | { readonly trouble: string };

/**
 * The files of one run: read once, changed in memory, written on demand. Paths are relative to `cwd`.
 *
 * A file that is not UTF-8 is read byte by byte as Latin-1, so that writing it back changes no byte that no fix touched.
 */
export class Files implements FileReader {
  readonly #cwd: string;
  readonly #loaded = new Map<string, Loaded>();
  readonly #encodings = new Map<string, Encoding>();
  readonly #changed = new Map<string, string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  read(path: string): string | undefined {
    const loaded = this.load(path);
    return 'text' in loaded ? loaded.text : undefined;
  }

  load(path: string): Loaded {
    const key = this.key(path);
    const known = this.#loaded.get(key);
    if (known) return known;
    let loaded: Loaded;
    try {
      loaded = this.#decode(key, readFileSync(key));
    } catch (error) {
      loaded = { trouble: reason(error) };
    }
    this.#loaded.set(key, loaded);
    return loaded;
  }

  /** Takes these bytes for the content of `path`, whatever the disk holds. */
  supply(path: string, bytes: Buffer): Loaded {
    const key = this.key(path);
    const loaded = this.#decode(key, bytes);
    this.#loaded.set(key, loaded);
    return loaded;
  }

  /** Changes a text in memory. */
  change(path: string, text: string): void {
    const key = this.key(path);
    const before = this.read(path);
    if (!this.#changed.has(key) && before !== undefined) this.#changed.set(key, before);
    this.#loaded.set(key, { text });
  }

  /** The text of a changed file as it was, or nothing where it was not changed. */
  original(path: string): string | undefined {
    return this.#changed.get(this.key(path));
  }

  /** What is the same for all names of one file, as far as the names tell. */
  key(path: string): string {
    return resolve(this.#cwd, path);
  }

  bytes(path: string): Buffer {
    return Buffer.from(this.read(path) ?? '', this.#encodings.get(this.key(path)) ?? 'utf8');
  }

  /** Writes a file to the disk. Answers with what went wrong. */
  save(path: string): string | undefined {
    try {
      writeFileSync(this.key(path), this.bytes(path));
      return undefined;
    } catch (error) {
      return reason(error);
    }
  }

  #decode(key: string, bytes: Buffer): Loaded {
    if (bytes.subarray(0, BINARY_PROBE_BYTES).includes(0)) return { trouble: 'not a text file' };
    const encoding = isUtf8(bytes) ? 'utf8' : 'latin1';
    this.#encodings.set(key, encoding);
    return { text: bytes.toString(encoding) };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'a folder, not a file',
  ENOTDIR: 'no such file or folder',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left',
};

/** A system error in a few words. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message.split('\n', 1)[0] ?? code;
}
