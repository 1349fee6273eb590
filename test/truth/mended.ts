import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { startAnalysis } from './analysis-of-disk.ts';
import { family, type TruthCase } from './cases.ts';

/** Copies of cases in a folder of their own, as `igel-rollout fix --unsafe` leaves them. */
export class MendedCopies {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mended-'));
  readonly #cases: readonly TruthCase[];

  constructor(cases: readonly TruthCase[]) {
    this.#cases = cases;
    for (const { file } of cases) copyFileSync(file, join(this.#folder, basename(file)));
  }

  /** Mends every copy, also one that was mended before. */
  async mend(): Promise<void> {
    for (const digit of [4, 6]) {
      const names = this.#cases.filter((truthCase) => family(truthCase) === digit).map(({ file }) => basename(file));
      const complaints: string[] = [];
      const status = await run(['fix', '--unsafe', '--language', 'dhcpd', '--family', `${digit}`, ...names], {
        cwd: this.#folder,
        terminal: false,
        out: () => {},
        err: (text) => complaints.push(text),
        stdin: () => Buffer.alloc(0),
        startAnalysis,
        startServer: () => Promise.reject(new Error('mending needs no server')),
      });
      if (status === 2) throw new Error(complaints.join(''));
    }
  }

  file(truthCase: TruthCase): string {
    return join(this.#folder, basename(truthCase.file));
  }

  text(truthCase: TruthCase): string {
    return readFileSync(this.file(truthCase), 'latin1');
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
