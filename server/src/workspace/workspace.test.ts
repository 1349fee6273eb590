import { expect, test } from 'vitest';
import { grammarsOnDisk } from '../../../test/truth/analysis-of-disk.ts';
import { loadParsers } from './languages.ts';
import { Workspace } from './workspace.ts';

const parsers = await loadParsers(grammarsOnDisk);

const PATH = '/etc/dhcp/dhcpd.conf';

/** More than a piece holds, so that what stands before it is not read again when something behind it is edited. */
const GAP = '# nothing stands here\n'.repeat(2000);

function opened(text: string): {
  readonly rules: () => readonly string[];
  readonly replace: (a: string, b: string) => void;
} {
  const workspace = new Workspace({ read: () => undefined, folders: [] }, parsers, { fleet: [], rules: {} });
  workspace.open(PATH, 'dhcpd', text);
  return {
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
