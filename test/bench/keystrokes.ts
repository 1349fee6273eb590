import { loadParsers } from '../../server/src/workspace/languages.ts';
import { Workspace } from '../../server/src/workspace/workspace.ts';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';
import { dhcpdWith, keaWith, type LargeFile } from './large-files.ts';
import { type Measured, median, milliseconds } from './measured.ts';

const EDITS = 60;
/** The address of the UMS that all devices get: whoever edits it has the simulator asked about all of them again. */
const SERVER = '192.0.2.5';

/** How long it takes from a typed character to its findings, the simulator's included. */
export async function keystrokes(): Promise<readonly Measured[]> {
  const parsers = await loadParsers(grammarsOnDisk);
  const measure = (
    { language, text, middle }: LargeFile,
    where: 'among' | 'above',
    devices: number,
    most: number,
  ): Measured => {
    const path = `/bench/${language}.conf`;
    const workspace = new Workspace({ read: () => undefined, folders: [] }, parsers, { fleet: [], rules: {} });
    workspace.open(path, language, text);
    workspace.work();
    const document = workspace.place(path)?.document;
    const at = document?.positionAt(text.indexOf(where === 'among' ? middle : SERVER)) ?? { line: 0, character: 0 };
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
      what: `a character typed ${where === 'above' ? 'in the address of the UMS, above' : 'among'} ${devices} devices of ${language}, until its findings are there`,
      milliseconds: median(times.flat()),
      most,
    };
  };
  return [dhcpdWith, keaWith].flatMap((make) => {
    const small = make(10_000);
    const large = make(100_000);
    return [
      measure(small, 'among', 10_000, 12),
      measure(large, 'among', 100_000, 25),
      measure(small, 'above', 10_000, 25),
      measure(large, 'above', 100_000, 100),
    ];
  });
}
