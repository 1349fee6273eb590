// What a real dhcpd says of the configs that the suite made, where there is one.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from './scratch.mjs';

/** The configs that dhcpd refuses, each with what it said. */
export function dhcpdRefuses(configs) {
  if (configs.length === 0) return [];
  const dhcpd = ['dhcpd', '/usr/sbin/dhcpd'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (dhcpd === undefined) {
    console.log(`There is no dhcpd here to ask about ${configs.length} configs.`);
    return [];
  }
  const refusals = [];
  for (const { name, text } of configs) {
    const file = join(scratch, 'asked.conf');
    writeFileSync(file, text);
    const { status, stderr } = spawnSync(dhcpd, ['-4', '-t', '-cf', file], { encoding: 'utf8' });
    if (status !== 0) refusals.push(`dhcpd refuses what was made by: ${name}\n${text}\n${stderr}`);
  }
  console.log(`dhcpd takes ${configs.length - refusals.length} of ${configs.length} configs that were made here`);
  return refusals;
}
