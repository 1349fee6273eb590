import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import dhcpdSnippets from '../../snippets/dhcpd.json' with { type: 'json' };
import keaSnippets from '../../snippets/kea.json' with { type: 'json' };
import { describeWith } from '../servers/describe-with.ts';
import { checkWithDhcpd, dhcpdCheck } from '../servers/dhcpd-check.ts';
import { checkWithKea, keaCheck } from '../servers/kea-check.ts';
import { startAnalysis } from '../truth/analysis-of-disk.ts';

interface Snippet {
  readonly body: readonly string[];
}

type Places<Snippets> = Readonly<Record<keyof Snippets, readonly [before: string, after: string]>>;

const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n';
const CLASS = 'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n';

/** What stands around a snippet where people use it. */
const DHCPD_PLACES: Places<typeof dhcpdSnippets> = {
  'A whole config for one network': ['', ''],
  'Subnet with a range': ['', ''],
  Reservation: [`${SUBNET}}\n`, ''],
  'Pool for IGEL OS devices': [CLASS + SUBNET, '}\n'],
  'Silence a rule on the next line': ['', 'authoritative;\n'],
};

const KEA_BEGINNING = `{ "Dhcp4": {
  "interfaces-config": { "interfaces": [ ] },
  "option-def": [
    { "name": "igelrmserver", "code": 224, "type": "string" },
    { "name": "exclusive", "code": 1, "space": "igel", "type": "uint8" },
    { "name": "igelrmserver", "code": 224, "space": "igel", "type": "string" }
  ],
  "option-data": [ { "name": "igelrmserver", "data": "192.0.2.10" } ],
`;
const KEA_SUBNET = '"subnet4": [ { "id": 3, "subnet": "198.51.100.0/24",\n';
const KEA_END = '} }\n';

const KEA_PLACES: Places<typeof keaSnippets> = {
  'A whole config for one network': ['', ''],
  'Subnet with a pool': [`${KEA_BEGINNING}"subnet4": [\n`, `]\n${KEA_END}`],
  Reservation: [`${KEA_BEGINNING}${KEA_SUBNET}"reservations": [\n`, `] } ]\n${KEA_END}`],
  'Option 43 for IGEL OS': [`${KEA_BEGINNING}"client-classes": [\n`, `]\n${KEA_END}`],
  'Silence a rule on the next line': [KEA_BEGINNING, `"valid-lifetime": 3600\n${KEA_END}`],
};

function configsOf<Snippets extends Readonly<Record<string, Snippet>>>(snippets: Snippets, places: Places<Snippets>) {
  return Object.entries<readonly [string, string]>(places).map(([name, [before, after]]) => ({
    name,
    text: before + expanded(snippets[name] ?? { body: [] }) + after,
  }));
}

/** A snippet as it stands there before anybody has typed into it. */
function expanded({ body }: Snippet): string {
  const text = `${body.join('\n')}\n`;
  const defaults = new Map([...text.matchAll(/\$\{(\d+):([^}]*)\}/g)].map(([, stop, value]) => [stop, value]));
  return text
    .replace(/\$\{(\d+):[^}]*\}|\$(\d)/g, (_, named, bare) => defaults.get(named ?? bare) ?? '')
    .replace(/^[ \t]+$/gm, '');
}

const DHCPD_CONFIGS = configsOf(dhcpdSnippets, DHCPD_PLACES);
const KEA_CONFIGS = configsOf(keaSnippets, KEA_PLACES);

it('every snippet has its place here', () => {
  expect(Object.keys(DHCPD_PLACES)).toEqual(Object.keys(dhcpdSnippets));
  expect(Object.keys(KEA_PLACES)).toEqual(Object.keys(keaSnippets));
});

const analysis = await startAnalysis({ read: () => undefined });

it.each([
  ...DHCPD_CONFIGS.map((config) => ({ ...config, language: 'dhcpd' }) as const),
  ...KEA_CONFIGS.map((config) => ({ ...config, language: 'kea' }) as const),
])('nothing is found in "$name" of $language as it comes', ({ text, language }) => {
  const [report] = analysis.check({ path: `${language}.conf`, text, language }, { fleet: [], rules: {} });
  expect(report?.findings).toEqual([]);
});

const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describeWith(dhcpdCheck, 'dhcpd takes', () => {
  it.each(DHCPD_CONFIGS)('"$name"', async ({ text }) => {
    expect(await checkWithDhcpd(fileWith('dhcpd.conf', text), 4)).toEqual({ check: 'accept', message: '' });
  });
});

describeWith(keaCheck, 'kea-dhcp4 takes', () => {
  it.each(KEA_CONFIGS)('"$name"', async ({ text }) => {
    expect(await checkWithKea(fileWith('kea-dhcp4.conf', text), 4)).toMatchObject({ check: 'accept' });
  });
});
