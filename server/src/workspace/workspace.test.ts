import { expect, test } from 'vitest';
import { grammarsOnDisk } from '../../../test/truth/analysis-of-disk.ts';
import type { Rollout } from '../igel/rollout.ts';
import type { LanguageId } from '../languages/language.ts';
import { bytesOfText } from '../wire/bytes.ts';
import { describeClient } from '../wire/client.ts';
import { loadParsers } from './languages.ts';
import { Workspace } from './workspace.ts';

const parsers = await loadParsers(grammarsOnDisk);

const PATH = '/etc/dhcp/dhcpd.conf';

/** More than a piece holds, so that what stands before it is not read again when something behind it is edited. */
const GAP = '# nothing stands here\n'.repeat(2000);

function opened(
  text: string,
  language: LanguageId = 'dhcpd',
): {
  readonly rules: () => readonly string[];
  readonly rollout: () => Rollout | undefined;
  readonly replace: (a: string, b: string) => void;
} {
  const workspace = new Workspace({ read: () => undefined, folders: [] }, parsers, { fleet: [], rules: {} });
  workspace.open(PATH, language, text);
  return {
    rollout: () => {
      workspace.work();
      return workspace.rollout(PATH)?.rollout;
    },
    rules: () => {
      workspace.work();
      return workspace.findings(PATH).findings.map(({ rule }) => rule);
    },
    replace: (a, b) => {
      const document = workspace.place(PATH)?.document;
      const start = document?.text.indexOf(a) ?? -1;
      if (!document || start < 0) throw new Error(`there is no ${a}`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + a.length) };
      workspace.change(PATH, [{ range, text: b }]);
    },
  };
}

const POOL =
  'subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    deny unknown-clients;\n    range 192.0.2.10 192.0.2.99;\n  }\n}\n';

const hex = (number: number): string => number.toString(16).padStart(2, '0');

test('a rule that looks at hosts is asked again when one of them changes', () => {
  const { rules, replace } = opened(`${POOL}${GAP}host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n}\n`);
  expect(rules()).toEqual([]);
  replace('hardware ethernet 02:00:00:00:00:01;', '');
  expect(rules()).toContain('client-locked-out');
  replace('host tc1 {\n  \n', 'host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n');
  expect(rules()).toEqual([]);
});

test('what a host sets is judged again when it changes', () => {
  const definition = 'option igelrmserver code 224 = text;\n';
  const host = 'host tc1 {\n  hardware ethernet 02:00:00:00:00:01;\n  option igelrmserver "192.0.2.10";\n}\n';
  const { rules, replace } = opened(`${definition}${GAP}${host}`);
  expect(rules()).not.toContain('option-224-value');
  replace('"192.0.2.10"', '""');
  expect(rules()).toContain('option-224-value');
  replace('""', '"192.0.2.10"');
  expect(rules()).not.toContain('option-224-value');
});

const DEVICE_MAC = '02:00:00:00:00:01';

const MANY_RESERVATIONS = Array.from(
  { length: 500 },
  (_, i) => `{ "hw-address": "06:00:00:01:${hex(i >> 8)}:${hex(i & 255)}", "hostname": "tc${i}" }`,
).join(',\n');

/** Option 43 by class and option 224 for all, with a device that is known, far from all else. */
const ORDINARY: Readonly<Record<'dhcpd' | 'kea', string>> = {
  dhcpd: `option igelrmserver code 224 = text;
option igelrmserver "192.0.2.5";
option space igel;
option igel.igelrmserver code 224 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "192.0.2.5";
}
subnet 192.0.2.0 netmask 255.255.255.0 {
  range 192.0.2.10 192.0.2.99;
}
${GAP}host tc1 {
  hardware ethernet ${DEVICE_MAC};
  fixed-address 192.0.2.100;
}
`,
  kea: `{ "Dhcp4": {
  "option-def": [
    { "name": "igelrmserver", "code": 224, "type": "string" },
    { "name": "igelrmserver", "code": 224, "space": "vendor-encapsulated-options-space", "type": "string" }
  ],
  "option-data": [ { "name": "igelrmserver", "data": "192.0.2.5" } ],
  "client-classes": [ {
    "name": "igel",
    "test": "option[60].text == 'igel-dhcp-1'",
    "option-def": [ { "name": "vendor-encapsulated-options", "code": 43, "type": "empty",
      "encapsulate": "vendor-encapsulated-options-space" } ],
    "option-data": [
      { "name": "vendor-encapsulated-options" },
      { "name": "igelrmserver", "space": "vendor-encapsulated-options-space", "data": "192.0.2.5" }
    ]
  } ],
  "subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "pools": [ { "pool": "192.0.2.10-192.0.2.99" } ],
    "reservations": [
      ${MANY_RESERVATIONS},
      { "hw-address": "${DEVICE_MAC}", "ip-address": "192.0.2.100" },
      ${MANY_RESERVATIONS.replaceAll('"06:', '"0a:')}
    ] } ]
} }
`,
};

test.each(Object.entries(ORDINARY) as [LanguageId, string][])(
  'in an ordinary file of %s the simulator is not asked again when a device gets another address, and is when the server changes',
  (language, text) => {
    const { rules, rollout, replace } = opened(text, language);
    expect(rules()).toEqual([]);
    const before = rollout();
    expect(before).toBeDefined();
    replace('192.0.2.100', '192.0.2.102');
    expect(rollout()).toBe(before);
    replace(DEVICE_MAC, '02:00:00:00:00:03');
    expect(rollout()).toBe(before);
    replace('192.0.2.5', '192.0.2.7');
    expect(rollout()).not.toBe(before);
  },
);

const MANY_HOSTS = Array.from(
  { length: 500 },
  (_, i) => `host tc${i} {\n  hardware ethernet 02:00:00:01:${hex(i >> 8)}:${hex(i & 255)};\n}\n`,
).join('');

test('a host that is edited stays in its place among those that are known by an option: dhcpd tries the last one first', () => {
  const host = (name: string, option: string, server: string) =>
    `host ${name} {\n  host-identifier option ${option} "here";\n  option host-name "${server}";\n}\n`;
  const { rollout, replace } = opened(
    `subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.10 192.0.2.99;\n}\n${host('first', 'merit-dump', 'one')}${MANY_HOSTS}${host('last', 'nis-domain', 'two')}`,
  );
  const sent = bytesOfText('here');
  const client = describeClient({ options: new Map([14, 40].map((code) => [code, sent])), request: [12] });
  const nameSent = () => {
    const server = rollout()?.server;
    const [place] = server?.places ?? [];
    return place && server?.reply(client, place).options?.get(12);
  };
  expect(nameSent()).toEqual(bytesOfText('two'));
  replace('"one"', '"uno"');
  expect(nameSent()).toEqual(bytesOfText('two'));
});
