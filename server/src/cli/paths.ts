import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languageOfName } from '../workspace/language-of-name.ts';
import { reason } from './files.ts';

const SKIPPED_FOLDERS = new Set(['node_modules']);

/** Names of files that were put aside when another took their place. */
const PUT_ASIDE = /(?:~|\.(?:bak|orig|old|save|swp|\d+|dpkg-\w+|ucf-\w+|rpm(?:new|save|orig)))$/i;

export interface Found {
  /** Files as they were typed, or below the folder that was typed. */
  readonly files: readonly string[];
  /** What could not be looked at, one line each. */
  readonly troubles: readonly string[];
}

/** Finds the configs at the paths that were typed: a file as it is, in a folder those that are called like a config. */
export function findConfigs(paths: readonly string[], cwd: string): Found {
  const files = new Map<string, string>();
  const troubles: string[] = [];
  const add = (file: string) => {
    const absolute = resolve(cwd, file);
    if (!files.has(absolute)) files.set(absolute, file);
  };
  for (const path of paths) {
    try {
      if (path === '-' || !statSync(resolve(cwd, path)).isDirectory()) {
        add(path);
        continue;
      }
      const below = [...configsBelow(path, cwd)];
      if (below.length === 0) troubles.push(`${path}: no file in this folder is called like a config`);
      below.forEach(add);
    } catch (error) {
      troubles.push(`${path}: ${reason(error)}`);
    }
  }
  return { files: [...files.values()], troubles };
}

function* configsBelow(folder: string, cwd: string): Generator<string> {
  for (const entry of sorted(readdirSync(resolve(cwd, folder), { withFileTypes: true }))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !SKIPPED_FOLDERS.has(entry.name)) yield* configsBelow(path, cwd);
    } else if (languageOfName(path) && !PUT_ASIDE.test(path) && isFile(entry, resolve(cwd, path))) {
      yield path;
    }
  }
}

const sorted = (entries: Dirent[]): Dirent[] => entries.sort((a, b) => (a.name < b.name ? -1 : 1));

/** A link counts as what it leads to, but folders behind links are not entered: they may lead in a circle. */
const isFile = (entry: Dirent, path: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() === true);
