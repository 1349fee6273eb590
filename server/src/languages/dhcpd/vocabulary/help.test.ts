import { describe, expect, test } from 'vitest';
import { EXPRESSION_WORDS } from './expressions.ts';
import { OPTIONS4 } from './options4.ts';
import { OPTIONS6 } from './options6.ts';
import { PARAMETERS_OF_OTHER_BUILDS } from './parameters-of-other-builds.ts';
import { STANDARD_SPACES } from './spaces.ts';
import { STATEMENTS } from './statements.ts';
import { DEFINITION_TYPES } from './types.ts';

/** What a person reads on hovering, with the word that it belongs to. */
const LINES: readonly (readonly [word: string, help: string])[] = [
  ...[...OPTIONS4, ...OPTIONS6].map(({ space, name, help }) => [`${space}.${name}`, help] as const),
  ...STATEMENTS.flatMap((statement) =>
    (statement.variants ?? [statement]).map(
      (form) => [`${statement.keyword} ${form.arguments}`.trim(), form.help] as const,
    ),
  ),
  ...PARAMETERS_OF_OTHER_BUILDS.map(({ name, help }) => [name, help] as const),
  ...EXPRESSION_WORDS.map(({ name, help }) => [`expression ${name}`, help] as const),
  ...[...STANDARD_SPACES.values()].map(({ name, help }) => [`space ${name}`, help] as const),
  ...DEFINITION_TYPES.map(({ words, help }) => [`type ${words}`, help] as const),
];

describe('every word has one line of help', () => {
  test.each(LINES)('%s', (_, help) => {
    expect(help).toMatch(/^[A-Z]/);
    expect(help).not.toMatch(/[.\s]$/);
    expect(help).not.toContain('\n');
    expect(help.length).toBeLessThanOrEqual(120);
  });
});

test('no line of help serves two words', () => {
  const wordsOf = new Map<string, string[]>();
  for (const [word, help] of LINES) {
    wordsOf.set(help, [...(wordsOf.get(help) ?? []), word]);
  }
  expect([...wordsOf].filter(([, words]) => words.length > 1)).toEqual([]);
});
