import { ConfigurationTarget, workspace } from 'vscode';
import { closeAll, diagnostics, equal, open, rulesOf } from './editor.ts';

const set = (key: string, value: unknown) =>
  Promise.resolve(workspace.getConfiguration('igelRollout').update(key, value, ConfigurationTarget.Workspace));

suite('settings', () => {
  teardown(async () => {
    await set('rules', undefined);
    await closeAll();
  });

  test('a rule that is switched off finds nothing, and comes back', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await set('rules', { 'option-224-type': 'off' });
    equal(rulesOf(await diagnostics(document, (found) => found.length === 1)), ['syntax']);
    await set('rules', undefined);
    await diagnostics(document, (found) => found.length === 2);
  });
});
