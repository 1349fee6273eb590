import { SERVER_CODE } from '../igel/sub-options.ts';
import type { Problem } from '../model/problem.ts';
import { isServerDefinition } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';
import { type TextOption, wrongTypeProblems } from './text-option-type.ts';

const SERVER: TextOption = {
  rule: 'option-224-type',
  subject: 'Option 224',
  holds: 'address',
  hurts: 'Every IGEL OS version reads no address from it and does not find its UMS.',
};

/** Option 224 goes out as something else than the text of an address. */
export const option224Type: Rule = {
  id: 'option-224-type',
  severity: 'error',
  page: {
    summary: 'Option 224 is declared with a type that does not send the text of an address.',
    what: 'igelrmserver declared as a number (a DWORD), an ip-address, a domain name, a boolean, or a record. Text, or string with the text in quotes, sends what IGEL OS reads; so does any other type whose bytes come out as that text.',
    why: 'The vendor asks for a string and warns of a DWORD. With any other type the server accepts the file and sends bytes in which a device finds no address.',
    example: 'option igelrmserver code 224 = ip-address;\noption igelrmserver 192.0.2.10;\n',
    instead: 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    for (const definition of context.model.definitions) {
      if (definition.code !== SERVER_CODE || !isServerDefinition(context.model, definition)) continue;
      yield* wrongTypeProblems(context, definition, SERVER);
    }
  },
};
