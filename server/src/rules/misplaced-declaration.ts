import { languageRule } from './language-rule.ts';

export const misplacedDeclaration = languageRule('misplaced-declaration', 'warning', {
  summary: 'A declaration that works otherwise than its place suggests.',
  what: 'A host that is written inside a subnet that its address is not in, and a fixed address that is in no subnet of the file.',
  why: 'A host takes its options from where it is written, not from the subnet that its address is in; with an address that fits nowhere it is not used at all.',
  example:
    'subnet 192.0.2.0 netmask 255.255.255.0 {\n  host tc1 {\n    hardware ethernet 02:00:00:00:00:01;\n    fixed-address 198.51.100.7;\n  }\n}\nsubnet 198.51.100.0 netmask 255.255.255.0 { }\n',
  instead:
    'subnet 192.0.2.0 netmask 255.255.255.0 { }\nsubnet 198.51.100.0 netmask 255.255.255.0 { }\nhost tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n  fixed-address 198.51.100.7;\n}\n',
});
