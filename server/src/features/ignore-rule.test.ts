// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
import { expect, test } from 'vitest';
import { applyEdits } from '../../../test/editor/apply-edits.ts';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { findingsOf } from '../workspace/findings.ts';
import { Suppressions } from '../workspace/suppressions.ts';
import { ignoreActions } from './ignore-rule.ts';

function findings(text: string) {
  const { unit, document } = dhcpdAt(text);
  const suppressions = new Suppressions(unit.language.syntax.lineComments);
  const found = findingsOf(unit, suppressions, { fleet: [], rules: {} }).get(document.file) ?? [];
  return { unit, document, found, rules: found.map(({ rule }) => rule) };
}

/** The text after the first finding of a rule is silenced, here or in the whole file. */
function silenced(text: string, rule: string, place: 'here' | 'in this file'): string {
  const { unit, document, found } = findings(text);
  const finding = found.find((one) => one.rule === rule);
  const action =
    finding && ignoreActions(unit, document, finding).find(({ title }) => title === `Ignore ${rule} ${place}`);
  return applyEdits(text, action?.edits ?? []);
}

const FAULTY = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  defaut-lease-time 600;\n}\n';

test('here: by a comment above the line, indented like it', () => {
  const after = silenced(FAULTY, 'unknown-statement', 'here');
  expect(after).toBe(
    'subnet 192.0.2.0 netmask 255.255.255.0 {\n  # igel-rollout-ignore unknown-statement\n  defaut-lease-time 600;\n}\n',
  );
  expect(findings(FAULTY).rules).toEqual(['unknown-statement']);
  expect(findings(after).rules).toEqual([]);
});

test('in the file: by a comment on top', () => {
  const after = silenced(`${FAULTY}${FAULTY}`, 'unknown-statement', 'in this file');
  expect(after).toMatch(/^# igel-rollout-ignore-file unknown-statement\nsubnet/);
  expect(findings(after).rules).not.toContain('unknown-statement');
});

test('a second rule of one line joins the comment of the first', () => {
  const text = 'option igelrmserver code 225 = ip-address; defaut-lease-time 600;\n';
  const before = findings(text).rules;
  expect(before).toEqual(['option-224-code', 'unknown-statement']);
  const once = silenced(text, 'option-224-code', 'here');
  const twice = silenced(once, 'unknown-statement', 'here');
  expect(twice).toBe(`# igel-rollout-ignore option-224-code; igel-rollout-ignore unknown-statement\n${text}`);
  expect(findings(twice).rules).toEqual([]);
});

test('the reason is left for a person to write', () => {
  const { unit, document, found } = findings(FAULTY);
  const [finding] = found;
  const [here] = finding ? ignoreActions(unit, document, finding) : [];
  expect(here?.edits[0]?.snippet).toBe('  # igel-rollout-ignore unknown-statement: ${1:reason}\n');
});

test('line ends are those of the file', () => {
  expect(silenced(FAULTY.replaceAll('\n', '\r\n'), 'unknown-statement', 'here')).toContain(
    '{\r\n  # igel-rollout-ignore unknown-statement\r\n  defaut',
  );
});
