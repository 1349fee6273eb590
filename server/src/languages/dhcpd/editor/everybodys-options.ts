import type { OptionPlan, PlannedOption } from '../../editor.ts';
import { joined, literal, type SnippetText, tabStop } from '../../snippet-text.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { DHCPD_WRITER } from '../writer.ts';
import { definitionLine, existingDefinition, type NextTabStop, type PlannedPart, usesOf } from './planned-part.ts';
import type { View } from './view.ts';

/** Options that are set outside of all blocks, for all clients. */
export class EverybodysOptions {
  readonly part: PlannedPart;

  constructor(plan: NonNullable<OptionPlan['everybody']>, view: View, lineEnd: string, next: NextTabStop) {
    const lines: SnippetText[] = [];
    const definitions = plan.options.map((option) => ({ option, known: existingDefinition(option, MAIN_SPACE, view) }));
    for (const { option, known } of definitions) if (!known) lines.push(literal(definitionLine(option, MAIN_SPACE)));
    for (const { option, known } of definitions) {
      if (!isSet(option, view)) lines.push(valueLine(known?.name ?? option.name, option, next));
    }
    this.part = {
      lines: lines.length > 0 ? [literal(`# ${plan.comment}`), ...lines].map((line) => joined(line, lineEnd)) : [],
      requires: definitions.flatMap(({ known }) => (known?.at ? [known.at] : [])),
      usedBy: definitions.flatMap(({ option, known }) => (known ? [] : usesOf(option, MAIN_SPACE, view))),
      edits: [],
    };
  }
}

/** A value of an option that nothing defines yet is a value too. */
const isSet = ({ name, code }: PlannedOption, { model }: View): boolean =>
  [...model.values, ...model.unknownOptions.flatMap(({ value }) => value ?? [])].some(
    (value) =>
      value.scope === model.global &&
      value.space === MAIN_SPACE &&
      (value.code === code || value.name.toLowerCase() === name),
  );

/** `option NAME VALUE;` with a tab stop for a value that is asked. */
export function valueLine(fullName: string, { value, use }: PlannedOption, next: NextTabStop): SnippetText {
  const stop = use === 'fixed' ? String(value) : tabStop(next(), String(value));
  if (typeof value === 'number') return joined(`option ${fullName} `, stop, ';');
  if (typeof stop === 'string') return literal(`option ${fullName} ${DHCPD_WRITER.quoted(stop)};`);
  return joined(`option ${fullName} "`, stop, '";');
}
