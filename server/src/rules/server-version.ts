import { languageRule } from './language-rule.ts';

export const serverVersion = languageRule('server-version', 'error', {
  summary: 'A statement or value that the server, in its version or build, does not have.',
  what: 'What older servers had and this one refuses, such as the update style ad-hoc, and what only a special build knows, such as the settings for LDAP.',
  why: 'The server refuses the file, with a message that does not say that it is a matter of version.',
  example: 'ddns-update-style ad-hoc;\n',
  instead: 'ddns-update-style standard;\n',
});
