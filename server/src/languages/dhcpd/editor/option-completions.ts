import type { OptionDefinition } from '../../../model/option.ts';
import { describeType } from '../../../model/option-type.ts';
import type { Completion } from '../../editor.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { SERVER_SPACE, STANDARD_DEFINITIONS } from '../standard-definitions.ts';
import { STANDARD_SPACES } from '../vocabulary/spaces.ts';
import type { Site } from './completions.ts';
import { nameWithSpace, optionHelp } from './help.ts';
import { valueSnippet } from './snippets.ts';

/** The names of options: those that the files define, then the server's own; all spaces where none stands before the cursor. */
export function optionCompletions(space: string | undefined, use: 'set' | 'ask', site: Site): readonly Completion[] {
  const wanted = space?.toLowerCase();
  return known(site)
    .filter((definition) => (wanted === undefined ? definition.space !== SERVER_SPACE : definition.space === wanted))
    .map((definition) => completionOf(definition, wanted !== undefined, use, site));
}

function known({ view, at }: Site): readonly OptionDefinition[] {
  const { declarations } = view.assembly;
  const own = declarations.definitions.filter(
    (definition) => definition.at && declarations.order.compare(definition.at, at) < 0,
  );
  const last = new Map(own.map((definition) => [keyOf(definition), definition]));
  const { family } = view.model;
  const standard = STANDARD_DEFINITIONS.filter((definition) => {
    const of = STANDARD_SPACES.get(definition.space)?.family ?? 'both';
    return !last.has(keyOf(definition)) && (of === 'both' || of === (family ?? 4));
  });
  return [...[...last.values()].sort(byName), ...standard.toSorted(byName)];
}

const keyOf = ({ space, name }: OptionDefinition): string => `${space} ${name.toLowerCase()}`;

const byName = (a: OptionDefinition, b: OptionDefinition): number =>
  Number(a.space !== MAIN_SPACE) - Number(b.space !== MAIN_SPACE) || (fullName(a) < fullName(b) ? -1 : 1);

const fullName = ({ space, name }: OptionDefinition): string => nameWithSpace(space, name);

function completionOf(definition: OptionDefinition, spaceStands: boolean, use: 'set' | 'ask', site: Site): Completion {
  const { name, code, type } = definition;
  const label = spaceStands ? name : fullName(definition);
  const takesValue = use === 'set' && site.free && type && type.kind !== 'empty';
  return {
    label,
    kind: 'option',
    detail: [...(Number.isFinite(code) ? [String(code)] : []), ...(type ? [describeType(type)] : [])].join(' · '),
    help: optionHelp(definition, site.view),
    newText: label,
    snippet: takesValue ? `${label} ${valueSnippet(type)};` : undefined,
  };
}
