import {
  Disposable,
  EventEmitter,
  extensions,
  type FileChangeEvent,
  FileSystemError,
  FileType,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
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

  for (const name of ['kea-dhcp4.conf', 'kea-lab.json', 'kea.d/subnets.json', 'kea-by-content']) {
    test(`knows ${name}`, async () => equal((await open(name)).languageId, 'kea'));
  }

  test('tells what is found in a Kea config', async () => {
    const document = await open('kea-dhcp4.conf');
    equal(rulesOf(await diagnostics(document, (found) => found.length > 0)), ['unknown-statement']);
  });

  test('reads what it includes', async () => {
    const document = await open('including.dhcpd.conf');
    equal(
      rulesOf(await diagnostics(document, (found) => found.length > 0 && !rulesOf(found).includes('unknown-option'))),
      ['option-value-type'],
    );
  });

  test('tells nothing of an old version that is only shown beside it', async () => {
    const text = new TextEncoder().encode('nonsense 7;\n');
    const stat = { type: FileType.File, ctime: 0, mtime: 0, size: text.length };
    const cannot = () => {
      throw FileSystemError.NoPermissions();
    };
    const provider = {
      onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
      watch: () => new Disposable(() => {}),
      stat: () => stat,
      readFile: () => text,
      readDirectory: () => [],
      createDirectory: cannot,
      writeFile: cannot,
      delete: cannot,
      rename: cannot,
    };
    const registration = workspace.registerFileSystemProvider('old', provider, { isReadonly: true });
    const old = await workspace.openTextDocument(Uri.parse('old:/dhcpd.conf'));
    await window.showTextDocument(old);
    equal(old.languageId, 'dhcpd');
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length > 1);
    equal(languages.getDiagnostics(old.uri), []);
    registration.dispose();
  });

  test('leaves other files alone', async () => {
    for (const name of ['other.conf', 'other.json']) {
      const { languageId } = await open(name);
      equal(['dhcpd', 'kea'].includes(languageId), false);
    }
  });
});
