import { extensions } from 'vscode';
import { closeAll, diagnostics, equal, open, rulesOf } from './editor.ts';

suite('opening a file', () => {
  teardown(closeAll);

  // It is never activated by hand here: that it is found out by itself is what is tested.
  test('starts the extension and tells what is found', async () => {
    const document = await open('mistakes.dhcpd.conf');
    equal(rulesOf(await diagnostics(document, (found) => found.length > 1)), ['option-224-type', 'syntax']);
    equal(extensions.getExtension('igel-rollout.igel-rollout')?.isActive, true);
  });

  for (const name of [
    'dhcpd.conf',
    'mistakes.dhcpd.conf',
    'dhcpd.conf.sample',
    'site-dhcpd.conf',
    'pxe.dhcpd',
    'dhcpd.d/names.conf',
    'dhcp-hosts',
  ]) {
    test(`knows ${name}`, async () => equal((await open(name)).languageId, 'dhcpd'));
  }

  test('leaves other files alone', async () => {
    const document = await open('other.conf');
    equal(document.languageId !== 'dhcpd', true);
  });
});
