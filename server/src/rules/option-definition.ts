import { languageRule } from './language-rule.ts';

export const optionDefinition = languageRule('option-definition', 'error', {
  summary: 'An option definition that is impossible, or that collides with another one.',
  what: 'Unknown types, a missing word, a code that no packet can carry, a definition inside a block, and names or codes that are defined twice.',
  why: 'The server refuses the file, or gives values of one kind the code of another. With two definitions of a name the last one counts for all values, also for those above it.',
  example: 'option igelrmserver code 224 = txt;\n',
  instead: 'option igelrmserver code 224 = text;\n',
});
