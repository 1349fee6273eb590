import { describe, expect, test } from 'vitest';
import type { SeenFact } from '../../../test/documents/same-as-new.ts';
import { toyLists, toyStatements } from '../../../test/documents/toy-languages.ts';
import { Document } from './document.ts';

const toy = toyStatements(1);

function open(text: string, size?: number): Document<SeenFact> {
  const document = new Document(
    'net.conf',
    toy.syntax,
    toy.parser,
    toy.lower,
    text,
    size === undefined ? {} : { size },
  );
  document.work();
  return document;
}

/** Each statement with its place, its block and what it sees of it. */
const statements = (document: Document<SeenFact>) =>
  document.pieces.flatMap((piece) => piece.facts.map(({ what, start }) => `${piece.offset + start} ${what.trim()}`));

/** Each fault with the text that it points at. */
function faults(document: Document<SeenFact>): readonly string[] {
  return document.faults.map((fault) => {
    if (fault.kind !== 'unclosed-block') return `${fault.kind} at ${fault.piece.offset + fault.at}`;
    const { block, endedAt, balanced } = fault;
    const end = endedAt.piece.offset + endedAt.at;
    return `${block.label} at ${block.piece.offset + block.at} is open until ${end}${balanced ? ', balanced' : ''}`;
  });
}

const hosts = (count: number) => Array.from({ length: count }, (_, i) => `host h${i} {\n  address ${i};\n}\n`).join('');

describe('pieces', () => {
  test('an edit gives new pieces only where it happened', () => {
    const document = open(hosts(1000), 1000);
    const before = [...document.pieces];
    document.edit(document.text.indexOf('h500'), document.text.indexOf('h500') + 4, 'printer');
    document.work();
    const kept = document.pieces.filter((piece) => before.includes(piece));
    expect(document.pieces.length).toBeGreaterThan(30);
    expect(document.pieces.length - kept.length).toBeLessThan(4);
    expect(document.text).toBe(hosts(1000).replace('h500', 'printer'));
  });

  test('a host that fits into a piece is not split', () => {
    const document = open(hosts(40), 100);
    expect(document.pieces.every((piece) => piece.text.startsWith('host') && piece.context.length === 0)).toBe(true);
  });

  test('a file opened in parts is the same as one opened at once', () => {
    const text = hosts(40);
    const document = open('', 100);
    for (let i = 0; i < text.length; i += 77) document.append(text.slice(i, i + 77));
    document.work();
    expect(document.pieces.map((piece) => piece.text)).toEqual(open(text, 100).pieces.map((piece) => piece.text));
    expect(statements(document)).toEqual(statements(open(text, 100)));
  });

  test('an empty file is one empty piece', () => {
    const document = open('host a { b; }');
    document.edit(0, document.length, '');
    document.work();
    expect(document.pieces.map(({ text, facts }) => ({ text, facts }))).toEqual([{ text: '', facts: [] }]);
  });

  test('an edit beyond the text is one at its border', () => {
    const document = open('a;');
    document.edit(-5, 0, 'x;\n');
    document.edit(100, 200, '\nb;');
    expect(document.text).toBe('x;\na;\nb;');
  });

  test('the parts of a condition share a piece', () => {
    const document = open(`if a {\n b;\n}\n${'# and if not\n'.repeat(20)}else {\n c;\n}\n`, 32);
    expect(document.pieces.filter((piece) => piece.text.trimStart().startsWith('else'))).toEqual([]);
  });
});

describe('changes', () => {
  test('tell which facts go and which come', () => {
    const document = open(hosts(1000), 1000);
    const all = document.takeChanges();
    expect([all.removed.length, all.added.length]).toEqual([0, document.pieces.length]);
    document.edit(document.text.indexOf('address 500'), document.text.indexOf('address 500') + 7, 'hardware');
    document.work();
    const { removed, added, moved, nested } = document.takeChanges();
    const has = (what: string) => (piece: { readonly facts: readonly SeenFact[] }) =>
      piece.facts.some((fact) => fact.what.startsWith(what));
    expect(removed.filter(has('address 500'))).toHaveLength(1);
    expect(added.filter(has('hardware 500'))).toHaveLength(1);
    expect(added.filter(has('address 500'))).toHaveLength(0);
    expect({ moved, nested }).toEqual({ moved: true, nested: false });
    expect(document.takeChanges()).toEqual({ removed: [], added: [], moved: false, nested: false });
  });

  test('a piece whose facts depend on another block now is removed and added, and is a new one', () => {
    const document = open(`net n {\n${' an address;\n'.repeat(4)}}\n`, 16);
    document.takeChanges();
    document.edit(0, 3, 'group');
    document.work();
    const { removed, added } = document.takeChanges();
    expect(added.map((piece) => piece.text)).toEqual(removed.map((piece) => piece.text.replace('net', 'group')));
    expect(statements(document)[1]).toBe('11 an address group');
  });

  test('a piece that stands in another block without looking at it stays, and its context tells', () => {
    const looksNowhere = toyStatements(0);
    const text = `net n {\n${Array.from({ length: 100 }, (_, i) => ` address ${i};\n`).join('')}}\n`;
    const document = new Document('f', looksNowhere.syntax, looksNowhere.parser, looksNowhere.lower, text, {
      size: 16,
    });
    document.work();
    document.takeChanges();
    const inside = document.pieceAt(1000);
    document.edit(0, 3, 'group');
    document.work();
    const { removed, nested } = document.takeChanges();
    expect(removed).not.toContain(inside);
    expect(nested).toBe(true);
    expect(inside.context.map((block) => block.label)).toEqual(['group']);
  });

  test('wait until the work is done, which may be in slices', () => {
    const document = open('');
    document.takeChanges();
    document.edit(0, 0, hosts(2000));
    let clock = 0;
    expect(document.work(1, () => ++clock)).toBe(false);
    expect(document.takeChanges().added).toHaveLength(1);
    while (!document.work(0, () => ++clock));
    expect(document.takeChanges().added).toHaveLength(document.pieces.length - 1);
  });
});

describe('blocks', () => {
  test('an id leads from a statement to its block in another piece', () => {
    const document = open(`group {\n net n {\n${'  an address;\n'.repeat(4)} }\n}\n`, 16);
    const piece = document.pieceAt(40);
    const [fact] = piece.facts;
    const block = document.block(piece, fact?.scope ?? 0);
    expect(block?.label).toBe('net');
    expect(block && document.block(block.piece, block.at)).toBe(block);
    expect(piece.context.map(({ label }) => label)).toEqual(['group', 'net']);
    expect(document.block(piece, -2)?.label).toBe('group');
    expect(document.block(piece, -3)).toBeUndefined();
  });
});

describe('a brace is lost', () => {
  test('}: the block ends before what it cannot hold', () => {
    const document = open('host a {\n x;\nhost b {\n y;\n}\n');
    expect(faults(document)).toEqual(['host at 7 is open until 13']);
    expect(statements(document)).toEqual(['0 host a', '10 x host', '13 host b', '23 y host']);
  });

  test('}: the outer block is open until the file ends', () => {
    const document = open('group {\nhost a {\n x;\n}\n');
    expect(faults(document)).toEqual(['group at 6 is open until 23']);
  });

  test('}: a block in a list ends where a closer of another kind comes', () => {
    const document = new Document('f', toyLists.syntax, toyLists.parser, toyLists.lower, '[ { "a": 1, { "b": 2 } ]');
    expect(faults(document)).toEqual(['at 2 is open until 12'].map((fault) => ` ${fault}`));
  });

  test('} is too many', () => {
    const document = open('host a {\n x;\n}}\nhost b {\n y;\n}\n');
    expect(faults(document)).toEqual(['stray-closer at 14']);
    expect(statements(document)).toEqual(['0 host a', '10 x host', '16 host b', '26 y host']);
  });

  test('} is in the wrong place', () => {
    const document = open('}\nhost a {\n x;\n');
    expect(faults(document)).toEqual(['stray-closer at 0', 'host at 9 is open until 15, balanced']);
  });

  test('{: the declaration and its block are understood', () => {
    const document = open('host a\n x;\n}\nhost b {\n y;\n}\n');
    expect(faults(document)).toEqual(['missing-opener at 6']);
    expect(statements(document)).toEqual(['0 host a', '8 x host', '13 host b', '23 y host']);
  });
});

test('a closer between blocks of the other kind is odd as soon as the file has one too many, however far away', () => {
  const text = `[ [ { "a": 1 ], 2 ], ${'[ 3 ],\n'.repeat(100)} 4`;
  const document = new Document('f', toyLists.syntax, toyLists.parser, toyLists.lower, text, { size: 32 });
  document.work();
  const scopeOf2 = () => document.pieces.flatMap(({ facts }) => facts).find(({ what }) => what.startsWith(':2'))?.scope;
  expect(faults(document)).toEqual([' at 4 is open until 13']);
  expect(scopeOf2()).toBe(0);
  document.append(' ]');
  document.work();
  expect(faults(document).slice(0, 2)).toEqual(['stray-closer at 13', 'stray-closer at 18']);
  expect(scopeOf2()).toBe(4);
});

describe('a fault stands alone', () => {
  test('an item that does not parse takes none of its neighbours along', () => {
    const text = hosts(20).replace('address 7;', 'address = { 7;');
    const unclean = statements(open(text)).filter((statement) => statement.endsWith('unclean'));
    expect(unclean).toEqual([`${text.indexOf('address = {')} address = { 7 host unclean`]);
  });

  test('a comment that nothing closes ends with its line', () => {
    const document = open('a;\n/* b; c;\nd;\n');
    expect(faults(document)).toEqual(['unclosed-comment at 3']);
    expect(statements(document)).toEqual(['0 a', '12 d']);
    document.append('*/ e;\n');
    document.work();
    expect(faults(document)).toEqual([]);
    expect(statements(document)).toEqual(['0 a', '18 e']);
  });

  test('a string that nothing closes ends with its line; its closing quote may be typed lines below', () => {
    const text = `a "b\n;\n${hosts(1)}`;
    const document = open(text, 8);
    expect(statements(document)).toEqual(['0 a "b', '7 host h0', '19 address 0 host']);
    document.edit(text.indexOf('address'), text.indexOf('address'), '"');
    document.work();
    expect(statements(document)).toEqual(['0 a "b\n;\nhost h0 {\n  " address 0']);
  });
});

describe('too much', () => {
  test('an item without an end is not understood, and that is told once, where it begins; its neighbours are', () => {
    const document = open(`a;\n${'long '.repeat(20)};\nb;\n`);
    expect(statements(document)).toEqual(['0 a', '105 b']);
    expect(faults(document)).toEqual(['too-long at 3']);
    document.edit(8, 8, ';'.padEnd(90));
    document.edit(108, 198, ';');
    document.work();
    expect(faults(document)).toEqual([]);
  });

  test('what strings and comments hold makes no item too long', () => {
    const document = open(`a "${'x'.repeat(60)}" /* ${'y'.repeat(60)} */ ${' '.repeat(60)} b;\n`);
    expect(faults(document)).toEqual([]);
    expect(statements(document)).toHaveLength(1);
  });

  test('behind too many faults nothing is understood, until they are mended', () => {
    const text = `${'bad;\n'.repeat(30)}${hosts(3)}`;
    const { syntax, parser, lower } = toy;
    const faultsIn = ({ what }: SeenFact) => (what.startsWith('bad') ? 1 : 0);
    const document = new Document('net.conf', syntax, parser, lower, text, { size: 32, faultsIn, mostFaults: 10 });
    document.work();
    const read = statements(document);
    expect(read.length).toBeGreaterThanOrEqual(10);
    expect(read.length).toBeLessThan(20);
    expect(faults(document)).toEqual([`given-up at ${read.length * 5}`]);
    document.edit(0, 21 * 5, '');
    document.work();
    expect(statements(document)).toHaveLength(9 + 6);
    expect(faults(document)).toEqual([]);
    document.edit(0, 0, 'bad;\n');
    document.work();
    expect(statements(document).length).toBeLessThan(9 + 6);
    expect(faults(document)).toEqual([expect.stringMatching('given-up')]);
  });

  test('blocks in blocks in blocks: what is too deep is not understood, and that is told once', () => {
    const deep = 10_000;
    const document = open(`a;\n${'group {\n'.repeat(deep)}b;\n${'}\n'.repeat(deep)}c;\n`);
    expect(faults(document)).toEqual([`too-deep at ${3 + 8 * 256 + 6}`]);
    expect(statements(document).at(-1)).toBe(`${document.length - 3} c`);
    expect(statements(document)).toHaveLength(2 + 256);
  });

  test.each([
    { name: 'closers', text: '}'.repeat(100_000) },
    { name: 'openers', text: '{'.repeat(100_000) },
    { name: 'a long line', text: 'word '.repeat(100_000) },
    { name: 'a long string', text: `"${'x'.repeat(500_000)}` },
    { name: 'a long comment', text: `#${'x'.repeat(500_000)}` },
    { name: 'quotes', text: '"'.repeat(100_001) },
    { name: 'NUL', text: '\0'.repeat(100_000) },
    { name: 'halves of characters', text: '\ud83d;\n'.repeat(30_000) },
  ])('$name: read to the end, and edited', ({ text }) => {
    const document = open(text);
    document.edit(text.length >> 1, text.length >> 1, '}');
    document.work();
    expect(document.length).toBe(text.length + 1);
    expect(document.faults.length).toBeLessThanOrEqual(10_000);
  });
});
