// Bundles what runs, each into one file with the grammars' and the parser's wasm inside: the command line (which is the language
// server too), the server for an editor that starts it with Node, and the server for one that runs it in a web worker; and VS Code's
// own part, for the same two.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const folder = process.argv[2] ?? 'dist';
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
/**
 * Writes what esbuild leaves as it is, the signs in regular expressions, as escapes too: of a file of nothing but ASCII Node takes
 * half the time to read, and half the memory.
 */
const ascii = {
  name: 'ascii',
  setup: ({ initialOptions, onEnd }) => {
    initialOptions.write = false;
    onEnd(async ({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) await writeFile(path, text.replace(/[^\0-\x7f]/g, escaped));
    });
  },
};
const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

// The bundles are CommonJS, which Node takes a lone .js file for wherever it is copied; this package says otherwise of its own folder.
await writeFile(`${folder}/package.json`, '{ "type": "commonjs" }\n');

const common = {
  bundle: true,
  loader: { '.wasm': 'binary' },
  // A smaller file starts sooner; names stay, for the traces in bug reports.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  plugins: [ascii],
};
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // ES modules of the bundle may ask where they lie, which CommonJS answers in another way.
  define: { 'import.meta.url': 'importMetaUrl' },
};
const LOCATION = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

await Promise.all([
  build({
    ...node,
    entryPoints: ['server/src/cli.ts'],
    outfile: `${folder}/cli.js`,
    banner: { js: `#!/usr/bin/env node\n${LOCATION}` },
  }),
  build({ ...node, entryPoints: ['server/src/node.ts'], outfile: `${folder}/server.js`, banner: { js: LOCATION } }),
  build({
    ...common,
    entryPoints: ['server/src/browser.ts'],
    outfile: `${folder}/server.browser.js`,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    // The parser works out where its wasm would lie, though it is given it.
    define: { 'import.meta.url': '"file:///"' },
    // The parser asks for these only where it finds itself in Node.
    external: ['fs/promises', 'module'],
  }),
  build({
    ...node,
    entryPoints: ['client/node.ts'],
    outfile: `${folder}/client.js`,
    external: ['vscode'],
    define: {},
    // One of the packages has a build for modules that can be bundled, and another that cannot.
    mainFields: ['module', 'main'],
  }),
  build({
    ...common,
    entryPoints: ['client/browser.ts'],
    outfile: `${folder}/client.browser.js`,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
  }),
]);
