import { commands } from 'vscode';
import { closeAll, diagnostics, open } from './editor.ts';

suite('a server that is gone', () => {
  teardown(closeAll);

  test('is started again by the command, and what was found comes back', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await commands.executeCommand('igelRollout.restartServer');
    await diagnostics(document, (found) => found.length === 2);
  });
});
