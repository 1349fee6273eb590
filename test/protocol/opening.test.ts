import { expect, test } from 'vitest';
import { startEditor } from './in-memory.ts';

test('an editor that asks in the breath in which it opens a file is told what is found', async () => {
  const editor = await startEditor({ soon: () => {} });
  const uri = 'file:///etc/dhcp/dhcpd.conf';
  editor.open(uri, 'option domain-name "example.org"\n');
  expect(await editor.found(uri)).toEqual(['1:32 syntax']);
});
