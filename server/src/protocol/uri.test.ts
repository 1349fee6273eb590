import { expect, test } from 'vitest';
import { pathOf, uriOf } from './uri.ts';

test.each([
  ['file:///etc/dhcp/dhcpd.conf', '/etc/dhcp/dhcpd.conf'],
  ['file:///home/a%20b/dhcpd.conf', '/home/a b/dhcpd.conf'],
  ['file:///c%3A/net/dhcpd.conf', 'c:/net/dhcpd.conf'],
  ['file://nas/net/dhcpd.conf', '//nas/net/dhcpd.conf'],
  ['vscode-vfs://github/a%20b/dhcpd.conf', 'vscode-vfs://github/a b/dhcpd.conf'],
])('%s is known here as %s', (uri, path) => {
  expect(pathOf(uri)).toBe(path);
  expect(uriOf(path)).toBe(uri);
});

test('however an editor writes a drive, it is one file', () => {
  expect(pathOf('file:///C:/net/dhcpd.conf')).toBe(pathOf('file:///c%3A/net/dhcpd.conf'));
});

test.each(['', 'nonsense', 'file:', 'file://%zz/%', 'untitled:Untitled-1', '%'])('%j has a name too', (uri) => {
  expect(typeof pathOf(uri)).toBe('string');
});
