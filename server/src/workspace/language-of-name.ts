import picomatch from 'picomatch';
import { contributes } from '../../../package.json';
import type { LanguageId } from '../languages/language.ts';

export const LANGUAGE_IDS: readonly LanguageId[] = contributes.languages.map(({ id }) => id as LanguageId);

interface NamedLanguage {
  readonly id: LanguageId;
  readonly matchesName: (name: string) => boolean;
  /** Patterns with folders in them are about the whole path. */
  readonly matchesPath: (path: string) => boolean;
}

/** The languages of the manifest with what their files are called, in the manifest's order. */
function readPatterns(): readonly NamedLanguage[] {
  return contributes.languages.map(({ id, filenames, filenamePatterns }) => {
    const patterns = [...filenames, ...filenamePatterns];
    const matches = (only: (pattern: string) => boolean) =>
      picomatch(patterns.filter(only), { nocase: true, dot: true });
    return {
      id: id as LanguageId,
      matchesName: matches((pattern) => !pattern.includes('/')),
      matchesPath: matches((pattern) => pattern.includes('/')),
    };
  });
}

/** Made when the first name is asked about: a server that starts has no time to lose. */
let named: readonly NamedLanguage[] | undefined;

/** The language that a file is called after. */
export function languageOfName(path: string): LanguageId | undefined {
  const slashed = path.replaceAll('\\', '/');
  const name = slashed.slice(slashed.lastIndexOf('/') + 1);
  named ??= readPatterns();
  return named.find(({ matchesName, matchesPath }) => matchesName(name) || matchesPath(slashed))?.id;
}
