import type { Language } from '../language.ts';
import { DhcpdAnalysis } from './analysis.ts';
import { symbols } from './editor/symbols.ts';
import { bracketProblem } from './judge/brackets.ts';
import { lower } from './lower.ts';
import { DHCPD_POLICY } from './server-policy.ts';
import { faultsIn, type PlacedStatement } from './statement.ts';
import { DHCPD_SYNTAX } from './syntax.ts';
import { DHCPD_WRITER } from './writer.ts';

/** ISC dhcpd's dhcpd.conf, for DHCPv4 and DHCPv6. */
export const DHCPD: Language<PlacedStatement> = {
  id: 'dhcpd',
  serverName: 'dhcpd',
  policy: DHCPD_POLICY,
  simulated: true,
  syntax: DHCPD_SYNTAX,
  mainFiles: ['dhcpd.conf', 'dhcpd6.conf'],
  comment: '#',
  lower,
  faultsIn: ({ statement }) => faultsIn(statement),
  bracketProblem,
  analyse: () => new DhcpdAnalysis(),
  write: DHCPD_WRITER,
  writePlan: undefined,
  symbols,
  completionTriggers: ['.', '"', ' '],
};
