import { afterAll, beforeAll, expect, it } from 'vitest';
import { casesOf } from './cases.ts';
import { MendedCopies } from './mended.ts';

const cases = casesOf('dhcpd');
const copies = new MendedCopies(cases);
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
