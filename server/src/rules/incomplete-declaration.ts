import { languageRule } from './language-rule.ts';

export const incompleteDeclaration = languageRule('incomplete-declaration', 'error', {
  summary: 'A declaration that lacks something it needs.',
  what: 'A pool without addresses, a shared network without a subnet, a subnet without its mask, a failover peer that no pool names, a key without algorithm or secret.',
  why: 'The server refuses the file, or crashes on it.',
  example: 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    allow unknown-clients;\n  }\n}\n',
  instead:
    'subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    allow unknown-clients;\n    range 192.0.2.10 192.0.2.20;\n  }\n}\n',
});
