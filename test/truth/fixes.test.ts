import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesOf, LANGUAGES } from './cases.ts';
import { MendedCopies } from './mended.ts';

describe.each(LANGUAGES)('mending cases of %s', (language) => {
  const cases = casesOf(language);
  const copies = new MendedCopies(language);
  const once = new Map<string, string>();

  beforeAll(async () => {
    await copies.mend();
    for (const truthCase of cases) once.set(truthCase.name, copies.text(truthCase));
    await copies.mend();
  });

  afterAll(() => copies.remove());

  it.each(cases)('to mend $name twice is to mend it once', (truthCase) => {
    expect(copies.text(truthCase)).toBe(once.get(truthCase.name));
  });
});
