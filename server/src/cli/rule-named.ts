import { closest } from 'fastest-levenshtein';
import { RULES, ruleById } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import { UsageError } from './arguments.ts';

/** The rule with this id. Throws a {@link UsageError} that offers the nearest id where there is none. */
export function ruleNamed(id: string): Rule {
  const rule = ruleById(id);
  if (rule) return rule;
  const nearest = closest(
    id,
    RULES.map((one) => one.id),
  );
  throw new UsageError(`there is no rule "${id}": did you mean ${nearest}?`);
}
