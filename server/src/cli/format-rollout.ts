import picocolors from 'picocolors';
import { rolloutTable } from '../features/rollout-table.ts';
import { type Role, rolloutText } from '../features/rollout-text.ts';
import { compareReleases } from '../igel/devices.ts';
import type { AskedClient } from './simulated-clients.ts';
import type { SimulatedFile } from './simulated-file.ts';

/** The rollout table of each file. */
export function formatRollout(
  files: readonly SimulatedFile[],
  clients: readonly AskedClient[],
  style: { readonly terminal: boolean },
): string {
  return files.map((file) => formatTable(file, clients, style)).join('\n');
}

function formatTable(
  { path, served, places, refusal, place }: SimulatedFile,
  clients: readonly AskedClient[],
  { terminal }: { readonly terminal: boolean },
): string {
  const devices = clients
    .flatMap(({ device, client }) => (device ? [{ device, client }] : []))
    .toSorted((a, b) => compareReleases(a.device.release, b.device.release));
  const table = rolloutTable(devices, places, ({ device, client }, where) => served.tell(device, client, where));
  const colours = picocolors.createColors(terminal);
  const paint: Readonly<Record<Role, (text: string) => string>> = {
    plain: (text) => text,
    heading: colours.bold,
    way: colours.dim,
    doubtful: colours.yellow,
    none: colours.red,
    unknown: colours.yellow,
  };
  const lines = rolloutText(table, refusal, { title: path, place });
  return lines.map((line) => line.map(({ text, role }) => paint[role](text)).join('')).join('\n');
}
