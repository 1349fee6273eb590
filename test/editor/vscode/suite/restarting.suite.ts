import { commands, window } from 'vscode';
import { closeAll, diagnostics, equal, open } from './editor.ts';
import { canKillServer, killServer } from './server-processes.ts';

suite('a server that is gone', () => {
  teardown(closeAll);

  test('is started again by the command, and what was found comes back', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await commands.executeCommand('igelRollout.restartServer');
    await diagnostics(document, (found) => found.length === 2);
  });

  test('is started again by itself, it is told once, and what was found comes back', async function () {
    if (!canKillServer) this.skip();
    const warnings: string[] = [];
    const { showWarningMessage } = window;
    window.showWarningMessage = (message: string) => {
      warnings.push(message);
      return Promise.resolve(undefined);
    };
    try {
      const document = await open('mistakes.dhcpd.conf');
      for (let i = 0; i < 2; i++) {
        await diagnostics(document, (found) => found.length === 2);
        const gone = diagnostics(document, (found) => found.length === 0);
        killServer();
        await gone;
      }
      await diagnostics(document, (found) => found.length === 2);
      equal(warnings.length, 1);
    } finally {
      window.showWarningMessage = showWarningMessage;
    }
  });
});
