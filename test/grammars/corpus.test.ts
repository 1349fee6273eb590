import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, Parser, Query } from 'web-tree-sitter';

// The corpus tests of the tree-sitter CLI, run on the wasm that is committed: they need neither the CLI nor a compiler.

interface Case {
  readonly name: string;
  readonly text: string;
  /** The tree as an S-expression, with fields. */
  readonly tree: string;
}

const syntaxes = fileURLToPath(new URL('../../syntaxes/', import.meta.url));
const grammars = fs
  .readdirSync(syntaxes)
  .filter((folder) => fs.existsSync(path.join(syntaxes, folder, 'grammar.js')))
  .map((name) => ({ name, folder: path.join(syntaxes, name), wasm: path.join(syntaxes, `${name}.wasm`) }));

/** Between two rows of `=` the name, then the text, a row of `-`, and the tree. */
function readCases(content: string): readonly Case[] {
  const parts = content.split(/^={3,}\n(.+)\n={3,}\n/m).slice(1);
  return parts.flatMap((name, i) => {
    const body = parts[i + 1];
    if (i % 2 === 1 || body === undefined) return [];
    const [text = '', tree = ''] = body.split(/\n-{3,}\n/);
    return [{ name, text: text.replace(/^\n/, '').replace(/\n$/, ''), tree }];
  });
}

const oneLine = (tree: string): string => tree.replace(/\s+/g, ' ').trim();

/** One node a line, so that a difference shows where it is. */
const lines = (tree: string): string => oneLine(tree).replace(/ (?=[a-z_0-9]+: \(|\()/g, '\n');

beforeAll(() => Parser.init());

describe.each(grammars)('$name', ({ folder, wasm }) => {
  let language: Language;
  let parser: Parser;
  beforeAll(async () => {
    language = await Language.load(fs.readFileSync(wasm));
    parser = new Parser();
    parser.setLanguage(language);
  });

  const corpus = path.join(folder, 'test/corpus');
  for (const file of fs.readdirSync(corpus)) {
    describe(file, () => {
      it.each(readCases(fs.readFileSync(path.join(corpus, file), 'utf8')))('$name', ({ text, tree: expected }) => {
        const tree = parser.parse(text);
        expect(lines(tree?.rootNode.toString() ?? '')).toBe(lines(expected));
        tree?.delete();
      });
    });
  }

  const queries = path.join(folder, 'queries');
  it.each(fs.readdirSync(queries))('%s names only nodes that there are', (file) => {
    const query = new Query(language, fs.readFileSync(path.join(queries, file), 'utf8'));
    expect(query.captureNames).not.toHaveLength(0);
    query.delete();
  });
});
