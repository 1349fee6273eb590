import { SERVER_CODE } from '../igel/sub-options.ts';
import type { Model } from '../model/model.ts';
import type { OptionDefinition } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { isServerDefinition } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The vendor's name on another code: the device looks at 224. */
export const option224Code: Rule = {
  id: 'option-224-code',
  severity: 'error',
  page: {
    summary: 'igelrmserver is defined with another code than 224.',
    what: 'A definition of the name igelrmserver in the main option space whose code is not 224, also where it replaces a right one: the server uses the last definition of a name for all its values.',
    why: 'The name never travels; IGEL OS looks at code 224 only.',
    example: 'option igelrmserver code 225 = text;\noption igelrmserver "192.0.2.10";\n',
    instead: 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n',
  },
  *check({ model, write }: RuleContext): Generator<Problem> {
    for (const definition of model.definitions) {
      if (!isServerDefinition(model, definition) || definition.code === SERVER_CODE) continue;
      if (!Number.isFinite(definition.code) || !definition.codeAt) continue;
      const before = definition.replaces?.code === SERVER_CODE ? definition.replaces.at : undefined;
      yield {
        rule: 'option-224-code',
        severity: 'error',
        at: definition.codeAt,
        what: `igelrmserver is given the code ${definition.code}, so its values go out as option ${definition.code}${before ? ', also those above' : ''}.`,
        hurts: 'Every IGEL OS version looks for its UMS in option 224 and finds nothing.',
        remedy: 'Give it the code 224.',
        mends: isTaken(model, definition)
          ? []
          : [
              {
                title: 'Give igelrmserver the code 224',
                safe: false,
                preferred: true,
                edits: [{ at: definition.codeAt, newText: write.integer(SERVER_CODE) }],
              },
            ],
        related: before ? [{ at: before, message: 'the definition that this one replaces' }] : [],
      };
    }
  },
};

/** Whether 224 is defined already, by a definition that this one does not replace: two of one code are more than a server may take. */
const isTaken = ({ definitions }: Model, { space, replaces }: OptionDefinition): boolean =>
  definitions.some((other) => other.space === space && other.code === SERVER_CODE && other !== replaces);
