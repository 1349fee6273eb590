import { expect, test } from 'vitest';
import { MOVE } from '../../server/src/protocol/requests.ts';
import { startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';
const CONFIG = 'option igelrmserver code 224 = text;\noption igelrmserver "10.99.0.10";\n';

test('an editor gets what a dhcpd.conf becomes for Kea', async () => {
  const editor = await startEditor();
  editor.open(URI, CONFIG);
  const moved = await editor.connection.sendRequest(MOVE, { uri: URI, to: 'kea' });
  expect(moved).toMatchObject({ left: [], text: expect.stringContaining('// From dhcpd.conf: ') });
});

test('or why there is nothing', async () => {
  const editor = await startEditor();
  editor.open(URI, 'nonsense 7;\n');
  expect(await editor.connection.sendRequest(MOVE, { uri: URI, to: 'kea' })).toEqual({
    trouble: expect.stringMatching(/^dhcpd\.conf:1: .* mend it first$/),
  });
  expect(await editor.connection.sendRequest(MOVE, { uri: 'file:///other.conf', to: 'kea' })).toBeNull();
});
