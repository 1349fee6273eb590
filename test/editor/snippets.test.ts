import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import snippets from '../../snippets/dhcpd.json' with { type: 'json' };
import { describeWith } from '../servers/describe-with.ts';
import { checkWithDhcpd, dhcpdCheck } from '../servers/dhcpd-check.ts';
import { startAnalysis } from '../truth/analysis-of-disk.ts';

interface Snippet {
  readonly body: readonly string[];
}

const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n';
const CLASS = 'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n';

/** What stands around a snippet where people use it. */
const PLACES: Readonly<Record<keyof typeof snippets, readonly [before: string, after: string]>> = {
  'A whole config for one network': ['', ''],
  'Subnet with a range': ['', ''],
  Reservation: [`${SUBNET}}\n`, ''],
  'Pool for IGEL OS devices': [CLASS + SUBNET, '}\n'],
  'Silence a rule on the next line': ['', 'authoritative;\n'],
};

const configs = Object.entries(PLACES).map(([name, [before, after]]) => ({
  name,
  text: before + expanded(snippets[name as keyof typeof snippets]) + after,
}));

/** A snippet as it stands there before anybody has typed into it. */
function expanded({ body }: Snippet): string {
  const text = `${body.join('\n')}\n`;
  const defaults = new Map([...text.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, stop, value]) => [stop, value]));
  return text
    .replace(/\$\{(\d+):[^}]*\}|\$(\d)/g, (_, named, bare) => defaults.get(named ?? bare) ?? '')
    .replace(/^[ \t]+$/gm, '');
}

it('every snippet has its place here', () => {
  expect(Object.keys(PLACES)).toEqual(Object.keys(snippets));
});

const analysis = await startAnalysis({ read: () => undefined });

it.each(configs)('nothing is found in "$name" as it comes', ({ text }) => {
  const [report] = analysis.check({ path: 'dhcpd.conf', text, language: 'dhcpd' }, { fleet: [], rules: {} });
  expect(report?.findings).toEqual([]);
});

describeWith(dhcpdCheck, 'dhcpd takes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-snippets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(configs)('"$name"', async ({ text }) => {
    const file = join(folder, 'dhcpd.conf');
    writeFileSync(file, text);
    expect(await checkWithDhcpd(file, 4)).toEqual({ check: 'accept', message: '' });
  });
});
