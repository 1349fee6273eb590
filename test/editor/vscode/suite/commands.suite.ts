import { commands, languages, TabInputWebview, window, workspace } from 'vscode';
import { closeAll, diagnostics, equal, fileUri, matches, open, openText, rulesOf, until } from './editor.ts';

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
    const checked = commands.executeCommand('igelRollout.checkWorkspace');
    await until(languages.onDidChangeDiagnostics, () => languages.getDiagnostics(closed).length > 0 || undefined);
    await until(
      languages.onDidChangeDiagnostics,
      () => languages.getDiagnostics(fileUri('mistakes.dhcpd.conf')).length === 2 || undefined,
    );
    // The last thing it does is to say how much it found; that waits for nobody here.
    void checked;
    const document = await open('truth/w-nodef.dhcpd.conf');
    const found = languages.getDiagnostics(document.uri).length;
    equal(
      await diagnostics(document, ({ length }) => length > 0).then(({ length }) => length),
      found === 0 ? 1 : found,
    );
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
