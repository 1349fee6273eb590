import { expect, it } from 'vitest';
import { findingsIn } from '../../../../../test/stories/story.ts';

const told = async (text: string) =>
  (await findingsIn(text)).map(({ severity, rule, start, end }) => `${severity} ${rule}: ${text.slice(start, end)}`);

it.each([
  ['aa:bb:cc;\n', ['warning unknown-statement: aa:bb:cc']],
  ['host h { 0a:1; }\n', ['warning unknown-statement: 0a:1']],
  // The first must look like a name, and each must be a byte.
  ['12:bb;\n', ['error syntax: 12:bb']],
  ['aa:100;\n', ['error syntax: aa:100']],
  ['aa:bb\n', ['error syntax: aa:bb']],
])('bytes that belong to no statement: %j', async (text, findings) => {
  expect(await told(text)).toEqual(findings);
});
