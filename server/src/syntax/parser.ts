import { Language, Parser } from 'web-tree-sitter';

export type { Parser, Tree, TreeCursor } from 'web-tree-sitter';

/** Where the bytes of the parser and of the grammars come from: a bundle, a disk, a server. */
export interface GrammarLoader {
  load(grammar: string): Promise<Uint8Array>;
  /** The parser's own wasm; undefined where it finds it by itself. */
  runtime(): Promise<Uint8Array> | undefined;
}

let started: Promise<void> | undefined;

async function start(loader: GrammarLoader): Promise<void> {
  const wasmBinary = await loader.runtime();
  await Parser.init(wasmBinary && { wasmBinary });
}

/** A parser for one grammar. All documents of its language may share it: no tree outlives the call that made it. */
export async function loadParser(loader: GrammarLoader, syntax: { readonly grammar: string }): Promise<Parser> {
  started ??= start(loader);
  await started;
  return new Parser().setLanguage(await Language.load(await loader.load(syntax.grammar)));
}
