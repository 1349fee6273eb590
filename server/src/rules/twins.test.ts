import { expect, test } from 'vitest';
import { findingsIn } from '../../../test/stories/story.ts';
import { withoutTwins } from './twins.ts';

const told = (what: string, start = 0) => ({ start, end: 5, rule: 'syntax', what });

test('of what is said twice of a place the first stays, also with something else between the two', () => {
  expect(withoutTwins([told('a'), told('b'), told('a'), told('a', 1), told('b')])).toEqual([
    told('a'),
    told('b'),
    told('a', 1),
  ]);
});

test('two things that are wrong with one word are both told', async () => {
  const text = 'host a { }\nhost a { hardware ethernet 1:2:3:4:5:6; }\nhost a { hardware ethernet 1:2:3:4:5:6; }\n';
  const findings = await findingsIn(text);
  const last = text.lastIndexOf('a {');
  expect(findings.filter(({ start }) => start === last).map(({ what }) => what)).toEqual([
    'A host named "a" is declared already.',
  ]);
  expect(new Set(findings.map(({ start, what }) => `${start} ${what}`)).size).toBe(findings.length);
});
