import { expect, test } from 'vitest';
import { RULES } from '../rules/registry.ts';
import { explainRule } from './explain.ts';

test.each(RULES)('$id has a page with what is found, whom it hurts, an example and what to write instead', (rule) => {
  const page = explainRule(rule.id) ?? '';
  expect(page.split('\n')[0]).toBe(`# ${rule.id}`);
  expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
    'What is found',
    'Whom it hurts',
    'Example',
    'Instead',
  ]);
  expect(page).toContain(`\`\`\`dhcpd\n${rule.page.example.trimEnd()}\n\`\`\``);
});

test('a rule that does not exist has none', () => {
  expect(explainRule('nonesuch')).toBeUndefined();
});
