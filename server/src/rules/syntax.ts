import { languageRule } from './language-rule.ts';

export const syntax = languageRule('syntax', 'error', {
  summary:
    'Text that the server cannot read: a missing semicolon, brace, comma or quote, or something that belongs nowhere.',
  what: 'The place where the file stops being readable, told where a person would put what is missing. One fault is told once, and what follows it is still checked.',
  why: 'The server refuses the whole file and does not start. Its own message often points at the next line, or at the end of the file.',
  example: 'option domain-name "example.org"\ndefault-lease-time 600;\n',
  instead: 'option domain-name "example.org";\ndefault-lease-time 600;\n',
});
