/// <reference types="mocha" />
// What VS Code calls: one bundle for every place that extensions run in. This build of mocha sets globals and needs no files.
import 'mocha/mocha.js';
import { version } from 'vscode';
import { listenToLog } from './log.ts';

/** The runner prints lines that begin so. */
const say = (line: string): void => console.log(`[test] ${line}`);

mocha.setup({ ui: 'tdd', reporter: class {} as unknown as Mocha.ReporterConstructor, timeout: 10_000 });

export async function run(): Promise<void> {
  listenToLog();
  await import('./opening.suite.ts');
  await import('./findings.suite.ts');
  await import('./mending.suite.ts');
  await import('./asking.suite.ts');
  await import('./rollout.suite.ts');
  await import('./commands.suite.ts');
  await import('./settings.suite.ts');
  await import('./log.suite.ts');
  await import('./restarting.suite.ts');
  const counts = { passed: 0, failed: 0, skipped: 0 };
  say(`VS Code ${version}, extensions run in ${nodeVersion() ? `Node ${nodeVersion()}` : 'a web worker'}`);
  await new Promise<void>((done) => {
    // mocha.run itself asks the browser for its address.
    const runner = Mocha.prototype.run.call(mocha, () => done());
    runner.on('pass', (test: Mocha.Test) => {
      counts.passed++;
      say(`  ok   ${test.fullTitle()} (${test.duration} ms)`);
    });
    runner.on('pending', (test: Mocha.Test) => {
      counts.skipped++;
      say(`  skip ${test.fullTitle()}`);
    });
    runner.on('fail', (test: Mocha.Test, error: Error) => {
      counts.failed++;
      say(`  FAIL ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (counts.failed > 0 || counts.passed === 0) throw new Error(`${counts.failed} tests failed`);
}

const nodeVersion = (): string | undefined =>
  (globalThis as { readonly process?: { readonly versions?: { readonly node?: string } } }).process?.versions?.node;
