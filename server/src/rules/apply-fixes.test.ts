import { expect, test } from 'vitest';
import { findingsIn } from '../../../test/stories/story.ts';
import { applyFixes, waitingForSyntax } from './apply-fixes.ts';

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

test('what older devices lack is put in when the text is understood, not before', async () => {
  const broken = withCondition('');
  const found = await findingsIn(broken);
  expect(found.map(({ rule }) => rule)).toEqual(['legacy-devices-uncovered', 'syntax']);
  expect(waitingForSyntax(found).map(({ rule }) => rule)).toEqual(['legacy-devices-uncovered']);
  expect(applyFixes(broken, found, { unsafe: true })).toEqual({ text: broken, applied: [] });
  const right = withCondition('"kiosk"');
  const foundThen = await findingsIn(right);
  expect(waitingForSyntax(foundThen)).toEqual([]);
  expect(applyFixes(right, foundThen, { unsafe: true }).text).toContain('option igelrmserver "192.0.2.5";');
});
