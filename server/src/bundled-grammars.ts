import parser from 'web-tree-sitter/web-tree-sitter.wasm';
import dhcpd from '../../syntaxes/tree-sitter-dhcpd.wasm';
import kea from '../../syntaxes/tree-sitter-kea.wasm';
import type { GrammarLoader } from './syntax/parser.ts';

const GRAMMARS: Readonly<Record<string, Uint8Array>> = { dhcpd, kea };

/** The grammars and the parser as the bundler puts them into the program. */
export const grammars: GrammarLoader = {
  load: async (name) => {
    const bytes = GRAMMARS[name];
    if (!bytes) throw new RangeError(`no grammar is bundled by the name of ${name}`);
    return bytes;
  },
  runtime: () => Promise.resolve(parser),
};
