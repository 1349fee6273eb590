import { loadParsers } from '../../server/src/workspace/languages.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';
import { dhcpdWith, keaWith, type LargeFile } from './large-files.ts';
import { type Measured, median, milliseconds } from './measured.ts';

const EDITS = 60;

/** How long it takes from a typed character to its findings, the simulator's included. */
export async function keystrokes(): Promise<readonly Measured[]> {
  const parsers = await loadParsers(grammarsOnDisk);
  const measure = ({ language, text, middle }: LargeFile, devices: number, most: number): Measured => {
    const path = `/bench/${language}.conf`;
    const workspace = new Workspace({ read: () => undefined, folders: [] }, parsers, { fleet: [], rules: {} });
    workspace.open(path, language, text);
    workspace.work();
    const document = workspace.place(path)?.document;
    const at = document?.positionAt(text.indexOf(middle)) ?? { line: 0, character: 0 };
    const next = { ...at, character: at.character + 1 };
    const type = (range: { readonly start: typeof at; readonly end: typeof at }, typed: string) => {
      workspace.change(path, [{ range, text: typed }]);
      workspace.work();
      workspace.findings(path, 1000);
    };
    const times = Array.from({ length: EDITS }, () => [
      milliseconds(() => type({ start: at, end: at }, '1')),
      milliseconds(() => type({ start: at, end: next }, '')),
    ]);
    return {
      what: `a character typed among ${devices} devices of ${language}, until its findings are there`,
      milliseconds: median(times.flat()),
      most,
    };
  };
  return [
    measure(dhcpdWith(10_000), 10_000, 12),
    measure(dhcpdWith(100_000), 100_000, 25),
    measure(keaWith(10_000), 10_000, 12),
    measure(keaWith(100_000), 100_000, 25),
  ];
}
