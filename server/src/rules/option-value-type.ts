import { languageRule } from './language-rule.ts';

export const optionValueType = languageRule('option-value-type', 'error', {
  summary: 'An option value that does not fit the type of the option.',
  what: 'Texts without quotes, numbers that are too large, incomplete addresses, bytes that are not joined by colons. A value that is accepted as something else than what stands there, such as an octal number, is a warning.',
  why: 'The server refuses the file, or sends other bytes than the text suggests.',
  example: 'option tftp-server-name 192.0.2.7;\n',
  instead: 'option tftp-server-name "192.0.2.7";\n',
});
