import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';
import { applyFixes } from '../../../rules/apply-fixes.ts';

/** The config after all preferred fixes, round after round; a circle of fixes has no end, and is cut off. */
async function mended(text: string): Promise<string> {
  for (let round = 0, config = text; round < 10; round++) {
    const { text: after } = applyFixes(config, await findingsIn(config), { unsafe: true });
    if (after === config) return config;
    config = after;
  }
  return 'mended without end';
}

describe('fixes come to an end', () => {
  it.each([
    ['of a space whose name stands in quotes', 'option space "igel";\noption igel.a code 1 = text;\n', undefined],
    ['of a label with an open quote', 'switch (option user-class) {\n  case a":\n}\n', 'same'],
    ['of a code that is a bracket', 'option a code { = boolean;\n', 'option a code { ;= boolean;\n}\n'],
  ])('%s', async (_, before, after) => {
    const expected = after === 'same' ? before : (after ?? before.replaceAll('"', ''));
    expect(await mended(before)).toBe(expected);
  });
});

describe('no fix is offered', () => {
  it.each([
    ['that makes a list of what is none', 'default-lease-time 600; 700;\noption domain-name "a"; "b";\n'],
    ['that writes what stands there', 'class "a" 5;\n'],
    ['that makes dhcpd refuse a word which it takes for a variable', 'none;\n'],
    [
      'for a test that is exact, and fails for the key of its class',
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  match known-to-nobody;\n}\n',
    ],
  ])('%s', async (_, text) => {
    expect(await mended(text)).toBe(text);
  });

  it('but for a list that a semicolon cuts', async () => {
    const before =
      '# The routers\noption routers 192.0.2.1; 192.0.2.2;\noption domain-search "a.example"; "b.example";\n';
    expect(await mended(before)).toBe(
      '# The routers\noption routers 192.0.2.1, 192.0.2.2;\noption domain-search "a.example", "b.example";\n',
    );
  });

  it('but for a word that stands alone, as the one that is meant does', async () => {
    expect(await mended('authoritativ;\n')).toBe('authoritative;\n');
  });
});
