import { describe } from 'vitest';
import { type Need, reasonToSkip } from './server-environment.ts';

/** Tests that need a real server; where it is not to be had they are skipped, and their name says why. */
export function describeWith(needs: readonly Need[], name: string, tests: () => void): void {
  const reason = reasonToSkip(...needs);
  if (reason === null) describe(name, tests);
  else describe.skip(`${name} (skipped: ${reason})`, tests);
}
