import { Uri } from 'vscode';
import type { RolloutTables } from '../rollout-tables.ts';
import { configInFront } from './config-in-front.ts';

/** @param given the address of a config, as a code lens names it; that in front where it is left out */
export async function showRollout(tables: RolloutTables, given: unknown): Promise<void> {
  const config = typeof given === 'string' ? Uri.parse(given, true) : given instanceof Uri ? given : configInFront();
  if (config) await tables.show(config);
}
