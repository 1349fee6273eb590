import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { DEFAULT_FLEET } from '../igel/devices.ts';
import { Rollout } from '../igel/rollout.ts';
import { startOf } from '../model/span.ts';
import { Server } from '../wire/reply.ts';
import { rolloutLenses } from './rollout-lenses.ts';

/** What is said above which line. */
function lenses(text: string, fleet: readonly string[] = DEFAULT_FLEET): readonly string[] {
  const { unit } = dhcpdAt(text);
  const rollout = new Rollout(new Server(unit.analysis.model, unit.language.policy), fleet);
  const found = rolloutLenses(unit, rollout).toSorted((a, b) => startOf(a.at) - startOf(b.at));
  return found.map(({ at, words }) => {
    const { line } = unit.root.positionAt(startOf(at));
    return `${text.split('\n')[line]?.trim()} → ${words()}`;
  });
}

const DEFINITIONS = `option igelrmserver code 224 = text;
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
`;

const CLASS = `class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "10.99.0.11";
}
`;

const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.50; }';

test('a subnet tells who ends where, the newest first', () => {
  expect(lenses(`${DEFINITIONS}${CLASS}${SUBNET}\n`)).toEqual([
    'class "igel" { → IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps)',
    `${SUBNET} → IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps); 11.03.500 and lower: none`,
  ]);
});

test('what is set for all tells for whom it decides', () => {
  expect(lenses(`${DEFINITIONS}option igelrmserver "10.99.0.10";\n${CLASS}${SUBNET}\n`)).toEqual([
    'option igelrmserver "10.99.0.10"; → Decides for IGEL OS 11.03.500 and lower',
    'class "igel" { → IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps)',
    `${SUBNET} → IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps); 11.03.500 and lower: 10.99.0.10 through 224`,
  ]);
});

test('where all come to one server it is said once for all', () => {
  const twoPlaces = `${SUBNET}\nsubnet 10.99.1.0 netmask 255.255.255.0 { range 10.99.1.20; option igelrmserver "10.99.0.12"; }`;
  expect(lenses(`${DEFINITIONS}option igelrmserver "10.99.0.10";\n${twoPlaces}\n`)).toEqual([
    'option igelrmserver "10.99.0.10"; → Decides for IGEL OS of every version in 1 of 2 places',
    `${SUBNET} → IGEL OS of every version: 10.99.0.10 through 224`,
    'subnet 10.99.1.0 netmask 255.255.255.0 { range 10.99.1.20; option igelrmserver "10.99.0.12"; } → IGEL OS of every version: 10.99.0.12 through 224',
  ]);
});

test('the fleet of the settings is what counts', () => {
  expect(lenses(`${DEFINITIONS}${CLASS}${SUBNET}\n`, ['11.05.133', '12.8.0']).at(-1)).toBe(
    `${SUBNET} → IGEL OS 11.05.133+: 10.99.0.11 through 43/224`,
  );
});

test('pools are told apart only where they differ', () => {
  const pools = (second: string) => `${DEFINITIONS}subnet 10.99.0.0 netmask 255.255.255.0 {
  pool { range 10.99.0.20; option igelrmserver "10.99.0.10"; }
  pool { range 10.99.0.30; option igelrmserver "${second}"; }
}
`;
  expect(lenses(pools('10.99.0.10'))).toEqual([
    'subnet 10.99.0.0 netmask 255.255.255.0 { → IGEL OS of every version: 10.99.0.10 through 224',
  ]);
  expect(lenses(pools('10.99.0.11'))).toEqual([
    'pool { range 10.99.0.20; option igelrmserver "10.99.0.10"; } → IGEL OS of every version: 10.99.0.10 through 224',
    'pool { range 10.99.0.30; option igelrmserver "10.99.0.11"; } → IGEL OS of every version: 10.99.0.11 through 224',
  ]);
});

test('a shared network speaks for its subnets where they are alike', () => {
  const shared = (inside: string) => `${DEFINITIONS}option igelrmserver "10.99.0.10";
shared-network floor {
  ${SUBNET}
  subnet 10.99.1.0 netmask 255.255.255.0 { range 10.99.1.20; ${inside}}
}
`;
  expect(lenses(shared('')).slice(1)).toEqual([
    'shared-network floor { → IGEL OS of every version: 10.99.0.10 through 224',
  ]);
  expect(lenses(shared('option igelrmserver "10.99.0.11"; ')).slice(1)).toEqual([
    `${SUBNET} → IGEL OS of every version: 10.99.0.10 through 224`,
    'subnet 10.99.1.0 netmask 255.255.255.0 { range 10.99.1.20; option igelrmserver "10.99.0.11"; } → IGEL OS of every version: 10.99.0.11 through 224',
  ]);
});

test('a class for IGEL OS that none comes into says so, and one that has nothing to do with it says nothing', () => {
  const classes = `class "igel" { match if option vendor-class-identifier = "IGEL-DHCP-1"; }
class "pxe" { match if substring (option vendor-class-identifier, 0, 3) = "PXE"; }
`;
  expect(lenses(`${classes}${SUBNET}\n`).slice(0, -1)).toEqual([
    'class "igel" { match if option vendor-class-identifier = "IGEL-DHCP-1"; } → No IGEL OS comes into this class',
  ]);
});

test('with a file that the server does not start with nobody gets anything', () => {
  expect(lenses(`${DEFINITIONS}option igelrmserver "10.99.0.10"\n${SUBNET}\n`).at(-1)).toBe(
    `${SUBNET} → IGEL OS: none, since dhcpd does not start with this file`,
  );
});

test('a server of DHCPv6 serves no IGEL OS, and nothing is said', () => {
  expect(lenses('subnet6 2001:db8::/64 { range6 2001:db8::1 2001:db8::9; }\n')).toEqual([]);
});
