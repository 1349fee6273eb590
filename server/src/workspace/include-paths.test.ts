import { expect, test } from 'vitest';
import { includeCandidates } from './include-paths.ts';

test('an include with a full path is looked for there, then beside the file, then below the folder that is worked in', () => {
  expect(includeCandidates('/etc/dhcp/hosts.conf', 'site/dhcpd.conf')).toEqual([
    '/etc/dhcp/hosts.conf',
    'site/hosts.conf',
    'etc/dhcp/hosts.conf',
  ]);
});

test('an include with a short path is looked for where the server would be started, then beside the file', () => {
  expect(includeCandidates('hosts.conf', 'site/dhcpd.conf')).toEqual(['hosts.conf', 'site/hosts.conf']);
});

test('an editor works in folders of its own', () => {
  expect(includeCandidates('dhcpd.d/hosts.conf', '/home/a/net/dhcpd.conf', ['/home/a/net/', '/home/a/lab/'])).toEqual([
    '/home/a/net/dhcpd.d/hosts.conf',
    '/home/a/lab/dhcpd.d/hosts.conf',
  ]);
});

test('a file has one name, however the way to it is written', () => {
  expect(includeCandidates('./hosts.conf', 'dhcpd.conf')).toEqual(['hosts.conf']);
  expect(includeCandidates('../hosts.conf', 'vscode-vfs://github/net/site/dhcpd.conf', [])).toEqual([
    'vscode-vfs://github/net/hosts.conf',
  ]);
  expect(includeCandidates('../hosts.conf', 'dhcpd.conf')).toEqual(['../hosts.conf']);
});
