import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dhcpdWith, keaWith, type LargeFile } from './large-files.ts';
import { type Measured, median, milliseconds } from './measured.ts';

const RUNS = 5;
/** How much longer ten times as many devices may take. */
const MOST_GROWTH = 12;

/** How long the command line takes as a whole, from its start to its end; it must have been built. */
export function checks(): readonly Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  const measure = ({ language, text }: LargeFile, devices: number, most?: number): Measured => {
    const file = join(folder, language === 'kea' ? 'kea-dhcp4.conf' : 'dhcpd.conf');
    writeFileSync(file, text);
    const run = () => {
      const { status, stdout } = spawnSync(process.execPath, ['dist/cli.js', 'check', file], { encoding: 'utf8' });
      if (status !== 0 || !stdout.includes('nothing found'))
        throw new Error(`a right file is not found right: ${stdout}`);
    };
    const times = Array.from({ length: RUNS }, () => milliseconds(run));
    return {
      what: `igel-rollout check of ${devices} devices of ${language}, as a whole process`,
      milliseconds: median(times),
      ...(most !== undefined && { most }),
    };
  };
  try {
    return [
      { make: dhcpdWith, most: 1000 },
      { make: keaWith, most: undefined },
    ].flatMap(({ make, most }) => {
      const small = measure(make(10_000), 10_000, most);
      return [small, measure(make(100_000), 100_000, Math.round(small.milliseconds * MOST_GROWTH))];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
