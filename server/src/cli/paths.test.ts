import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { languageOfName } from '../workspace/language-of-name.ts';
import { findConfigs } from './paths.ts';

function folderWith(...names: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
  return folder;
}

test.each([
  'dhcpd.conf',
  'dhcpd6.conf',
  'DHCPD.CONF',
  'dhcpd-lab.conf',
  'site-a.dhcpd.conf',
  'dhcpd.conf.sample',
  'dhcpd.conf.bak',
  'etc/dhcpd.d/hosts.conf',
  'pools.dhcpd',
  '/etc/dhcp/dhcpd.conf',
])('%s is called like a dhcpd config', (name) => expect(languageOfName(name)).toBe('dhcpd'));

test.each([
  'kea-dhcp4.conf',
  'kea-dhcp6.conf',
  'kea-dhcp-ddns.conf',
  'kea-ctrl-agent.conf',
  'KEA-DHCP4.CONF',
  'kea-lab.conf',
  'kea-dhcp4.conf.bak',
  'kea-dhcp4.json',
  'kea.json',
  'site-a.kea.conf',
  'lab.kea.json',
  'lab.kea',
  '/etc/kea/subnets.conf',
  '/etc/kea/dhcp4.d/subnets.json',
])('%s is called like a Kea config', (name) => expect(languageOfName(name)).toBe('kea'));

test.each([
  'dhclient.conf',
  'package.json',
  'keactrl.conf',
  'kea/package.json',
  'named.conf',
  'dhcpd.leases',
  'README.md',
  'dhcpd.d/README',
])('%s is called like no config', (name) => expect(languageOfName(name)).toBeUndefined());

test('in a folder, files called like configs are found, in order', () => {
  const cwd = folderWith('etc/b/dhcpd.conf', 'etc/a/dhcpd6.conf', 'etc/dhcpd.conf', 'etc/notes.txt');
  expect(findConfigs(['etc'], cwd)).toEqual({
    files: [join('etc', 'a', 'dhcpd6.conf'), join('etc', 'b', 'dhcpd.conf'), join('etc', 'dhcpd.conf')],
    troubles: [],
  });
});

test('what editors and package managers put aside is not searched for, so that no fix changes it', () => {
  const aside = [
    'bak',
    'orig',
    'old',
    'save',
    'dpkg-old',
    'dpkg-dist',
    'rpmnew',
    'rpmsave',
    'ucf-dist',
    '20240131',
    'conf~',
  ];
  const cwd = folderWith('dhcpd.conf', ...aside.map((ending) => `dhcpd.conf.${ending}`), 'dhcpd.conf.sample');
  expect(findConfigs(['.'], cwd).files).toEqual(['dhcpd.conf', 'dhcpd.conf.sample']);
  expect(findConfigs(['dhcpd.conf.bak'], cwd).files).toEqual(['dhcpd.conf.bak']);
});

test('hidden folders and installed packages are not searched', () => {
  const cwd = folderWith('dhcpd.conf', '.git/dhcpd.conf', 'node_modules/x/dhcpd.conf');
  expect(findConfigs(['.'], cwd).files).toEqual(['dhcpd.conf']);
});

test('a folder that leads back to itself is searched once', () => {
  const cwd = folderWith('etc/dhcpd.conf');
  symlinkSync('.', join(cwd, 'etc', 'again'));
  symlinkSync('dhcpd.conf', join(cwd, 'etc', 'dhcpd-linked.conf'));
  symlinkSync('gone', join(cwd, 'etc', 'dhcpd-dangling.conf'));
  expect(findConfigs(['etc'], cwd).files).toEqual([join('etc', 'dhcpd-linked.conf'), join('etc', 'dhcpd.conf')]);
});

test('a file that is named is taken, whatever it is called, and once however often it is named', () => {
  const cwd = folderWith('hosts.txt', 'dhcpd.conf');
  expect(findConfigs(['hosts.txt', './hosts.txt', 'dhcpd.conf', '.'], cwd).files).toEqual(['hosts.txt', 'dhcpd.conf']);
});

test('what is not there, and a folder without configs, is said', () => {
  const cwd = folderWith('empty/notes.txt');
  expect(findConfigs(['gone.conf', 'empty', 'empty/notes.txt/x'], cwd)).toEqual({
    files: [],
    troubles: [
      'gone.conf: no such file or folder',
      'empty: no file in this folder is called like a config',
      'empty/notes.txt/x: no such file or folder',
    ],
  });
});
