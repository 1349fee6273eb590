import { describe, expect, it } from 'vitest';
import { findingsIn, foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'unknown-option';

describe('an option that nothing defines', () => {
  it('is one that is misspelt', async () => {
    const before = 'option domain-name-server 192.0.2.53;\n';
    expect(await foundBy(RULE, before)).toEqual(['error: domain-name-server']);
    expect(await mendedBy(RULE, before)).toBe('option domain-name-servers 192.0.2.53;\n');
  });

  it('is one that is defined further down', async () => {
    const text = 'option desk "4";\noption desk code 201 = text;\n';
    const [finding] = await findingsIn(text);
    expect(finding).toMatchObject({ rule: RULE, severity: 'error', what: expect.stringContaining('further down') });
  });

  it('is exclusive in the space of IGEL OS: there is only one way to define it', async () => {
    const space = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
    const before = `${space}option igel.exclusive 1;\n`;
    expect(await foundBy(RULE, before)).toEqual(['error: igel.exclusive']);
    const after = await mendedBy(RULE, before);
    expect(after).toContain('option igel.exclusive code 1 = unsigned integer 8;\n');
    expect(await findingsIn(after)).not.toContainEqual(expect.objectContaining({ rule: RULE }));
  });

  it('may stand in an include that cannot be read', async () => {
    const text = 'include "definitions.conf";\noption desk "4";\n';
    expect(await foundBy(RULE, text)).toEqual(['warning: desk']);
  });

  it.each([
    'option desk code 201 = text;\noption desk "4";\n',
    'option DOMAIN-NAME-SERVERS 192.0.2.53;\n',
    'option dhcp.domain-name-servers 192.0.2.53;\n',
    'option unknown-201 01:02;\n',
  ])('is none in %j', async (text) => {
    expect(await foundBy(RULE, text)).toEqual([]);
  });
});
