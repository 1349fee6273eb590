import { env, window } from 'vscode';
import type { RolloutTables } from '../rollout-tables.ts';
import { configInFront } from './config-in-front.ts';

/** How long the status bar says that it is done, in milliseconds. */
const SAID_FOR = 4000;

/** Puts the table of the config in front, or the table in front, on the clipboard: as it goes into a change ticket. */
export async function copyRollout(tables: RolloutTables): Promise<void> {
  const inFront = configInFront();
  const text = inFront && (await tables.text(inFront));
  if (text === undefined) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Who gets which UMS is on the clipboard.', SAID_FOR);
}
