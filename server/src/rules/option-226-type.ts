import { TAG_CODE } from '../igel/sub-options.ts';
import type { Problem } from '../model/problem.ts';
import { isNamed, TAG_NAME } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';
import { type TextOption, wrongTypeProblems } from './text-option-type.ts';

const TAG: TextOption = {
  rule: 'option-226-type',
  subject: 'Option 226',
  holds: 'tag',
  hurts:
    'IGEL OS finds its UMS, but passes on no structure tag, and the rules of the UMS for default directories do not fit.',
};

/** Option 226 goes out as something else than a text. */
export const option226Type: Rule = {
  id: 'option-226-type',
  severity: 'warning',
  page: {
    summary: 'Option 226 is declared with a type that does not send a text.',
    what: 'umsstructuretag declared as a number (a DWORD), an address or a boolean. Text, or string with the text in quotes, sends what IGEL OS reads.',
    why: 'The structure tag is a string, and rules for default directories in the UMS compare it as one.',
    example: 'option umsstructuretag code 226 = unsigned integer 32;\noption umsstructuretag 17;\n',
    instead: 'option umsstructuretag code 226 = text;\noption umsstructuretag "17";\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const { model } = context;
    for (const definition of model.definitions) {
      if (definition.space !== model.mainSpace || definition.code !== TAG_CODE || !isNamed(definition, TAG_NAME))
        continue;
      yield* wrongTypeProblems(context, definition, TAG);
    }
  },
};
