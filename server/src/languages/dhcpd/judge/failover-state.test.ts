import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';

const peer = (role: string): string =>
  `failover peer "pair" { ${role}; address 192.0.2.2; peer address 192.0.2.3; ${role === 'primary' ? 'mclt 3600; split 128; ' : ''}}
subnet 192.0.2.0 netmask 255.255.255.0 { pool { failover peer "pair"; range 192.0.2.50; } }
`;

/** What is found in the state of a peer of this role: the rule and the words that it points at. */
async function foundIn(state: string, role = 'primary', before = peer(role)): Promise<readonly string[]> {
  const text = `${before}failover peer "pair" state {\n  ${state}\n}\n`;
  const errors = (await findingsIn(text)).filter(({ severity }) => severity === 'error');
  return errors.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}

describe('the state of a failover peer', () => {
  it.each([
    '',
    'my state normal at 4 2026/01/01 00:00:00;',
    'my state normal; partner state recover-done at never;',
    'MY STATE Communications-Interrupted at epoch 1767225600;',
  ])('may be %j', async (state) => {
    expect(await foundIn(state)).toEqual([]);
  });

  it.each([
    ['my state idle;', 'parameter-value: idle'],
    ['my normal;', 'syntax: normal'],
    ['partner state;', 'parameter-value: state'],
    ['my state normal at noon;', 'parameter-value: noon'],
    ['my state normal 5;', 'syntax: 5'],
    ['default-lease-time 600;', 'unknown-statement: default-lease-time'],
    ['option domain-name "example.org";', 'unknown-statement: option'],
    ['mclt 3600;', 'parameter-value: mclt'],
  ])('cannot be %j', async (state, found) => {
    expect(await foundIn(state)).toEqual([found]);
  });

  it('has an mclt where the server is the secondary one', async () => {
    expect(await foundIn('mclt 3600;', 'secondary')).toEqual([]);
    expect(await foundIn('mclt soon;', 'secondary')).toEqual(['parameter-value: soon']);
  });

  it('is that of a peer that stands above it', async () => {
    const head = 'unknown-reference: failover peer "pair" state';
    expect(await foundIn('my state normal;', 'primary', '')).toEqual([head]);
  });
});
