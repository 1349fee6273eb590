import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { readSettings } from '../../server/src/protocol/settings.ts';
import { ruleSettings } from './rule-settings.ts';

const { properties } = manifest.contributes.configuration;
const root = new URL('../../', import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), 'utf8');

it('the settings know every rule, with its usual severity (npm run docs brings them up to date)', () => {
  expect(properties['igelRollout.rules'].properties).toEqual(ruleSettings());
});

it('the server takes every setting and its default', () => {
  const given = Object.fromEntries(
    Object.entries(properties).map(([key, { default: value }]) => [key.slice('igelRollout.'.length), value]),
  );
  expect(readSettings(given)).toEqual({ settings: { fleet: [], rules: {} }, codeLens: true, complaints: [] });
});

it('the server takes every value that a setting offers', () => {
  for (const [key, property] of Object.entries(properties)) {
    for (const value of 'enum' in property ? property.enum : []) {
      expect(readSettings({ [key.slice('igelRollout.'.length)]: value }).complaints).toEqual([]);
    }
  }
  for (const [rule, { enum: severities }] of Object.entries(properties['igelRollout.rules'].properties)) {
    for (const severity of severities) expect(readSettings({ rules: { [rule]: severity } }).complaints).toEqual([]);
  }
});

it('every command is registered, and every command that the manifest mentions is one', () => {
  const named = manifest.contributes.commands.map(({ command }) => command).sort();
  const code = text('client/commands.ts') + text('server/src/protocol/requests.ts');
  expect([...new Set([...code.matchAll(/'(igelRollout\.[A-Za-z]+)'/g)].map(([, id]) => id))].sort()).toEqual(named);
  const mentioned = JSON.stringify([manifest.contributes.menus, manifest.contributes.walkthroughs]);
  for (const [, id] of mentioned.matchAll(/(?:command:|ommand":"|onCommand:)(igelRollout\.\w+)/g))
    expect(named).toContain(id);
});

it('every file that the manifest names is there', () => {
  const { languages, grammars, snippets, walkthroughs } = manifest.contributes;
  const files = [
    manifest.icon,
    ...languages.map(({ configuration }) => configuration),
    ...grammars.map(({ path }) => path),
    ...snippets.map(({ path }) => path),
    ...walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ];
  for (const file of files) expect(existsSync(new URL(file, root)), file).toBe(true);
});

it.each([
  '# dhcpd.conf',
  '# Sample configuration file for ISC dhcpd for Debian',
  '# vim: set ft=dhcpd :',
  'authoritative;',
  'ddns-update-style none;',
  'option space igel;',
  'option igelrmserver code 224 = text;',
  'option domain-name "example.org";',
  'subnet 10.99.0.0 netmask 255.255.255.0 {',
  'shared-network floor {',
  'failover peer "both" {',
  'host pc7 {',
])('%s begins a dhcpd.conf, whatever its file is called', (line) => {
  expect(new RegExp(manifest.contributes.languages[0]?.firstLine ?? '').test(line)).toBe(true);
});

it.each([
  '',
  '#',
  '#!/bin/sh',
  '{ "Dhcp4": {',
  'option = value',
  'host: pc7',
  'class Igel {',
  '# DHCP',
  'config dnsmasq',
])('%j begins some other file', (line) => {
  expect(new RegExp(manifest.contributes.languages[0]?.firstLine ?? '').test(line)).toBe(false);
});

it.each([
  '{ "Dhcp4": {',
  '// This is a basic configuration for the Kea DHCPv4 server.',
  '# kea-dhcp6.conf',
  '/* Kea DHCP */',
])('%s begins a Kea config, whatever its file is called', (line) => {
  expect(new RegExp(manifest.contributes.languages[1]?.firstLine ?? '').test(line)).toBe(true);
});

it.each(['{', '', '{ "name": "kea" }', '# dhcpd.conf', 'class Kea {', '// Kea'])(
  '%j begins no Kea config for sure',
  (line) => {
    expect(new RegExp(manifest.contributes.languages[1]?.firstLine ?? '').test(line)).toBe(false);
  },
);

it('client and command line pass over the same files', () => {
  const pattern = (path: string) => /PUT_ASIDE = (.*);/.exec(text(path))?.[1];
  expect(pattern('client/languages.ts')).toBe(pattern('server/src/cli/paths.ts'));
});
