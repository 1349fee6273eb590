import { languages, type TextDocument } from 'vscode';
import { contributes } from '../package.json';

/** No scheme: a config may lie on a disk, in a repository that is only looked at, or nowhere yet. */
export const SELECTOR: { readonly language: string }[] = contributes.languages.map(({ id }) => ({ language: id }));

export const isConfig = (document: TextDocument): boolean => languages.match(SELECTOR, document) > 0;

/** Where configs are looked for in a workspace. */
export const CONFIG_PATTERN = `{${contributes.languages
  .flatMap(({ filenames, filenamePatterns }) => [...filenames, ...filenamePatterns])
  .map((pattern) => (pattern.includes('/') ? pattern : `**/${pattern}`))
  .join(',')}}`;

/** What is not looked for there: other people's packages, and files that were put aside, as the command line passes over them. */
export const PASSED_OVER =
  '{**/node_modules/**,**/*~,**/*.{bak,orig,old,save,swp,dpkg-*,ucf-*,rpmnew,rpmsave,rpmorig}}';
