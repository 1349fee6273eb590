import type { Span } from '../../../model/span.ts';
import type { DocumentEdit, PlannedOption } from '../../editor.ts';
import type { SnippetText } from '../../snippet-text.ts';
import { MAIN_SPACE } from '../option-name.ts';
import type { View } from './view.ts';

/** A part of a plan: what is to be added outside of all blocks, and where it may stand. */
export interface PlannedPart {
  /** Each with its line's end. */
  readonly lines: readonly SnippetText[];
  /** Declarations that the lines need above them. */
  readonly requires: readonly Span[];
  /** What needs the lines above it. */
  readonly usedBy: readonly Span[];
  /** What is to be changed elsewhere. */
  readonly edits: readonly DocumentEdit[];
}

/** Numbers of tab stops, from 1 on. */
export type NextTabStop = () => number;

/** The name and the place of the definition that a planned option can use; undefined where one has to be made. */
export function existingDefinition(
  { name, code, type }: PlannedOption,
  space: string,
  { model }: View,
): { readonly name: string; readonly at: Span | undefined } | undefined {
  const own = model.definitions.filter((definition) => definition.space === space);
  const named = own.findLast((definition) => definition.name.toLowerCase() === name);
  if (named) return named;
  // Another name for the code serves as well, if it sends the same bytes.
  return own.findLast((definition) => {
    const kind = definition.type?.kind;
    const fits = type === 'text' ? kind === 'text' || kind === 'string' : kind === 'integer';
    return definition.code === code && fits;
  });
}

/** Where an option is set or asked for that nothing defines above. */
export const usesOf = ({ name }: PlannedOption, space: string, { model }: View): readonly Span[] =>
  model.unknownOptions
    .filter((unknown) => unknown.space === space && unknown.name.toLowerCase() === name)
    .map(({ nameAt }) => nameAt);

export const definitionLine = ({ name, code, type }: PlannedOption, space: string): string =>
  `option ${space === MAIN_SPACE ? '' : `${space}.`}${name} code ${code} = ${type};`;
