import { languageRule } from './language-rule.ts';

export const unknownStatement = languageRule('unknown-statement', 'error', {
  summary: 'A statement that the server does not know, or does not take in this place.',
  what: 'Misspelt statements, statements of another server, and statements that stand in a block where they do not belong. A word alone that dhcpd takes for a variable is a warning: it accepts the file, and the word does nothing.',
  why: 'Most of these make the server refuse the file. The others are worse: what was meant is silently not in effect.',
  example: 'defaut-lease-time 600;\n',
  instead: 'default-lease-time 600;\n',
});
