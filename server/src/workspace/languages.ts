import { DHCPD } from '../languages/dhcpd/language.ts';
import { KEA } from '../languages/kea/language.ts';
import type { Language, LanguageId } from '../languages/language.ts';
import { type GrammarLoader, loadParser, type Parser } from '../syntax/parser.ts';

// biome-ignore lint/suspicious/noExplicitAny: a language alone knows what its facts are
export type AnyLanguage = Language<any>;

const LANGUAGES: readonly AnyLanguage[] = [DHCPD, KEA];

export const languageById = (id: string): AnyLanguage | undefined => LANGUAGES.find((language) => language.id === id);

/** Characters after which an editor asks for completions, in whatever language. */
export const COMPLETION_TRIGGERS: readonly string[] = [
  ...new Set(LANGUAGES.flatMap(({ completionTriggers }) => completionTriggers)),
];

/** The parsers of all languages. */
export async function loadParsers(grammars: GrammarLoader): Promise<ReadonlyMap<LanguageId, Parser>> {
  const parsers = new Map<LanguageId, Parser>();
  for (const { id, syntax } of LANGUAGES) parsers.set(id, await loadParser(grammars, syntax));
  return parsers;
}
