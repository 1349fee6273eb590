import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { WordChecker } from './word-checker.ts';

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** What a file holds now. */
  readonly now: (file: string) => string;
  readonly cwd: string;
}

/** Runs a command line in a folder that holds these files. */
export async function igelRollout(
  line: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  { stdin = '', terminal = false } = {},
): Promise<Ended> {
  const cwd = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), content);
  }
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const status = await run(line.split(' ').filter(Boolean), {
    cwd,
    terminal,
    out: (text) => out.push(Buffer.from(text)),
    err: (text) => err.push(Buffer.from(text)),
    stdin: () => Buffer.from(stdin),
    startAnalysis: async (reader) => new WordChecker(reader),
    startServer: () => Promise.reject(new Error('these tests start no server')),
  });
  const text = (chunks: readonly Uint8Array[]) => Buffer.concat(chunks).toString();
  return { status, out: text(out), err: text(err), now: (file) => readFileSync(join(cwd, file), 'latin1'), cwd };
}
