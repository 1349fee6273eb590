import { expect, test } from 'vitest';
import { dhcpdAt } from '../../../test/editor/unit-at-cursor.ts';
import { DHCPD_SYNTAX } from '../languages/dhcpd/syntax.ts';
import { blockRanges } from './block-ranges.ts';

function blocks(text: string): readonly string[] {
  const { document } = dhcpdAt(text);
  return blockRanges(document, DHCPD_SYNTAX).map(
    ({ header, end, closed }) => `${document.slice(header, end)}${closed ? '' : ' …'}`,
  );
}

test('from their header to behind their bracket, inner ones first', () => {
  expect(blocks('a; group { host b { } }')).toEqual(['host b { }', 'group { host b { } }']);
});

test('a block without its bracket ends where another begins that it cannot hold', () => {
  expect(blocks('host a { dynamic; host b { }')).toEqual(['host a { dynamic;  …', 'host b { }']);
});

test('or with the text', () => {
  expect(blocks('group { host b { }')).toEqual(['host b { }', 'group { host b { } …']);
});

test('a bracket that closes nothing is passed over, and a record type is no block', () => {
  expect(blocks('} option x code 250 = { text }; group { }')).toEqual(['group { }']);
});
