import { contributes } from '../../../package.json';
import type { LanguageId } from '../languages/language.ts';

/** How much of a text is looked at. */
const BEGINNING = 65_536;

/** The manifest's patterns of first lines: an editor has them match one line, and they match whole texts as well. */
const BEGINNINGS = contributes.languages.map(({ id, firstLine }) => ({
  id: id as LanguageId,
  pattern: new RegExp(firstLine),
}));

/** Only Kea's files are JSON: a bracket behind blanks and comments, whatever is named in it. */
const JSON_BEGINNING = /^\uFEFF?(?:\s|(?:#|\/\/)[^\n]*\n|\/\*[\s\S]*?\*\/)*[{[]/;

/** The language that a text is evidently written in. */
export function languageOfText(text: string): LanguageId | undefined {
  const beginning = text.slice(0, BEGINNING);
  return BEGINNINGS.find(({ pattern }) => pattern.test(beginning))?.id;
}

/** The likeliest language of a text that somebody says is a config. */
export const likeliestLanguage = (text: string): LanguageId =>
  languageOfText(text) ?? (JSON_BEGINNING.test(text.slice(0, BEGINNING)) ? 'kea' : 'dhcpd');
