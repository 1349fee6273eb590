import { before, type Span } from '../../../model/span.ts';
import type { DocumentEdit, OptionPlan, PlannedOption } from '../../editor.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { EverybodysOptions } from './everybodys-options.ts';
import { literal, type SnippetText } from './snippet-text.ts';
import { TopLevel } from './top-level.ts';
import { VendorOptions } from './vendor-options.ts';
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

/** The edits near an offset that make the files send what a plan says; undefined where this document is not the place for it. */
export function carryOut(plan: OptionPlan, view: View, offset: number): readonly DocumentEdit[] | undefined {
  const topLevel = TopLevel.of(view);
  if (!topLevel || view.model.family === 6) return undefined;
  let stops = 0;
  const next: NextTabStop = () => ++stops;
  const parts: PlannedPart[] = [];
  if (plan.everybody) parts.push(new EverybodysOptions(plan.everybody, view, topLevel.lineEnd, next).part);
  if (plan.vendor) {
    const part = new VendorOptions(plan.vendor, view, topLevel.lineEnd, next).part;
    if (!part) return undefined;
    parts.push(part);
  }
  const edits = parts.flatMap((part) => part.edits);
  const adding = parts.filter(({ lines }) => lines.length > 0);
  if (adding.length === 0) return edits;
  const requires = adding.flatMap((part) => part.requires);
  const usedBy = adding.flatMap((part) => part.usedBy).map(before);
  const index = topLevel.placeFor(offset, requires, usedBy);
  if (index === undefined) return undefined;
  const lines = adding.flatMap((part, i) => (i === 0 ? part.lines : [literal(topLevel.lineEnd), ...part.lines]));
  return [topLevel.insert(index, offset, lines), ...edits];
}

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
