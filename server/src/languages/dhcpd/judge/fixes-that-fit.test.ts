import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';
import { applyFixes } from '../../../rules/apply-fixes.ts';

/** The config when no fix is left, and whether that came to an end. */
async function mended(text: string): Promise<string> {
  let left = text;
  for (let round = 0; round < 10; round++) {
    const { text: next, applied } = applyFixes(left, await findingsIn(left), { unsafe: true });
    if (applied.length === 0) return left;
    left = next;
  }
  throw new Error(`fixes go on and on: ${left}`);
}

const CLASS = (line: string) => `class "c" {\n  ${line}\n}\n`;

describe('a fix is offered where it makes the statement right', () => {
  it.each([
    ['option a code 250 never = text;\n', 'option a code 250 = text;\n'],
    ['option a code 250 text;\n', 'option a code 250 = text;\n'],
    ['option a code 250 = unsigned number 32;\n', 'option a code 250 = unsigned integer 32;\n'],
    ['option a code 250 = unsigned 32;\n', 'option a code 250 = unsigned integer 32;\n'],
    ['default-lease-time 600\nmax-lease-time 7200;\n', 'default-lease-time 600;\nmax-lease-time 7200;\n'],
    ['class never {\n  lease limit 4;\n}\n', 'class "never" {\n  lease limit 4;\n}\n'],
    ['log(info, "a";\n', 'log(info, "a");\n'],
  ])('%j becomes %j', async (before, after) => {
    expect(await mended(before)).toBe(after);
  });
});

describe('and not where another fault stays', () => {
  it.each([
    // Neither the equals sign nor "integer" would be followed by what belongs there.
    'option a code 250 250 text;\n',
    'option a code 250 = unsigned odef text;\n',
    // Names and texts with more behind them
    'class never "c" {\n  lease limit 4;\n}\n',
    CLASS('match code user-class;'),
    CLASS('filename // "other.img";'),
    // A sign before which no comma and no parenthesis helps
    CLASS('match if substring(igel.exclusive, 0, 3) = 02:1e:10;'),
    CLASS('log(ethernet, "x");'),
    // A statement that is not complete, or goes on in a block
    'authoritative;\ndefault-lease-time\n',
    CLASS('match option { user-class; }'),
    // What is begun by a number and goes on names no option.
    'option 192.0.2.53;\n',
    'option 01:01:01;\n',
  ])('%j stays as it is', async (text) => {
    expect(await mended(text)).toBe(text);
  });

  it('a word is not taken for one that cannot stand there', async () => {
    const text = 'shared-network n {\n  subnet 192.0.2.0 netmask 255.255.255.0 { }\n  else\n}\n';
    expect(await mended(text)).not.toContain('case');
  });

  it('a "case" without a value gets no colon', async () => {
    const text = 'switch (option user-class) {\n  case\n}\n';
    expect(await mended(text)).not.toContain(':');
  });
});
