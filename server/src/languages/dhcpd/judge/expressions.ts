import type { OptionLookup } from '../expression/option-lookup.ts';
import { headSpan, type Statement } from '../statement.ts';
import { STANDARD_SPACES } from '../vocabulary/spaces.ts';
import type { Judgement } from './judgement.ts';

/** What the names in an expression of this statement mean. */
export function expressionContext(judgement: Judgement, statement: Statement): OptionLookup {
  const { declarations } = judgement;
  const place = headSpan(statement);
  return {
    option: (space, name) => declarations.option(space, name, place),
    optionNames: (space) => declarations.optionNames(space),
    space: (name) => declarations.space(name, place) !== undefined,
    spaceNames: () => [...declarations.spaces.names(), ...STANDARD_SPACES.keys()],
    incomplete: declarations.incomplete,
  };
}
