import picocolors from 'picocolors';
import { type RolloutCell, type RolloutRow, type RolloutTable, rolloutTable } from '../features/rollout-table.ts';
import { compareReleases } from '../igel/devices.ts';
import type { Resolution } from '../igel/resolve.ts';
import type { AskedClient } from './simulated-clients.ts';
import type { SimulatedFile } from './simulated-file.ts';

const MARKS: Readonly<Record<Resolution['outcome'], string>> = { server: '', doubtful: '!', none: '✗', unknown: '?' };

/** The rollout table of each file, with the reasons for whatever is not plainly right below it. */
export function formatRollout(
  files: readonly SimulatedFile[],
  clients: readonly AskedClient[],
  style: { readonly terminal: boolean },
): string {
  return files.map((file) => formatTable(file, clients, style)).join('\n');
}

function formatTable(
  { path, served, places, refusal }: SimulatedFile,
  clients: readonly AskedClient[],
  { terminal }: { readonly terminal: boolean },
): string {
  if (places.length === 0) return `Who registers where  ${path}\n\nNo subnet of DHCPv4: nothing to simulate.\n`;
  const devices = clients
    .flatMap(({ device, client }) => (device ? [{ device, client }] : []))
    .toSorted((a, b) => compareReleases(a.device.release, b.device.release));
  const table = rolloutTable(served, devices, places);
  const colours = picocolors.createColors(terminal);
  const paint = {
    server: (text: string) => text,
    doubtful: colours.yellow,
    none: colours.red,
    unknown: colours.yellow,
  };
  const lines = table.rows.flatMap((row) => {
    const first: Shown[] = [{ text: row.title }];
    const second: Shown[] = [{ text: '' }];
    for (const { told } of row.cells) {
      first.push({ text: endOf(told), paint: paint[told.outcome] });
      second.push({ text: wayOf(told), paint: colours.dim });
    }
    return [first, second];
  });
  const head: Shown[] = [{ text: '' }, ...table.columns.map(({ title }) => ({ text: title, paint: colours.bold }))];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => [...(line[column]?.text ?? '')].length)),
  );
  const title = `${'Who registers where'.padEnd(Math.max(24, (widths[0] ?? 0) + 2))}${path}`;
  const notes = notesOf(table, ({ reasons }) =>
    reasons
      .slice(-1)
      .map((reason) => served.show(reason))
      .join(''),
  );
  return [
    title,
    ...(refusal === undefined ? [] : [colours.red(`✗ ${refusal}`), '']),
    ...[head, ...lines].map((line) => laid(line, widths)),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
  ].join('\n');
}

interface Shown {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** The cells of a line under each other's beginnings. */
const laid = (line: readonly Shown[], widths: readonly number[]): string =>
  line
    .map(({ text, paint }, column) => {
      const space = column === line.length - 1 ? 0 : (widths[column] ?? 0) + 2 - [...text].length;
      return `${paint ? paint(text) : text}${' '.repeat(Math.max(0, space))}`;
    })
    .join('')
    .trimEnd();

function endOf({ outcome, server }: Resolution): string {
  const end = server ?? (outcome === 'unknown' ? 'not known' : 'none');
  return outcome === 'server' ? end : `${end}  ${MARKS[outcome]}`;
}

function wayOf({ way, exclusive, outcome }: Resolution): string {
  const only = exclusive ? ' (exclusive)' : '';
  switch (way) {
    case 'option 224':
      return '224';
    case 'option 43, sub-option 224':
      return `43 › 224${only}`;
    case 'DNS':
      return 'DNS';
    case undefined:
      return outcome === 'none' ? (exclusive ? '43, exclusive' : 'no 224') : '';
  }
}

/** Why cells are not plainly right: the last step on the way there, each once, with the places and releases that it holds for. */
function notesOf(table: RolloutTable, explain: (cell: RolloutCell) => string): readonly string[] {
  const notes = new Map<string, { readonly mark: string; readonly wheres: Map<string, string[]> }>();
  for (const row of table.rows) {
    for (const [index, cell] of row.cells.entries()) {
      if (cell.told.outcome === 'server') continue;
      const text = explain(cell);
      const note = notes.get(text) ?? { mark: MARKS[cell.told.outcome], wheres: new Map<string, string[]>() };
      const column = table.columns[index]?.title ?? '';
      note.wheres.set(column, [...(note.wheres.get(column) ?? []), row.title]);
      notes.set(text, note);
    }
  }
  return [...notes].map(([text, { mark, wheres }]) => `${mark} ${whereOf(wheres, table.rows)}: ${text}`);
}

const FEW = 3;

function whereOf(wheres: ReadonlyMap<string, readonly string[]>, rows: readonly RolloutRow[]): string {
  return [...wheres]
    .map(([column, titles]) => {
      const all = titles.length === rows.length && rows.length > 1;
      const some =
        titles.length > FEW ? `${titles.slice(0, FEW).join(', ')} and ${titles.length - FEW} more` : titles.join(', ');
      return `${all ? 'everywhere' : some}, ${column}`;
    })
    .join('; ');
}
