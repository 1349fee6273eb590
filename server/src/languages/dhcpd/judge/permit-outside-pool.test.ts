import { beforeAll, describe, expect, it } from 'vitest';
import { startAnalysis } from '../../../../../test/truth/analysis-of-disk.ts';
import type { Analysis } from '../../../workspace/analysis.ts';

let analysis: Analysis;
beforeAll(async () => {
  analysis = await startAnalysis({ read: () => undefined });
});

const CLASS = 'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n';

/** The text after the first fix of the finding about the first permit; undefined where there is none. */
function mended(text: string): string | undefined {
  const findings = analysis
    .check({ path: 'dhcpd.conf', text, language: 'dhcpd' }, { fleet: [], rules: {} })
    .flatMap((report) => report.findings);
  const finding = findings.find(({ what }) => what.includes('is for pools only'));
  if (!finding) throw new Error(`no permit is refused in ${text}`);
  const [fix] = finding.fixes;
  if (!fix) return undefined;
  expect(fix.safe).toBe(false);
  let after = text;
  for (const { start, end, newText } of [...fix.edits].sort((one, other) => other.start - one.start))
    after = after.slice(0, start) + newText + after.slice(end);
  return after;
}

describe('a permit outside of a pool', () => {
  it('goes into a pool with the range of its subnet', () => {
    const before = `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.20 192.0.2.90;\n  option routers 192.0.2.1;\n  deny members of "igel";\n}\n`;
    const after = `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    range 192.0.2.20 192.0.2.90;\n    deny members of "igel";\n  }\n  option routers 192.0.2.1;\n}\n`;
    expect(mended(before)).toBe(after);
  });

  it('goes with all ranges and permits, and leaves the switches of the subnet where they are', () => {
    const before = `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n  allow known-clients; # all of ours\n  deny bootp;\n  range 192.0.2.20 192.0.2.90;\n  range 192.0.2.120 192.0.2.190;\n  deny members of "igel";\n}\n`;
    const after = `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n   # all of ours\n  deny bootp;\n  pool {\n    allow known-clients;\n    range 192.0.2.20 192.0.2.90;\n    range 192.0.2.120 192.0.2.190;\n    deny members of "igel";\n  }\n}\n`;
    expect(mended(before)).toBe(after);
  });

  it('moves on one line too', () => {
    const before = 'subnet 192.0.2.0 netmask 255.255.255.0 { range 192.0.2.20 192.0.2.90; deny unknown clients; }\n';
    const after =
      'subnet 192.0.2.0 netmask 255.255.255.0 { pool {\n  range 192.0.2.20 192.0.2.90;\n  deny unknown clients;\n}  }\n';
    expect(mended(before)).toBe(after);
  });

  it.each([
    `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n  deny members of "igel";\n}\n`,
    `${CLASS}deny members of "igel";\n`,
    `${CLASS}subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.20 192.0.2.90;\n  ignore members of "igel";\n}\n`,
  ])('stays where there is no range to move, or no permit: %j', (text) => {
    expect(mended(text)).toBeUndefined();
  });
});
