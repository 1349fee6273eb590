import picomatch from 'picomatch';
import { contributes } from '../../../package.json';
import type { LanguageId } from '../languages/language.ts';

/** The languages of the manifest with what their files are called, in the manifest's order. */
const LANGUAGES = contributes.languages.map(({ id, filenames, filenamePatterns }) => {
  const patterns = [...filenames, ...filenamePatterns];
  const matches = (only: (pattern: string) => boolean) => picomatch(patterns.filter(only), { nocase: true, dot: true });
  return {
    id: id as LanguageId,
    /** Patterns with folders in them are about the whole path. */
    matchesName: matches((pattern) => !pattern.includes('/')),
    matchesPath: matches((pattern) => pattern.includes('/')),
  };
});

export const LANGUAGE_IDS: readonly LanguageId[] = LANGUAGES.map(({ id }) => id);

/** The language that a file is called after. */
export function languageOfName(path: string): LanguageId | undefined {
  const slashed = path.replaceAll('\\', '/');
  const name = slashed.slice(slashed.lastIndexOf('/') + 1);
  return LANGUAGES.find(({ matchesName, matchesPath }) => matchesName(name) || matchesPath(slashed))?.id;
}
