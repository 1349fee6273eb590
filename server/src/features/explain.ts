import { ruleById } from '../rules/registry.ts';

/** The page of a rule as Markdown; undefined for a rule that does not exist. */
export function explainRule(id: string): string | undefined {
  const rule = ruleById(id);
  if (!rule) return undefined;
  const { summary, what, why, example, instead } = rule.page;
  return [
    `# ${id}`,
    `*${rule.severity}* · ${summary}`,
    `## What is found\n\n${what}`,
    `## Whom it hurts\n\n${why}`,
    `## Example\n\n${codeBlock(example)}`,
    `## Instead\n\n${codeBlock(instead)}`,
  ].join('\n\n');
}

/** Examples are in dhcpd's language: an editor that knows it shows them in colours. */
const codeBlock = (text: string): string => `\`\`\`dhcpd\n${text.trimEnd()}\n\`\`\``;
