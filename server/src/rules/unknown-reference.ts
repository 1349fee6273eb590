import { languageRule } from './language-rule.ts';

export const unknownReference = languageRule('unknown-reference', 'error', {
  summary: 'A class, option space, failover peer, group, key or included file that does not exist where it is named.',
  what: 'Names that nothing declares, and names that are declared only further down: dhcpd reads from top to bottom. An included file with a full path that is not on this machine is information only, and what it may declare is not called unknown.',
  why: 'The server refuses the file.',
  example: 'subclass "thin-clients" "igel-dhcp-1";\n',
  instead:
    'class "thin-clients" {\n  match option vendor-class-identifier;\n}\nsubclass "thin-clients" "igel-dhcp-1";\n',
});
