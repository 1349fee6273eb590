import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';

const KEY = 'key "k" { algorithm hmac-md5; secret "MTIzNDU2Nzg="; }';

/** The words that errors point at. */
async function errorsIn(text: string): Promise<readonly string[]> {
  const errors = (await findingsIn(text)).filter(({ severity }) => severity === 'error');
  return errors.map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}

describe('a file that dhcpd crashes on', () => {
  it.each([
    [`if known { ${KEY} default-lease-time 600; }`, 'misplaced-declaration: key "k"'],
    ['on commit { zone example.org. { primary 192.0.2.1; } set a = "1"; }', 'misplaced-declaration: zone example.org.'],
    [
      'switch (option user-class) { case "a": db-time-format local; break; }',
      'misplaced-declaration: db-time-format local',
    ],
    ['define f(a) { db-time-format local; return a; }', 'misplaced-declaration: db-time-format local'],
    ['subnet 192.0.2.0 netmask 255.255.255.0 { interface "enx0242ac1100020"; }', 'parameter-value: "enx0242ac1100020"'],
    ['class "c" { match if known; }\nset v = not check "default";', 'parameter-value: check "default"'],
    ['if known or check "default" { }\nclass "c" { match hardware; }', 'parameter-value: check "default"'],
  ])('%s', async (text, error) => {
    expect(await errorsIn(`${text}\n`)).toEqual([error]);
  });

  it.each([
    `if known { ${KEY} }`,
    'on commit { set a = "1"; zone example.org. { primary 192.0.2.1; } }',
    `${KEY}\ndefault-lease-time 600;`,
    'group { db-time-format local; default-lease-time 600; }',
    'subnet 192.0.2.0 netmask 255.255.255.0 { interface "enx0242ac110002"; }',
    'subnet 192.0.2.0 netmask 255.255.255.0 { interface "enx0242ac11000200"; }',
    // Without a class there is nothing to ask
    'set v = check "default";',
    'class "c" { match if known; }\nsubnet 192.0.2.0 netmask 255.255.255.0 { if check "default" { } }',
  ])('is not %s', async (text) => {
    expect(await errorsIn(`${text}\n`)).toEqual([]);
  });
});
