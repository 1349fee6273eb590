/** What a server's own check says of a config. */
export interface Verdict {
  readonly check: 'accept' | 'reject';
  /** What it said of the config, without what it says of itself; places are of the file's bare name. */
  readonly message: string;
}

/** What a verdict refuses, fault by fault and without the places, which move when a file is edited. */
export function refusalsOf({ check, message }: Verdict): readonly string[] {
  if (check === 'accept') return [];
  const faults = [...message.matchAll(/^\S+ line \d+: (.*)$/gm)].map(([, what = '']) => what);
  return faults.length > 0 ? faults : [message];
}

/** Whether a text could not be read at all: Kea looks at what it means only after that. Its parser writes places as line.column. */
export const isOfSyntax = ({ message }: Verdict): boolean => /:\d+\.\d+/.test(message);
