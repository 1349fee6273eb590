import { placeOf } from '../igel/resolve.ts';
import { SERVER_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Problem } from '../model/problem.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Old and new devices of one place end at different servers. */
export const serversDiffer: Rule = {
  id: 'servers-differ',
  severity: 'information',
  simulates: true,
  page: {
    summary: 'Old and new devices end at different UMS servers.',
    what: 'A place where option 224 of the main space and sub-option 224 of option 43 name different servers.',
    why: 'During a migration that is what is wanted: what option 43 carries overrides the other for devices that read it. Otherwise half of the devices register at the wrong server.',
    example:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\noption space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.11";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\noption space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check({ rollout }: RuleContext): Generator<Problem> {
    const told = new Set<string>();
    for (const cells of rollout.rows) {
      const old = cells.find(({ device }) => device.age === 'option-224');
      const recent = cells.find(({ told }) => told.way === 'option 43, sub-option 224');
      const servers = [old?.told.server, recent?.told.server];
      if (!old || !recent || servers.includes(undefined) || servers[0] === servers[1]) continue;
      const at = placeOf(recent.reply, VENDOR_CODE, SERVER_CODE);
      const other = placeOf(old.reply, SERVER_CODE);
      const key = servers.join(' ');
      if (!at || told.has(key)) continue;
      told.add(key);
      yield {
        rule: 'servers-differ',
        severity: 'information',
        at,
        what: `IGEL OS 11.04.100 and later end at ${servers[1]}, older releases at ${servers[0]}.`,
        hurts: 'That is right during a migration; otherwise one of the two is wrong.',
        remedy: '',
        mends: [],
        related: other ? [{ at: other, message: 'what older releases get' }] : [],
      };
    }
  },
};
