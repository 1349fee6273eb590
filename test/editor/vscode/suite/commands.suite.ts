import { commands, languages, Position, TabInputWebview, window, workspace } from 'vscode';
import { closeAll, diagnostics, equal, fileUri, hoverAt, matches, open, openText, rulesOf, until } from './editor.ts';

suite('commands', () => {
  teardown(closeAll);

  test('fix what is safe in the file in front', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await commands.executeCommand('igelRollout.fixFile');
    matches(document.getText(), /"example\.org";/);
  });

  test('check a file that is called after nothing', async () => {
    let document = await open('other.conf');
    const closed = document.uri;
    await commands.executeCommand('igelRollout.checkFile');
    document = await until(workspace.onDidOpenTextDocument, () =>
      workspace.textDocuments.find(({ uri, languageId }) => `${uri}` === `${closed}` && languageId === 'dhcpd'),
    );
    equal(rulesOf(await diagnostics(document, (found) => found.length > 0)), ['unknown-statement']);
  });

  test('check the whole workspace, with files that no tab shows', async () => {
    const closed = fileUri('truth/w-nodef.dhcpd.conf');
    await commands.executeCommand('igelRollout.checkWorkspace');
    const found = rulesOf(languages.getDiagnostics(closed));
    equal(found.length > 0, true);
    equal(rulesOf(languages.getDiagnostics(fileUri('mistakes.dhcpd.conf'))), ['option-224-type', 'syntax']);
    equal(languages.getDiagnostics(fileUri('dhcpd.conf.bak')), []);
    const document = await open('truth/w-nodef.dhcpd.conf');
    await hoverAt(document, new Position(0, 0));
    equal(rulesOf(await diagnostics(document, ({ length }) => length > 0)), found);
  });

  test('move a dhcpd.conf to Kea', async () => {
    await open('dhcpd.conf');
    await commands.executeCommand('igelRollout.moveToKea');
    const shown = window.activeTextEditor?.document;
    equal(shown?.languageId, 'kea');
    matches(shown?.getText() ?? '', /^\/\/ From dhcpd\.conf: [\s\S]*"Dhcp4": \{/);
  });

  test('explain a rule', async () => {
    await openText('');
    const shown = until(window.tabGroups.onDidChangeTabs, () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input, label }) => input instanceof TabInputWebview && /option-224-type/.test(label)),
    );
    await commands.executeCommand('igelRollout.explainRule', 'option-224-type');
    matches((await shown).label, /option-224-type/);
    await window.tabGroups.close(await shown);
  });
});
