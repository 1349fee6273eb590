import { expect, test } from 'vitest';
import { startAnalysis } from '../../../test/truth/analysis-of-disk.ts';
import { applyFixes, waitingForSyntax } from './apply-fixes.ts';

const analysis = await startAnalysis({ read: () => undefined });

const findingsIn = (text: string) =>
  analysis.check({ path: 'dhcpd.conf', text, language: 'dhcpd' }, { fleet: [], rules: {} })[0]?.findings ?? [];

const withCondition = (condition: string): string => `option space igel;
option igel.igelrmserver code 224 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "192.0.2.5";
}
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.10 192.0.2.99;
  if option host-name = ${condition} {
  }
}
`;

test('what older devices lack is put in when the text is understood, not before', () => {
  const broken = withCondition('');
  expect(findingsIn(broken).map(({ rule }) => rule)).toEqual(['legacy-devices-uncovered', 'syntax']);
  expect(waitingForSyntax(findingsIn(broken)).map(({ rule }) => rule)).toEqual(['legacy-devices-uncovered']);
  expect(applyFixes(broken, findingsIn(broken), { unsafe: true })).toEqual({ text: broken, applied: [] });
  const right = withCondition('"kiosk"');
  expect(waitingForSyntax(findingsIn(right))).toEqual([]);
  expect(applyFixes(right, findingsIn(right), { unsafe: true }).text).toContain('option igelrmserver "192.0.2.5";');
});
