import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { startAnalysis } from './analysis-of-disk.ts';
import { casesOf, family, folderOf, KEA_VERSION, type TruthCase, type TruthLanguage } from './cases.ts';

/** Copies of a language's cases in a folder of their own, as `igel-rollout fix` leaves them, or `fix --unsafe`. */
export class MendedCopies {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mended-'));
  readonly #language: TruthLanguage;

  readonly #options: readonly string[];

  constructor(language: TruthLanguage, options: readonly '--unsafe'[] = ['--unsafe']) {
    this.#language = language;
    this.#options = options;
    const folder = folderOf(language);
    for (const file of readdirSync(folder)) copyFileSync(join(folder, file), join(this.#folder, file));
  }

  /** Mends every copy, also one that was mended before. */
  async mend(): Promise<void> {
    for (const digit of [4, 6]) {
      const cases = casesOf(this.#language).filter((truthCase) => family(truthCase) === digit);
      const told = ['--language', this.#language, '--family', `${digit}`, '--kea-version', KEA_VERSION];
      const complaints: string[] = [];
      const status = await run(['fix', ...this.#options, ...told, ...cases.map(({ file }) => basename(file))], {
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
