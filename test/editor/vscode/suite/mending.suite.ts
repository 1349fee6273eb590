import { CodeActionKind, ConfigurationTarget, Range, type TextDocument, window, workspace } from 'vscode';
import {
  askDhcpd,
  choose,
  closeAll,
  codeActions,
  diagnostics,
  equal,
  matches,
  open,
  openText,
  placeOf,
  replace,
  rulesOf,
} from './editor.ts';

const QUICK_FIX = CodeActionKind.QuickFix.value;
const REFACTOR = CodeActionKind.Refactor.value;

suite('mending', () => {
  teardown(closeAll);

  test('a quick fix is applied, and the finding is gone', async () => {
    const document = await open('mistakes.dhcpd.conf');
    const [finding] = (await diagnostics(document, (found) => found.length === 2)).filter(
      ({ code }) => code === 'syntax',
    );
    equal(
      finding?.range,
      placeOf(document, '"\ndefault').with({ end: placeOf(document, '"\ndefault').start.translate(0, 1) }),
    );
    await choose(document, finding?.range ?? new Range(0, 0, 0, 0), QUICK_FIX, 'Add the missing ";"');
    equal(document.lineAt(1).text, 'option domain-name "example.org";');
    equal(rulesOf(await diagnostics(document, (found) => found.length === 1)), ['option-224-type']);
    await choose(document, placeOf(document, 'unsigned'), QUICK_FIX, 'Declare 224 as text');
    await diagnostics(document, (found) => found.length === 0);
    askDhcpd('quick fixes', document);
  });

  test('what is safe is mended when the file is saved, for those who set it', async () => {
    const onSave = (value: unknown) =>
      workspace
        .getConfiguration('editor', { languageId: 'dhcpd' })
        .update('codeActionsOnSave', value, ConfigurationTarget.Workspace, true);
    await onSave({ 'source.fixAll.igelRollout': 'explicit' });
    const document = await open('saved.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 1);
    await replace(document, new Range(0, 0, 0, 0), '# first\n');
    await document.save();
    equal(document.getText(), '# first\noption domain-name "example.org";\n');
    await onSave(undefined);
  });

  test('a finding can be silenced where it is', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await choose(document, placeOf(document, 'unsigned'), QUICK_FIX, 'Ignore option-224-type here');
    equal(rulesOf(await diagnostics(document, (found) => found.length === 1)), ['syntax']);
    matches(document.lineAt(0).text, /^# igel-rollout-ignore option-224-type/);
  });

  for (const [what, reads] of [
    ['option 224', /option igelrmserver "192\.0\.2\.10";/],
    ['option 43 for igel-dhcp-1', /class "igel" \{[\s\S]*option igel\.exclusive 1;/],
    ['both, for a mixed fleet', /option igelrmserver "[\s\S]*class "igel" \{/],
  ] as const) {
    test(`Insert igelrmserver block: ${what}`, async () => {
      const document = await open('empty.dhcpd.conf');
      await insert(document, what);
      matches(document.getText(), reads);
      askDhcpd(`Insert igelrmserver block: ${what}`, document);
      const left = (await codeActions(document, new Range(0, 0, 0, 0), REFACTOR)).map(({ title }) => title);
      equal(left.includes(`Insert igelrmserver block: ${what}`), false);
    });
  }

  test('a block in a file that is empty', async () => {
    const document = await openText('');
    await insert(document, 'both, for a mixed fleet');
    askDhcpd('a block in an empty file', document);
  });

  test('a block goes to the cursor, and its address can be typed over', async () => {
    const document = await open('empty.dhcpd.conf');
    await insert(document, 'option 224');
    const selected = window.activeTextEditor?.selections.map((selection) => document.getText(selection));
    equal(selected, ['192.0.2.10']);
  });
});

const insert = (document: TextDocument, what: string): Promise<void> =>
  choose(document, new Range(0, 0, 0, 0), REFACTOR, `Insert igelrmserver block: ${what}`);
