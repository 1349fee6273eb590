import { nearestNames } from '../../nearest-names.ts';
import type { OptionName } from '../option-name.ts';
import { type LocalMend, Refusal } from '../reader.ts';
import { meantOption } from '../vocabulary/other-names.ts';

/** What is declared at the place of an expression. Names come in small letters. */
export interface OptionLookup {
  /** Undefined for an option that does not exist there, `unknown-N` with an impossible code included. */
  option(space: string, name: string): { readonly code: number } | undefined;
  /** Whether the option space exists there. */
  space(name: string): boolean;
  /** The names that could be meant instead of one that does not exist. */
  optionNames(space: string): Iterable<string>;
  spaceNames(): Iterable<string>;
  /** True where an include could not be read, so that nothing can be called unknown. */
  readonly incomplete: boolean;
}

/** The code of an option, or why dhcpd does not know it. */
export function codeOf(name: OptionName, lookup: OptionLookup): number | Refusal | undefined {
  if (name.space && !lookup.space(name.spaceKey)) {
    return lookup.incomplete ? undefined : unknownSpace(name.space, lookup);
  }
  const code = lookup.option(name.spaceKey, name.nameKey)?.code;
  if (code !== undefined || lookup.incomplete) return code;
  const impossible = /^unknown-(\d*)/.exec(name.nameKey)?.[1];
  if (impossible !== undefined) {
    return new Refusal(
      'unknown-option',
      name,
      `"${name.name.text}" can name no option: behind "unknown-" belongs a code that an option may have.`,
      'Write a code from 1 to 254.',
    );
  }
  const byNumber = /^(?:option|code|opt)-?(\d{1,3})$/.exec(name.nameKey)?.[1];
  const meant =
    byNumber === undefined ? meantOption(name.name.text, lookup.optionNames(name.spaceKey)) : `unknown-${byNumber}`;
  return new Refusal(
    'unknown-option',
    name,
    name.space
      ? `There is no option "${name.name.text}" in the space "${name.space.text}" at this place.`
      : `There is no option "${name.name.text}" at this place.`,
    meant === undefined ? 'Define it above, or name another one.' : `Is "${meant}" meant? Otherwise define it above.`,
    written(name.name, meant),
  );
}

function unknownSpace(space: NonNullable<OptionName['space']>, lookup: OptionLookup): Refusal {
  const meant = nearestNames(space.text, lookup.spaceNames())[0];
  return new Refusal(
    'unknown-reference',
    space,
    `There is no option space "${space.text}" at this place.`,
    meant === undefined
      ? `Declare it above: option space ${space.text};`
      : `Is "${meant}" meant? Otherwise declare it above.`,
    written(space, meant),
  );
}

function written(at: { readonly start: number; readonly end: number }, meant: string | undefined): LocalMend[] {
  if (meant === undefined) return [];
  return [{ title: `Write ${meant}`, safe: false, edits: [{ start: at.start, end: at.end, newText: meant }] }];
}
