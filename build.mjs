// Bundles the command line into dist/cli.js: one file, with the grammars' and the parser's wasm inside.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
// The bundles are CommonJS, which Node takes a lone .js file for wherever it is copied; this package says otherwise of its own folder.
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await build({
  entryPoints: ['server/src/cli.ts'],
  outfile: 'dist/cli.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  banner: {
    js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;",
  },
  loader: { '.wasm': 'binary' },
  // ES modules of the bundle may ask where they lie, which CommonJS answers in another way.
  define: { 'import.meta.url': 'importMetaUrl' },
  // A smaller file starts sooner; names stay, for the traces in bug reports.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
});
