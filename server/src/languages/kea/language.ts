import type { Language } from '../language.ts';
import { KeaAnalysis } from './analysis.ts';
import { symbols } from './editor/symbols.ts';
import { faultsIn, type PlacedItem } from './item.ts';
import { bracketProblem } from './judge/brackets.ts';
import { lower } from './lower.ts';
import { KEA_POLICY } from './server-policy.ts';
import { writePlan } from './serving/write-plan.ts';
import { KEA_SYNTAX } from './syntax.ts';
import { NEWEST_KEA } from './vocabulary/version.ts';
import { KEA_WRITER } from './writer.ts';

/** The configuration files of ISC Kea's programs. */
export const KEA: Language<PlacedItem> = {
  id: 'kea',
  serverName: 'Kea',
  syntax: KEA_SYNTAX,
  mainFiles: ['kea-dhcp4.conf', 'kea-dhcp6.conf', 'kea-dhcp-ddns.conf', 'kea-ctrl-agent.conf'],
  policy: KEA_POLICY,
  simulated: true,
  comment: '//',
  lower,
  faultsIn: ({ item }) => faultsIn(item),
  bracketProblem,
  analyse: () => new KeaAnalysis(),
  write: KEA_WRITER,
  writePlan: (plan, { keaVersion = NEWEST_KEA }) => writePlan(plan, keaVersion),
  symbols,
  completionTriggers: ['"', '.', '[', "'"],
};
