import type { Help } from '../languages/editor.ts';

/**
 * A word of a language as Markdown: what it is, what it does, how it is written, where it has effect.
 * @param language the id of the language, for the colours of what is written in it
 */
export function markdownOf(help: Help, language: string): string {
  return [headingOf(help), ...bodyOf(help, language)].join('\n\n');
}

/** The first line: the word and the facts that tell it apart. */
export const headingOf = ({ title, traits }: Help): string => [`**${title}**`, ...traits].join(' · ');

/** What follows the first line, in paragraphs. */
export function bodyOf({ help, forms, notes }: Help, language: string): readonly string[] {
  const parts: string[] = [];
  if (help !== '') parts.push(help);
  if (forms.length > 0) parts.push([`\`\`\`${language}`, ...forms, '```'].join('\n'));
  if (notes.length > 0) parts.push(notes.map(({ about, text }) => `*${about}:* ${text}`).join('  \n'));
  return parts;
}
