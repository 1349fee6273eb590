import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the suite into one file, which runs in a web worker and in Node. */
export const buildSuite = (outfile) =>
  build({
    entryPoints: [fileURLToPath(new URL('suite/run.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
