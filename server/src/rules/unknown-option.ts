import { EXCLUSIVE_CODE } from '../igel/sub-options.ts';
import type { Mend, Problem } from '../model/problem.ts';
import type { UnknownOption } from '../model/unknown-option.ts';
import { EXCLUSIVE_NAME, igelOption, igelSpaces } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** An option without a definition; IGEL's own are told by option-224-undefined. */
export const unknownOption: Rule = {
  id: 'unknown-option',
  severity: 'error',
  page: {
    summary: 'An option of which no definition is known at its place.',
    what: 'Misspelt names of standard options, options of another space, and own options that are used above their definition or have none. With an include that cannot be read it is a warning, because the definition may stand there.',
    why: 'The server refuses the file.',
    example: 'option domain-name-server 192.0.2.53;\n',
    instead: 'option domain-name-servers 192.0.2.53;\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    for (const unknown of context.model.unknownOptions) {
      if (!igelOption(unknown.name)) yield problemOf(unknown, context);
    }
  },
};

/** IGEL's own space lacks the definition of exclusive: there is only one way to define it. */
function mendsOf(
  { space, name, certain, mends, value }: UnknownOption,
  { model, write }: RuleContext,
): readonly Mend[] {
  const isExclusive = name.toLowerCase() === EXCLUSIVE_NAME && igelSpaces(model).has(space);
  if (!isExclusive || !value || mends.length > 0) return mends;
  const edits = write.addDefinition({ space, name, code: EXCLUSIVE_CODE, type: 'unsigned integer 8' }, value);
  return [{ title: `Define ${name} as sub-option ${EXCLUSIVE_CODE}`, safe: certain, preferred: true, edits }];
}

function problemOf(unknown: UnknownOption, context: RuleContext): Problem {
  const {
    serverName,
    model: { mainSpace },
  } = context;
  const { space, name, nameAt, definedLater, nearest, certain } = unknown;
  const where = space === mainSpace ? '' : ` in the space "${space}"`;
  return {
    rule: 'unknown-option',
    severity: certain ? 'error' : 'warning',
    at: nameAt,
    what: definedLater
      ? `The option "${name}"${where} is defined only further down.`
      : `${serverName} knows no option "${name}"${where}.`,
    hurts: certain
      ? `${serverName} refuses the whole file and does not start, so no device gets an address or its UMS from it.`
      : `Unless an included file that cannot be read here defines it, ${serverName} refuses the whole file.`,
    remedy: definedLater
      ? 'Move the definition above this statement.'
      : nearest === undefined
        ? 'Define it first, with its code and type.'
        : `Is "${nearest}" meant? Otherwise define it first.`,
    mends: mendsOf(unknown, context),
    related: definedLater ? [{ at: definedLater, message: 'defined here' }] : [],
  };
}
