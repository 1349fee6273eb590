import { describe, expect, it } from 'vitest';
import { expressionFault, statementFault } from './fault.ts';
import type { SyntaxNode } from './node.ts';

const node = (start: number, end: number, fields: Record<string, SyntaxNode> = {}): SyntaxNode => ({
  startIndex: start,
  endIndex: end,
  hasError: true,
  childForFieldName: (name) => fields[name] ?? null,
});

describe('a statement whose tree is broken', () => {
  it.each([
    ['if (known { }', 'known', /never closed/],
    ['} elsif option user-class { }', 'option user-class', /must be a test/],
    ['else if known static { }', 'static', /operator is missing/],
    ['match if known = ;', '=', /a value is missing/],
    ['match option user-class = "x";', 'option user-class = "x"', /must be a value/],
    ['spawn with known;', 'known', /must be a value/],
    ['switch option user-class { }', 'option user-class', /in parentheses/],
    ['case lcase("x": break;', '"x"', /never closed/],
    ['log(info "x");', '"x"', /comma is missing/],
    ['execute(leased-address);', 'leased-address', /The command stands in quotes/],
    ['set room = concat("a" "b");', '"b"', /comma is missing/],
    ['option igel.exclusive = 600;', '600', /hexadecimal/],
    ['filename = "a" + ;', '+', /a value is missing/],
  ])('%s', (text, at, says) => {
    const start = text.startsWith('}') ? 2 : 0;
    const fault = statementFault(text, start, text.length);
    expect(fault?.what).toMatch(says);
    expect(text.slice(fault?.start, fault?.end)).toBe(at);
  });

  it.each([
    'option domain-name "x";',
    'option igel.exclusive code 1 = unsigned integer 8;',
    'case (0a:0b): break;',
    'case 1: break;',
    'subnet 10.0.0.0 netmask 255.0.0.0 { }',
    'set room = "a";',
  ])('has nothing to say of %s', (text) => {
    expect(statementFault(text, 0, text.length)).toBeUndefined();
  });

  it('is told in offsets of the piece that it stands in', () => {
    const text = 'if known { } set room = lcase("x";';
    const fault = expressionFault(node(13, text.length), text, (index) => index - 13);
    expect(fault).toMatchObject({ start: 17, end: 20 });
    expect(fault?.mends).toMatchObject([{ safe: true, edits: [{ start: 20, end: 20, newText: ')' }] }]);
  });

  it('is left to the judge where the tree shows the expression', () => {
    const text = 'if (known { }';
    const condition = node(3, 9);
    expect(expressionFault(node(0, text.length, { condition }), text, (index) => index)).toBeUndefined();
  });
});
