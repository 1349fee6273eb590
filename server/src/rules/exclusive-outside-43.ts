import { EXCLUSIVE_CODE } from '../igel/sub-options.ts';
import type { Problem } from '../model/problem.ts';
import { EXCLUSIVE_NAME, isNamed } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** `exclusive` in the main space, where code 1 is the subnet mask. */
export const exclusiveOutside43: Rule = {
  id: 'exclusive-outside-43',
  severity: 'error',
  page: {
    summary: 'exclusive is defined outside of option 43, where code 1 is the subnet mask.',
    what: 'An option named exclusive in the main option space.',
    why: 'Option 1 outside of option 43 is the subnet mask of every client. exclusive has its meaning inside option 43 only.',
    example: 'option exclusive code 1 = unsigned integer 8;\noption exclusive 1;\n',
    instead:
      'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\n',
  },
  *check({ model }: RuleContext): Generator<Problem> {
    for (const definition of model.definitions) {
      if (definition.space !== model.mainSpace || !isNamed(definition, EXCLUSIVE_NAME) || !definition.nameAt) continue;
      const isMask = definition.code === EXCLUSIVE_CODE;
      yield {
        rule: 'exclusive-outside-43',
        severity: isMask ? 'error' : 'warning',
        at: definition.nameAt,
        what: isMask
          ? 'exclusive is defined as option 1 of the main space: that is the subnet mask.'
          : `exclusive is defined as option ${definition.code} of the main space; IGEL OS reads it inside option 43 only.`,
        hurts: isMask
          ? 'Every client that gets this value takes it for its subnet mask and loses its network.'
          : 'It does nothing on any IGEL OS version.',
        remedy: 'Define it in an option space that goes out inside option 43.',
        mends: [],
        related: [],
      };
    }
  },
};
