import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';
import type { Finding } from '../../../rules/finding.ts';

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** The words that errors point at. */
async function errorsIn(text: string): Promise<readonly string[]> {
  return (await findingsIn(text)).filter(isError).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`);
}

describe('dhcpd takes', () => {
  it.each([
    ['"new" for client-updates, which has the same number in its lexer', 'allow new;\n'],
    ['unknown- without a number for the kind of hardware 0', 'host h { hardware unknown-clients 0:1:2:3:4:5; }\n'],
    [
      '"space" for the name of a space, or of an option in another one',
      'option space a;\noption a.space code 1 = text;\n',
    ],
    [
      '"no failover peer" in a pool, without a semicolon',
      'subnet 192.0.2.0 netmask 255.255.255.0 { pool { no failover peer range 192.0.2.50; } }\n',
    ],
    [
      'an update style that is gone, where it is never read',
      'subnet 192.0.2.0 netmask 255.255.255.0 { ddns-update-style ad-hoc; }\n',
    ],
    ['an option as the first thing that a log tells', 'log (option host-name);\nlog(option tftp-server-name);\n'],
    ['a name that begins with a dash', 'option -note code 235 = text;\noption -note "x";\nset -v = "y";\n'],
    ['any word for the name of a space', 'option space break;\noption break.q code 1 = text;\noption break.q "v";\n'],
    ['a percent sign in front of what it skips', '% for another tool;\ngroup { % for it too; }\n'],
  ])('%s', async (_, text) => {
    expect(await errorsIn(text)).toEqual([]);
  });
});

describe('dhcpd refuses', () => {
  it.each([
    ['option space space;\noption space.q code 1 = text;\n', 'option-definition: space'],
    ['option unknown-vendor code 224 = text;\n', 'option-definition: unknown-vendor'],
    ['option space a;\noption a.unknown-0 code 1 = text;\n', 'option-definition: unknown-0'],
    ['if known { % for another tool; }\n', 'syntax: % for another tool;'],
    [
      'subnet6 2001:db8::/64 { pool6 { range6 2001:db8::1 2001:db8::9; no failover peer } }\n',
      'unknown-statement: no failover peer',
    ],
    ['ddns-update-style ad-hoc;\n', 'server-version: ddns-update-style ad-hoc'],
    ['subnet 192.0.2.0 netmask 255.255.255.0 { pool { no failover; range 192.0.2.50; } }\n', 'syntax: no failover'],
    ['switch (option user-class) { case "lab"; default-lease-time 600; }\n', 'syntax: ;'],
    ['option space', 'syntax: e', 'syntax: option'],
    ['key "k" { % it; algorithm hmac-md5; secret "MTIzNDU2Nzg="; }\n', 'syntax: % it;'],
  ])('%s', async (text, ...errors) => {
    expect((await errorsIn(text)).toSorted()).toEqual(errors);
  });
});

describe('a log without a value is dropped, which is told without an error', () => {
  it.each([
    'log (info, subnet ("x"));',
    'log (and "x");',
    'log (info, );',
    'log ();',
    'if known { log (error, break); default-lease-time 600; }',
  ])('%s', async (text) => {
    const found = (await findingsIn(`${text}\n`)).map(({ severity, rule }) => `${severity} ${rule}`);
    expect(found).toEqual(['warning syntax']);
  });

  it.each(['log (info, concat (break));', 'log (info "x");', 'log "x";'])('%s is refused', async (text) => {
    expect(await errorsIn(`${text}\n`)).not.toEqual([]);
  });
});

describe('a range of IPv6 addresses', () => {
  const RANGE = 'range6 2001:db8::10 2001:db8::20;';

  it.each([
    [`subnet6 2001:db8::/64 { pool { ${RANGE} } }\n`, 'unknown-statement: range6'],
    ['subnet6 2001:db8::/32 { pool { prefix6 2001:db8:: 2001:db8:1:: /48; } }\n', 'unknown-statement: prefix6'],
    [`subnet 192.0.2.0 netmask 255.255.255.0 { pool6 { ${RANGE} } }\n`, 'address-range: 2001:db8::10'],
  ])('has no place in %s', async (text, error) => {
    expect(await errorsIn(`subnet6 2001:db8:1::/64 { }\n${text}`)).toContain(error);
  });

  it('has one in a pool6', async () => {
    expect(await errorsIn(`subnet6 2001:db8::/64 { pool6 { ${RANGE} } }\n`)).toEqual([]);
  });
});
