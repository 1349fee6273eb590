import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createRegistry } from 'vscode-tmgrammar-test/dist/common/index.js';
import { EXPRESSION_WORDS } from '../../../server/src/languages/kea/expression/lexer.ts';

// The TextMate grammar colours a file while the server starts. Its words of class tests are held to those of Kea's lexer.
const path = fileURLToPath(new URL('../../../syntaxes/kea.tmLanguage.json', import.meta.url));
const registry = createRegistry([{ path, scopeName: 'source.kea', language: 'kea', injectTo: [] }]);
const grammar = await registry.loadGrammar('source.kea');

const PLAIN = 'meta.embedded.expression.kea';

/** The innermost scopes of the characters of a word in a line. */
function scopesOf(line: string, word: string): ReadonlySet<string> {
  const start = line.indexOf(word);
  const tokens = grammar?.tokenizeLine(line, null).tokens ?? [];
  return new Set(
    tokens
      .filter(({ startIndex, endIndex }) => startIndex < start + word.length && endIndex > start)
      .map(({ scopes }) => scopes.at(-1) ?? ''),
  );
}

it.each(EXPRESSION_WORDS)('%s has a colour in a class test, and none in other texts', (word) => {
  const [inTest] = [`x ${word} y`, `x.${word}`].filter((part) => !scopesOf(`"test": "${part}"`, word).has(PLAIN));
  expect(inTest, word).toBeDefined();
  expect([...scopesOf(`"user-context": "x ${word} y"`, ` ${word}`)]).toEqual(['string.quoted.double.kea']);
});

it('names of classes and options that hold a word keep their colour', () => {
  expect([...scopesOf(`"test": "member('not-and-or')"`, 'not-and-or')]).toEqual(['string.quoted.single.kea']);
  expect([...scopesOf('"test": "option[host-name].text"', 'host-name')]).toEqual(['variable.other.option.kea']);
});
