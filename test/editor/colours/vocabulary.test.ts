import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { EXPRESSION_WORDS, type ExpressionWord } from '../../../server/src/languages/dhcpd/vocabulary/expressions.ts';
import { STATEMENTS } from '../../../server/src/languages/dhcpd/vocabulary/statements.ts';
import { DEFINITION_TYPES } from '../../../server/src/languages/dhcpd/vocabulary/types.ts';

// The TextMate grammar colours a file while the server starts. It has lists of words of its own; here they are held to the vocabulary.
const path = fileURLToPath(new URL('../../../syntaxes/dhcpd.tmLanguage.json', import.meta.url));
const registry = createRegistry([{ path, scopeName: 'source.dhcpd', language: 'dhcpd', injectTo: [] }]);
const grammar = await registry.loadGrammar('source.dhcpd');

/** The innermost scope of each character of a line. */
function scopesOf(line: string): string[] {
  const tokens = grammar?.tokenizeLine(line, null).tokens ?? [];
  return tokens.flatMap(({ startIndex, endIndex, scopes }) =>
    new Array<string>(endIndex - startIndex).fill(scopes.at(-1) ?? ''),
  );
}

/** Whether every word of `part` is coloured in `line`. */
function isColoured(line: string, part: string): boolean {
  const start = line.indexOf(part);
  const scopes = scopesOf(line);
  return [...part].every((character, i) => character === ' ' || scopes[start + i] !== 'source.dhcpd');
}

it.each(STATEMENTS.map(({ keyword }) => keyword))('%s begins a statement, whatever stands before it', (keyword) => {
  expect(isColoured(`${keyword};`, keyword)).toBe(true);
  expect(isColoured(`  x; ${keyword} `, keyword)).toBe(true);
  expect(isColoured(`  x { ${keyword.toUpperCase()} {`, keyword.toUpperCase())).toBe(true);
});

it.each(EXPRESSION_WORDS.filter(({ name }) => name !== '-'))('$name is a word of expressions', (word) => {
  expect(isColoured(expressionWith(word), word.name)).toBe(true);
});

function expressionWith({ name, kind }: ExpressionWord): string {
  switch (kind) {
    case 'operator':
      return `x ((y) ${name} (z));`;
    case 'prefix':
      return `x (${name} y);`;
    case 'function':
      return `x = ${name} (y);`;
    case 'value':
      return `x = ${name};`;
  }
}

it.each(DEFINITION_TYPES.filter(({ words }) => !/[A-Z{]/.test(words)))('$words is a type', ({ words }) => {
  expect(isColoured(`option x code 224 = ${words};`, words)).toBe(true);
});

it('words inside of names keep their colour', () => {
  const line = '  fixed-address host.class-if.example.org, 10.0.0.1;';
  const scopes = scopesOf(line);
  expect(new Set([...'host.class-if.example.org'].map((_, i) => scopes[line.indexOf('host.') + i]))).toEqual(
    new Set(['source.dhcpd']),
  );
});
