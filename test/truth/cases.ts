import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DhcpClient } from '../servers/dhcp-message.ts';

/** The languages that have cases, each in the folder of its name, with the file name's ending of its configs. */
export const LANGUAGES = { dhcpd: '.conf' } as const;
export type TruthLanguage = keyof typeof LANGUAGES;

/** What the real server did with a case: README.md describes each key. */
export interface Expectation {
  readonly check: 'accept' | 'reject';
  readonly message: string;
  readonly mode?: '6';
  readonly note?: string;
  readonly problem?: string | null;
  readonly wire?: readonly Answer[];
}

export interface Answer {
  readonly client: DhcpClient;
  /** Hex by option code; `null`: no answer at all. */
  readonly reply: Readonly<Record<string, string>> | null;
  readonly address?: string;
}

export interface TruthCase {
  readonly name: string;
  /** The config's path. */
  readonly file: string;
  readonly config: Uint8Array;
  readonly expectationFile: string;
  /** `null` for a config that was just written. */
  readonly expected: Expectation | null;
}

export type ReviewedCase = TruthCase & { readonly expected: Expectation };

/** The `problem` of a case that the server accepts until a person has looked at it. */
export const UNREVIEWED = 'unreviewed';

/** The cases of a language, sorted by name. */
export function casesOf(language: TruthLanguage): readonly TruthCase[] {
  const folder = fileURLToPath(new URL(`./${language}/`, import.meta.url));
  return readdirSync(folder)
    .filter((file) => extname(file) === LANGUAGES[language])
    .sort()
    .map((file) => {
      const name = file.slice(0, -extname(file).length);
      const expectationFile = `${folder}${name}.expect.json`;
      return {
        name,
        file: folder + file,
        config: readFileSync(folder + file),
        expectationFile,
        expected: existsSync(expectationFile)
          ? (JSON.parse(readFileSync(expectationFile, 'utf8')) as Expectation)
          : null,
      };
    });
}

export function isReviewed(truthCase: TruthCase): truthCase is ReviewedCase {
  return truthCase.expected !== null && truthCase.expected.problem !== UNREVIEWED;
}

export function family(truthCase: TruthCase): 4 | 6 {
  const mode = truthCase.expected === null ? /-v6-/.exec(truthCase.name)?.[0] : truthCase.expected.mode;
  return mode === undefined ? 4 : 6;
}
