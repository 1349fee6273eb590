/** A text with places to be filled in: as it is without them, and as a snippet of the Language Server Protocol. */
export interface SnippetText {
  readonly plain: string;
  /** Undefined where there is nothing to fill in. */
  readonly snippet: string | undefined;
}

export const literal = (plain: string): SnippetText => ({ plain, snippet: undefined });

/** What stands at a tab stop until somebody writes over it. Tab stops are visited in the order of their numbers. */
export const tabStop = (number: number, placeholder: string): SnippetText => ({
  plain: placeholder,
  snippet: `\${${number}:${escaped(placeholder)}}`,
});

/** A statement of a plan, and the tab stop at which it can be taken out; without tab stops it is left out. */
export interface PlannedStatement {
  readonly text: SnippetText;
  readonly removedAt: number | undefined;
}

/** A statement with what stands around it, which goes with it where it is taken out. */
export function placed({ text, removedAt }: PlannedStatement, before: string, behind: string): SnippetText {
  const whole = joined(before, text, behind);
  return removedAt === undefined ? whole : { plain: '', snippet: `\${${removedAt}:${snippetOf(whole)}}` };
}

export function joined(...parts: readonly (SnippetText | string)[]): SnippetText {
  const texts = parts.map((part) => (typeof part === 'string' ? literal(part) : part));
  const hasStops = texts.some(({ snippet }) => snippet !== undefined);
  return {
    plain: texts.map(({ plain }) => plain).join(''),
    snippet: hasStops ? texts.map(snippetOf).join('') : undefined,
  };
}

const snippetOf = ({ plain, snippet }: SnippetText): string => snippet ?? escaped(plain);

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
