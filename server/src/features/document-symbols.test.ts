import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import type { DocumentSymbol, TextRange } from '../languages/editor.ts';
import { documentSymbols } from './document-symbols.ts';

/** Each symbol on a line, indented by what it stands in: kind, name, detail. */
function outline(text: string): string {
  const { unit, document } = dhcpdAt(text);
  const lines: string[] = [];
  const show = (symbols: readonly DocumentSymbol[], within: TextRange, depth: number) => {
    for (const { kind, name, detail, range, nameRange, children } of symbols) {
      lines.push(`${'  '.repeat(depth)}${kind} ${[name, detail].filter((part) => part !== '').join(' · ')}`);
      expect(isInside(range, within)).toBe(true);
      expect(isInside(nameRange, range)).toBe(true);
      show(children, range, depth + 1);
    }
  };
  show(documentSymbols(unit, document), { start: 0, end: document.length }, 0);
  return lines.join('\n');
}

const isInside = (inner: TextRange, outer: TextRange): boolean => outer.start <= inner.start && inner.end <= outer.end;

test('everything that is declared, nested as it is written', () => {
  const text = `authoritative;
include "more.conf";
option space igel;
option igel.exclusive code 1 = unsigned integer 8;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
}
subclass "v" "igel-dhcp-1";
subclass "v" 1:02 { default-lease-time 60; }
key k { algorithm hmac-md5; secret "eA=="; }
zone example.org. { primary 192.0.2.53; }
failover peer "p" {
  primary;
}
define f (a) { return a; }
shared-network lan {
  subnet 10.99.0.0 netmask 255.255.255.0 {
    pool {
      range 10.99.0.20 10.99.0.250;
    }
  }
}
group {
  host tc1 {
    hardware ethernet 02:00:00:00:00:01;
    if known {
      default-lease-time 60;
    } elsif exists   user-class {
      default-lease-time 61;
    } else {
      default-lease-time 62;
    }
  }
}
group offices { on commit or release { set x = "1"; } }
`;
  expect(outline(text)).toBe(`include more.conf · include
space igel · option space
option igel.exclusive · 1 · unsigned integer 8
class igel · class
class v "igel-dhcp-1" · subclass
class v 1:02 · subclass
key k · key
zone example.org. · zone
peer p · failover peer
function f · define
network lan · shared-network
  network 10.99.0.0 · subnet
    pool pool
group group
  host tc1 · host
    condition if known
    condition elsif exists user-class
    condition else
group offices · group
  condition on commit or release`);
});

test('half-typed declarations are there under the word that begins them', () => {
  expect(outline('subnet \nhost a {\n  hardware\nclass\n')).toContain('host a · host');
});

test('what a block holds stays in it across the pieces that a long file is cut into', () => {
  const hosts = Array.from({ length: 2000 }, (_, i) => `  host tc${i} { fixed-address 10.1.${i >> 8}.${i & 255}; }\n`);
  const lines = outline(`group {\n${hosts.join('')}}\nhost last { }\n`).split('\n');
  expect(lines).toHaveLength(2002);
  expect(lines[2000]).toBe('  host tc1999 · host');
  expect(lines[2001]).toBe('host last · host');
});
