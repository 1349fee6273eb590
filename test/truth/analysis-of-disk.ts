import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { GrammarLoader } from '../../server/src/syntax/parser.ts';
import { Analysis, type FileReader } from '../../server/src/workspace/analysis.ts';

const parser = createRequire(import.meta.url).resolve('web-tree-sitter/web-tree-sitter.wasm');

/** The grammars as they lie in the checkout. */
export const grammarsOnDisk: GrammarLoader = {
  load: (name) => readFile(fileURLToPath(new URL(`../../syntaxes/tree-sitter-${name}.wasm`, import.meta.url))),
  runtime: () => readFile(parser),
};

/** Files as they lie on the disk. */
export const disk: FileReader = {
  read: (path) => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
};

/** The analysis as the command line starts it, without the bundle. */
export function startAnalysis(files: FileReader): Promise<Analysis> {
  return Analysis.create({ files, grammars: grammarsOnDisk });
}
