import { expect, it } from 'vitest';
import { foundBy } from '../../../../../test/stories/story.ts';

const RULE = 'parameter-value';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';

it('a line that ends the server when it starts is an error', async () => {
  expect(await foundBy(RULE, `log (fatal, "no");\n${SUBNET}`)).toEqual(['error: fatal']);
});

it('a line that ends it when some client comes by is a warning', async () => {
  const text = `if exists user-class {\n  log (fatal, "no");\n}\n${SUBNET}`;
  expect(await foundBy(RULE, text)).toEqual(['warning: fatal']);
});

it('lines that only tell are right', async () => {
  expect(await foundBy(RULE, `log (error, "no");\nlog ("yes");\n${SUBNET}`)).toEqual([]);
});
