import type { LanguageId } from '../../server/src/languages/language.ts';
import { applyFixes } from '../../server/src/rules/apply-fixes.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Analysis } from '../../server/src/workspace/analysis.ts';
import { startAnalysis } from '../truth/analysis-of-disk.ts';

let started: Promise<Analysis> | undefined;

/** Grammars are loaded once for all stories of a file. */
function analysisOfOneFile(): Promise<Analysis> {
  started ??= startAnalysis({ read: () => undefined });
  return started;
}

/** What is found in a config that includes no other, for a fleet of all ages. */
export async function findingsIn(text: string, language: LanguageId = 'dhcpd'): Promise<readonly Finding[]> {
  const analysis = await analysisOfOneFile();
  return analysis
    .check({ path: 'story.conf', text, language }, { fleet: [], rules: {} })
    .flatMap(({ findings }) => findings);
}

/** What one rule finds: how grave it is, and the words that it points at. */
export async function foundBy(rule: string, text: string, language: LanguageId = 'dhcpd'): Promise<readonly string[]> {
  const findings = await findingsIn(text, language);
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, start, end }) => `${severity}: ${text.slice(start, end)}`);
}

/** Whether dhcpd would refuse the config, by what is found in it; that clients are locked out is no reason for it to. */
export const isRefused = async (text: string): Promise<boolean> =>
  (await findingsIn(text)).some(({ severity, rule }) => severity === 'error' && rule !== 'client-locked-out');

/** The config after the preferred fixes of one rule, safe or not. */
export async function mendedBy(rule: string, text: string, language: LanguageId = 'dhcpd'): Promise<string> {
  return applyFixes(text, await findingsIn(text, language), { unsafe: true, rule }).text;
}
