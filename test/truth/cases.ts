import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DhcpClient } from '../servers/dhcp-message.ts';

/** The languages that have cases, each in the folder of its name. */
export const LANGUAGES = ['dhcpd', 'kea'] as const;
export type TruthLanguage = (typeof LANGUAGES)[number];

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
  readonly language: TruthLanguage;
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

/** The folder of a language's cases, with a separator at its end. */
export const folderOf = (language: TruthLanguage): string => fileURLToPath(new URL(`./${language}/`, import.meta.url));

/** The cases of a language, sorted by name. */
export function casesOf(language: TruthLanguage): readonly TruthCase[] {
  const folder = folderOf(language);
  return readdirSync(folder)
    .filter((file) => extname(file) === '.conf')
    .sort()
    .map((file) => {
      const name = file.slice(0, -extname(file).length);
      const expectationFile = `${folder}${name}.expect.json`;
      return {
        language,
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

/** A case as test reports name it. */
export const fullName = ({ language, name }: TruthCase): string => `${language}/${name}`;

export function isReviewed(truthCase: TruthCase): truthCase is ReviewedCase {
  return truthCase.expected !== null && truthCase.expected.problem !== UNREVIEWED;
}

export function family(truthCase: TruthCase): 4 | 6 {
  const mode = truthCase.expected === null ? /-v6-/.exec(truthCase.name)?.[0] : truthCase.expected.mode;
  return mode === undefined ? 4 : 6;
}

/** What the checker is to be told of the servers that the cases were asked of. */
export const KEA_VERSION = '2.2';
