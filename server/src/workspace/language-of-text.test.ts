import { expect, it, test } from 'vitest';
import { languageOfText, likeliestLanguage } from './language-of-text.ts';

const KEA = '"Dhcp4": { "subnet4": [ ] }';

it.each([
  `{ ${KEA} }`,
  `\n{\n  ${KEA}\n}\n`,
  `# The lab\n\n// comes first\n/* and { this } */ { # one map\n  ${KEA}\n}`,
  `\uFEFF{ ${KEA} }`,
  '{ "Dhcp6": { } }',
  '{ "DhcpDdns": { } }',
  '{ "Control-agent": { } }',
  // What people type wrong is Kea's all the same.
  "{ 'Dhcp4': { } }",
  '{ Dhcp4: { } }',
  '{ "DHCP4": { } }',
  `${KEA} }`,
])('%j is read by Kea', (text) => expect(languageOfText(text)).toBe('kea'));

it.each([
  '// This is an example configuration for the DHCPv4 server in Kea.\n{\n',
  '# kea-dhcp4.conf of the lab',
  '// vim: set ft=kea :\n[ { "subnet": "192.0.2.0/24" } ]',
])('%j says so itself', (text) => expect(languageOfText(text)).toBe('kea'));

it.each([
  '{ "name": "a-package", "version": "1.0.0" }',
  '{ "Logging": { "LogLevel": { } } }',
  '{ "note": "the Dhcp4 of Kea" }',
  '// Kea DHCP was here once\nconst a = 1;',
  '',
])('%j may be anything', (text) => expect(languageOfText(text)).toBeUndefined());

test('a comment about Kea makes no Kea file of a dhcpd.conf', () => {
  const text = '# Kea DHCP is to replace this\nsubnet 192.0.2.0 netmask 255.255.255.0 { }';
  expect(languageOfText(text)).toBeUndefined();
  expect(likeliestLanguage(text)).toBe('dhcpd');
});

test('of what somebody says is a config, a bracket at the beginning tells enough', () => {
  expect(likeliestLanguage('# pools\n[ { "pool": "192.0.2.10-192.0.2.20" } ]')).toBe('kea');
  expect(likeliestLanguage('{ "Dhcp": { } }')).toBe('kea');
  expect(likeliestLanguage('authoritative;')).toBe('dhcpd');
  expect(likeliestLanguage('')).toBe('dhcpd');
});

test('a comment that never ends keeps nobody waiting', () => {
  expect(languageOfText(`/* ${'* '.repeat(200_000)}`)).toBeUndefined();
});
