import type { Measured } from './measured.ts';
import { replies } from './replies.ts';

// npm run bench: medians of what takes long; it fails where something takes longer than it may.
const BENCHMARKS: readonly (() => readonly Measured[])[] = [replies];

const measured = BENCHMARKS.flatMap((run) => run());
for (const { what, milliseconds, most } of measured) {
  const limit = most === undefined ? '' : `  (at most ${most})`;
  process.stdout.write(`${milliseconds.toPrecision(3).padStart(9)} ms  ${what}${limit}\n`);
}
process.exitCode = measured.some(({ milliseconds, most }) => most !== undefined && milliseconds > most) ? 1 : 0;
