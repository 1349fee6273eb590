import { expect, test } from 'vitest';
import { grammarsOnDisk } from '../truth/analysis-of-disk.ts';
import { startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';

test('an editor that asks in the breath in which it opens a file is told what is found', async () => {
  const editor = await startEditor({ soon: () => {} });
  editor.open(URI, 'option domain-name "example.org"\n');
  expect(await editor.found(URI)).toEqual(['1:32 syntax']);
});

test('an editor is greeted before the parsers are there; what it does meanwhile is done in its order when they are', async () => {
  let loaded = () => {};
  const parsers = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  const editor = await startEditor({
    grammars: { ...grammarsOnDisk, load: (name) => parsers.then(() => grammarsOnDisk.load(name)) },
  });
  expect(editor.capabilities.hoverProvider).toBe(true);
  editor.open(URI, '# of the office\n');
  editor.edit(URI, 0, 0, 'option domain-name "example.org"\n\n');
  const found = editor.found(URI);
  loaded();
  expect(await found).toEqual(['1:32 syntax']);
});
