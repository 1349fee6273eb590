import { describe, expect, it } from 'vitest';
import { showAddress } from './address.ts';
import { readHeader } from './header.ts';
import { Refusal } from './reader.ts';
import type { Statement } from './statement.ts';

/** A declaration with this head and an empty block. */
function declaration(head: string): Statement {
  const keyword = /^[\w-]+/.exec(head)?.[0] ?? '';
  return {
    kind: `${keyword.replaceAll('-', '_')}_declaration`,
    anchor: { file: 'dhcpd.conf', offset: 0, text: head },
    keyword: keyword.toLowerCase(),
    start: 0,
    keywordEnd: keyword.length,
    wordsEnd: head.length,
    end: head.length,
    expression: undefined,
    assigns: false,
    block: undefined,
    alternatives: [],
    faults: [],
  };
}

/** What a head says: its name, its network, its key; where it is refused and what the first fix makes of it. */
function told(head: string): string {
  const { name, network, key, refusal } = readHeader(declaration(head));
  if (refusal instanceof Refusal) {
    const mended = refusal.mends[0]?.edits.reduceRight(
      (rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end),
      head,
    );
    return `refused: ${head.slice(refusal.start, refusal.end)}${mended === undefined ? '' : ` -> ${mended}`}`;
  }
  const addresses =
    network && `${showAddress(network.family, network.low)}-${showAddress(network.family, network.high)}`;
  return [name, addresses, key && Buffer.from(key).toString('hex')].filter((part) => part !== undefined).join(' ');
}

describe('the head of a declaration', () => {
  it.each([
    ['subnet 192.0.2.0 netmask 255.255.255.0', '192.0.2.0 192.0.2.0-192.0.2.255'],
    ['subnet6 2001:db8::/126', '2001:db8::/126 2001:db8::-2001:db8::3'],
    ['shared-network floor.one', 'floor.one'],
    ['shared-network "floor one"', 'floor one'],
    ['host tc1.example.org', 'tc1.example.org'],
    ['class "igel"', 'igel'],
    ['subclass "igel" "igel-dhcp-1"', 'igel 6967656c2d646863702d31'],
    ['subclass "mac" 1:2:0:ff', 'mac 010200ff'],
    ['group', ''],
    ['group staff', 'staff'],
    ['failover peer "pair"', 'pair'],
    ['failover peer pair state', 'pair'],
    ['key dns.', 'dns.'],
    ['zone 2.0.192.in-addr.arpa.', '2.0.192.in-addr.arpa.'],
  ])('%s', (head, says) => {
    expect(told(head)).toBe(says);
  });

  it.each([
    ['subnet 192.0.2.0/24', 'refused: /24 -> subnet 192.0.2.0 netmask 255.255.255.0'],
    ['subnet 192.0.2.0', 'refused: 192.0.2.0'],
    [
      'subnet 192.0.2.7 netmask 255.255.255.0',
      'refused: 192.0.2.7 netmask 255.255.255.0 -> subnet 192.0.2.0 netmask 255.255.255.0',
    ],
    ['subnet6 2001:db8::1/64', 'refused: 2001:db8::1/64 -> subnet6 2001:db8::/64'],
    ['subnet6 2001:db8::', 'refused: 2001:db8::'],
    ['subnet6 2001:db8::/129', 'refused: 129'],
    ['class igel', 'refused: igel -> class "igel"'],
    ['subclass "igel" igel-dhcp-1', 'refused: igel-dhcp-1 -> subclass "igel" "igel-dhcp-1"'],
    ['subclass "igel"', 'refused: subclass'],
    ['subclass "igel" "\\x"', 'refused: \\x'],
    ['host "tc1"', 'refused: "tc1" -> host tc1'],
    ['host', 'refused: host'],
    ['pool a', 'refused: a'],
    ['failover "pair"', 'refused: "pair"'],
  ])('%s', (head, refused) => {
    expect(told(head)).toBe(refused);
  });
});
