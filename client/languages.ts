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

/** Files that were put aside when another took their place: the command line passes over them too. */
export const PUT_ASIDE = /(?:~|\.(?:bak|orig|old|save|swp|\d+|dpkg-\w+|ucf-\w+|rpm(?:new|save|orig)))$/i;

/** The language of a text by how it begins; what nothing tells is taken for a dhcpd.conf, as on the command line. */
export const languageOfText = (text: string): string =>
  contributes.languages.find(({ firstLine }) => new RegExp(firstLine).test(text))?.id ??
  (/^\s*[{[]/.test(text) ? 'kea' : 'dhcpd');
