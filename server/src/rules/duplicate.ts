import { languageRule } from './language-rule.ts';

export const duplicate = languageRule('duplicate', 'error', {
  summary: 'The same thing declared twice.',
  what: 'Two hosts of one name (refused), one hardware or fixed address in two hosts, a class with two tests, an option that is set twice in one place.',
  why: 'Where the server accepts it, only one of the two is in effect, and it is not always the one that is meant.',
  example:
    'host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n}\nhost tc1 {\n  hardware ethernet 02:00:00:00:00:02;\n}\n',
  instead:
    'host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n}\nhost tc2 {\n  hardware ethernet 02:00:00:00:00:02;\n}\n',
});
