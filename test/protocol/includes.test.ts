import { expect, test } from 'vitest';
import { PULLING } from './editor.ts';
import { startEditor } from './in-memory.ts';

const MAIN = 'file:///etc/dhcp/dhcpd.conf';
const PART = 'file:///etc/dhcp/dhcpd.d/igel.conf';
const INCLUDES = 'include "/etc/dhcp/dhcpd.d/igel.conf";\noption igelrmserver "192.0.2.10";\n';
const DEFINES = 'option igelrmserver code 224 = text;\n';

test('a file is judged with what it includes, as it is in the editor', async () => {
  const disk = new Map([['/etc/dhcp/dhcpd.d/igel.conf', '']]);
  const editor = await startEditor({ disk });
  editor.open(MAIN, INCLUDES);
  expect(await editor.found(MAIN)).toEqual(['2:8 option-224-undefined']);
  editor.open(PART, DEFINES);
  expect(await editor.found(MAIN)).toEqual([]);
  editor.replace(PART, DEFINES, DEFINES.replace('224', '225'));
  await editor.until(() => editor.refreshes > 0);
  expect(await editor.found(PART)).toEqual(['1:26 option-224-code']);
  editor.close(PART);
  expect(await editor.found(MAIN)).toEqual(['2:8 option-224-undefined']);
});

test('a file that another one includes is judged there, whichever is opened first', async () => {
  const editor = await startEditor({ disk: new Map() });
  editor.open(PART, 'option igelrmserver "192.0.2.10";\n');
  expect(await editor.found(PART)).toEqual(['1:8 option-224-undefined']);
  editor.open(MAIN, `${DEFINES}include "dhcpd.d/igel.conf";\n`);
  expect(await editor.found(MAIN)).toEqual([]);
  expect(await editor.found(PART)).toEqual([]);
  editor.replace(MAIN, 'include', '# include');
  expect(await editor.found(MAIN)).toEqual([]);
  expect(await editor.found(PART)).toEqual(['1:8 option-224-undefined']);
  editor.replace(MAIN, '# include', 'include');
  expect(await editor.found(PART)).toEqual([]);
  editor.close(MAIN);
  expect(await editor.found(PART)).toEqual(['1:8 option-224-undefined']);
});

test('a part that is opened alone is judged with the main file beside or above it', async () => {
  const disk = new Map([
    ['/etc/dhcp/dhcpd.conf', `${DEFINES}include "/etc/dhcp/dhcpd.d/igel.conf";\n`],
    ['/etc/dhcp/dhcpd.d/igel.conf', 'option igelrmserver "192.0.2.10";\n'],
  ]);
  const editor = await startEditor({ disk });
  editor.open(PART, 'option igelrmserver "192.0.2.10"\n');
  expect(await editor.found(PART)).toEqual(['1:32 syntax']);
});

test('files that change outside of the editor are read again', async () => {
  const disk = new Map<string, string>();
  const editor = await startEditor({ disk });
  editor.open(MAIN, INCLUDES);
  expect(await editor.found(MAIN)).toEqual(['2:8 option-224-undefined', '1:9 unknown-reference']);
  const watches = () => JSON.stringify(editor.watched).includes('igel.conf');
  await editor.until(watches);
  const changed = () => editor.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: PART, type: 2 }] });
  disk.set('/etc/dhcp/dhcpd.d/igel.conf', DEFINES);
  changed();
  expect(await editor.found(MAIN)).toEqual([]);
  disk.set('/etc/dhcp/dhcpd.d/igel.conf', DEFINES.replace('224', '225'));
  editor.refreshes = 0;
  changed();
  await editor.settle();
  disk.delete('/etc/dhcp/dhcpd.d/igel.conf');
  changed();
  expect(await editor.found(MAIN)).toHaveLength(2);
});

test('includes with short paths are looked for in the folder of the workspace', async () => {
  const disk = new Map([['/home/a/net/parts/igel.conf', DEFINES]]);
  const editor = await startEditor({ disk, folder: 'file:///home/a/net' });
  editor.open('file:///home/a/net/site/dhcpd.conf', 'include "parts/igel.conf";\noption igelrmserver "192.0.2.10";\n');
  expect(await editor.found('file:///home/a/net/site/dhcpd.conf')).toEqual([]);
});

test('files that include each other are told', async () => {
  const editor = await startEditor({ disk: new Map() });
  editor.open(MAIN, 'include "dhcpd.d/igel.conf";\n');
  editor.open(PART, 'include "/etc/dhcp/dhcpd.conf";\n');
  expect([...(await editor.found(MAIN)), ...(await editor.found(PART))]).toContain('1:9 unknown-reference');
});

test('where there are no files, the editor is asked for them', async () => {
  const uri = 'vscode-vfs://github/net/dhcpd.conf';
  const files = { 'vscode-vfs://github/net/igel.conf': DEFINES };
  const editor = await startEditor({ capabilities: PULLING, files, initializationOptions: { readsFiles: true } });
  editor.open(uri, 'include "igel.conf";\noption igelrmserver "192.0.2.10";\n');
  for (let found = await editor.found(uri); found.length > 0; found = await editor.found(uri)) {
    await editor.until(() => editor.refreshes > 0);
    editor.refreshes = 0;
  }
  const other = await startEditor();
  other.open(uri, 'include "igel.conf";\n');
  expect(await other.found(uri)).toEqual(['1:9 unknown-reference']);
});
