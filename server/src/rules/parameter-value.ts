import { languageRule } from './language-rule.ts';

export const parameterValue = languageRule('parameter-value', 'error', {
  summary: "A value of a server's parameter that it refuses, or takes for something else.",
  what: 'Lease times that are no numbers or do not fit, switches with words that the server does not know, hardware addresses of a wrong form or length.',
  why: 'The server refuses the file, or works with another value than the one that stands there.',
  example: 'host tc1 {\n  hardware ethernet 02-00-00-00-00-01;\n}\n',
  instead: 'host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n}\n',
});
