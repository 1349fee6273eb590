import { type Span, span } from '../../../model/span.ts';
import type { Completion, Completions } from '../../editor.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { comparedOption, type Expected, expectedAt, type FindOption } from './expected.ts';
import { operandCompletions, operatorCompletions } from './expression-completions.ts';
import { nameCompletions, spaceCompletions, valueCompletions } from './name-completions.ts';
import { optionCompletions } from './option-completions.ts';
import { moreOfStatement, statementCompletions, wordCompletions } from './statement-completions.ts';
import { codeCompletions, typeCompletions } from './type-completions.ts';
import type { View } from './view.ts';

/** A place where something is to be completed. */
export interface Site {
  readonly view: View;
  readonly cursor: Cursor;
  readonly at: Span;
  /** Whether nothing but blanks or a comment follows on the line: only then a whole statement can be written. */
  readonly free: boolean;
}

/** What may be typed at an offset. */
export function completionsAt(view: View, offset: number): Completions | undefined {
  const cursor = cursorAt(view, offset);
  if (cursor.within === 'comment') return undefined;
  const { piece, word } = cursor;
  const free = /^[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/.test(piece.text.slice(word.end));
  const site: Site = { view, cursor, at: span(piece, word.start, word.end), free };
  const { declarations } = view.assembly;
  const find: FindOption = (space, name) => declarations.option(space, name, site.at);
  const items: Completion[] = [];
  for (const expected of expectedAt(cursor, find)) {
    if (cursor.within === 'string' && expected.kind !== 'name-of') continue;
    items.push(...completionsFor(expected, site));
  }
  const range = { start: piece.offset + word.start, end: piece.offset + word.end };
  return { range, items, compared: comparedWith(cursor, find) };
}

/** The option whose values are wanted here, because the client's own is compared with them. */
function comparedWith({ before, within }: Cursor, find: FindOption): Completions['compared'] {
  const name = comparedOption(before);
  const definition = name && find(name.space?.toLowerCase() ?? MAIN_SPACE, name.name);
  return definition && { space: definition.space, code: definition.code, inQuotes: within === 'string' };
}

function completionsFor(expected: Expected, site: Site): readonly Completion[] {
  switch (expected.kind) {
    case 'statement':
      return statementCompletions(site);
    case 'more-of-statement':
      return moreOfStatement(expected.begun, site);
    case 'word':
      return wordCompletions(expected.words, expected.of, site);
    case 'option':
      return optionCompletions(expected.space, expected.use, site);
    case 'code':
      return codeCompletions(site);
    case 'type':
      return typeCompletions(expected, site);
    case 'space':
      return spaceCompletions(site);
    case 'name-of':
      return nameCompletions(expected.what, site);
    case 'value':
      return valueCompletions(expected.type, site);
    case 'operand':
      return operandCompletions(expected.result, site);
    case 'operator':
      return operatorCompletions(expected.result);
  }
}
