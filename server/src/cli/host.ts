import type { Analysis, FileReader } from '../workspace/analysis.ts';

/** What the command line asks of an analysis. */
export type Checker = Pick<Analysis, 'check'>;
export type Simulator = Pick<Analysis, 'open'>;

/** What the command line needs of the process it runs in. */
export interface Host {
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether standard output is a terminal that shows colours and links. */
  readonly terminal: boolean;
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** All of standard input. */
  readonly stdin: () => Buffer;
  /** Starts the parsers, which takes most of a short run's time: only commands that read configs ask for it. */
  readonly startAnalysis: (reader: FileReader) => Promise<Checker & Simulator>;
  /** Starts the language server, which lives as long as the process. */
  readonly startServer: () => Promise<void>;
}

/** How a command ended: nothing at error level, something at error level, or it could not be carried out. */
export type ExitStatus = 0 | 1 | 2;

/** Says on standard error what went wrong, a line each. */
export function complain(host: Host, troubles: readonly string[]): void {
  for (const trouble of troubles) host.err(`igel-rollout: ${trouble}\n`);
}
