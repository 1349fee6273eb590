import { checks } from './checks.ts';
import { keystrokes } from './keystrokes.ts';
import type { Measured } from './measured.ts';
import { replies } from './replies.ts';
import { starts } from './starts.ts';

// npm run bench: medians of what takes long; it fails where something takes longer than it may.
const BENCHMARKS: readonly (() => readonly Measured[] | Promise<readonly Measured[]>)[] = [
  starts,
  replies,
  keystrokes,
  checks,
];

const measured: Measured[] = [];
for (const run of BENCHMARKS) measured.push(...(await run()));
for (const { what, milliseconds, most } of measured) {
  const limit = most === undefined ? '' : `  (at most ${most})`;
  process.stdout.write(`${milliseconds.toPrecision(3).padStart(9)} ms  ${what}${limit}\n`);
}
process.exitCode = measured.some(({ milliseconds, most }) => most !== undefined && milliseconds > most) ? 1 : 0;
