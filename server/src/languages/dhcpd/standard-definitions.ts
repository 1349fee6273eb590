import type { OptionDefinition } from '../../model/option.ts';
import type { StandardOption } from './vocabulary/standard-option.ts';
import { optionByCode, optionByName, STANDARD_OPTIONS } from './vocabulary/vocabulary.ts';

/** The space in which dhcpd keeps its own parameters, so that they inherit like options. */
export const SERVER_SPACE = 'server';

const DEFINITIONS = new Map<StandardOption, OptionDefinition>(
  STANDARD_OPTIONS.map((option) => [
    option,
    {
      space: option.space,
      name: option.name,
      code: option.code,
      type: option.type,
      at: undefined,
      nameAt: undefined,
      codeAt: undefined,
      typeAt: undefined,
      replaces: undefined,
    },
  ]),
);

/** What dhcpd knows without a definition in the file. */
export const STANDARD_DEFINITIONS: readonly OptionDefinition[] = [...DEFINITIONS.values()];

export function standardByName(space: string, name: string): OptionDefinition | undefined {
  const option = optionByName(space, name);
  return option && DEFINITIONS.get(option);
}

export function standardByCode(space: string, code: number): OptionDefinition | undefined {
  const option = optionByCode(space, code);
  return option && DEFINITIONS.get(option);
}
