import { readFileSync } from 'node:fs';
import type { Host } from './cli/host.ts';
import { run } from './cli/run.ts';

const host: Host = {
  cwd: process.cwd(),
  // Other programs' switches for colours on a pipe are not heeded: what reads a pipe wants plain text.
  terminal: process.stdout.isTTY && process.env.TERM !== 'dumb' && process.env.NO_COLOR === undefined,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: () => readFileSync(0),
  startAnalysis: async (files) => {
    const [{ Analysis }, { grammars }] = await Promise.all([
      import('./workspace/analysis.ts'),
      import('./bundled-grammars.ts'),
    ]);
    return Analysis.create({ files, grammars });
  },
  startServer: async () => {
    await import('./node.ts');
  },
};

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2), host).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.exitCode = 2;
    host.err(
      `igel-rollout: a fault of igel-rollout, not of your files: ${error instanceof Error ? error.stack : error}\n`,
    );
  },
);
