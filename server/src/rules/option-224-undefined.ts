import type { Mend, Problem } from '../model/problem.ts';
import type { UnknownOption } from '../model/unknown-option.ts';
import { type IgelOption, igelOption } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** One of IGEL's options is set, but no definition gives it a code. */
export const option224Undefined: Rule = {
  id: 'option-224-undefined',
  severity: 'error',
  page: {
    summary: 'igelrmserver or umsstructuretag is set, and its definition is missing or stands further down.',
    what: 'A value for igelrmserver or umsstructuretag, in the main space or in one for option 43, of which the server does not know code and type at that place.',
    why: 'These options are no standard ones: the server refuses the file until it is told that they are 224 and 226, and texts.',
    example: 'option igelrmserver "192.0.2.10";\n',
    instead: 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const told = new Set<string>();
    for (const unknown of context.model.unknownOptions) {
      const option = igelOption(unknown.name);
      if (!option) continue;
      // One definition mends all uses below it: the first is told, the others follow from it.
      const key = `${unknown.space} ${option.name}`;
      if (!told.has(key)) yield problemOf(context, unknown, option);
      told.add(key);
    }
  },
};

function problemOf(context: RuleContext, unknown: UnknownOption, option: IgelOption): Problem {
  const { model, serverName } = context;
  const { code } = option;
  const subject = unknown.name === String(code) ? `Option ${code}` : unknown.name;
  const where = unknown.space === model.mainSpace ? '' : ` in the space "${unknown.space}"`;
  return {
    rule: 'option-224-undefined',
    severity: unknown.certain ? 'error' : 'warning',
    at: unknown.nameAt,
    what: unknown.definedLater
      ? `${subject} is set here${where}, and defined only further down.`
      : `${subject} is set here${where}, but nothing says ${subject === unknown.name ? `that it is option ${code}` : 'what it is called and that it is a text'}.`,
    hurts: unknown.certain
      ? `${serverName} refuses the whole file and does not start, so no device gets an address or its UMS from it.`
      : `Unless an included file that cannot be read here defines it, ${serverName} refuses the whole file.`,
    remedy: unknown.definedLater ? 'Put the definition above.' : `Define it as a text with the code ${code}.`,
    mends: mendsOf(context, unknown, option),
    related: unknown.definedLater ? [{ at: unknown.definedLater, message: 'defined here' }] : [],
  };
}

function mendsOf({ model, write }: RuleContext, unknown: UnknownOption, { name, code }: IgelOption): Mend[] {
  const { value } = unknown;
  if (!value) return [];
  const space = unknown.space === model.mainSpace ? undefined : unknown.space;
  const written = unknown.name === String(code) ? name : unknown.name;
  const edits = write.addDefinition({ space, name: written, code, type: 'text' }, value);
  return [{ title: `Define ${written} as option ${code}`, safe: unknown.certain, preferred: true, edits }];
}
