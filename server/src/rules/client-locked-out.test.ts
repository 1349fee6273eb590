import { describe, expect, it } from 'vitest';
import { findingsIn, foundBy } from '../../../test/stories/story.ts';

const RULE = 'client-locked-out';
const FOR_ALL = 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n';
const IGEL = 'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n';
const PHONES = 'class "phones" {\n  match if option vendor-class-identifier = "phone";\n}\n';
const pool = (permit: string, range = '192.0.2.100 192.0.2.149'): string =>
  `  pool {\n    range ${range};\n    ${permit}\n  }\n`;
const subnet = (...pools: string[]): string => `subnet 192.0.2.0 netmask 255.255.255.0 {\n${pools.join('')}}\n`;

describe('pools that serve no IGEL device', () => {
  it('are told where the permit stands', async () => {
    expect(await foundBy(RULE, FOR_ALL + PHONES + subnet(pool('allow members of "phones";')))).toEqual([
      'error: allow members of "phones"',
    ]);
  });

  it('lock out the devices that say what they are', async () => {
    const text = FOR_ALL + IGEL + subnet(pool('deny members of "igel";'));
    const [finding] = (await findingsIn(text)).filter(({ rule }) => rule === RULE);
    expect(finding).toMatchObject({ severity: 'error', what: expect.stringContaining('11.04.100 or later') });
  });

  it('may be for those alone, although old devices do not say it', async () => {
    expect(await foundBy(RULE, FOR_ALL + IGEL + subnet(pool('allow members of "igel";')))).toEqual([]);
  });

  it('are no matter while another one does', async () => {
    const two = subnet(pool('allow members of "igel";'), pool('deny members of "igel";', '192.0.2.150 192.0.2.200'));
    expect(await foundBy(RULE, FOR_ALL + IGEL + two)).toEqual([]);
  });
});

describe('unknown clients that are denied', () => {
  const DENIED = `deny unknown-clients;\n${subnet(pool('allow all clients;'))}`;

  it('are all IGEL devices where the file knows none', async () => {
    expect(await foundBy(RULE, FOR_ALL + DENIED)).toEqual(['error: deny unknown-clients']);
  });

  it('are no matter where devices are registered', async () => {
    const host = 'host one {\n  hardware ethernet 00:e0:c5:00:00:01;\n}\n';
    expect(await foundBy(RULE, FOR_ALL + host + DENIED)).toEqual([]);
  });
});
