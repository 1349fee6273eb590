import type { Severity } from '../model/problem.ts';
import type { Rule, RulePage } from './rule.ts';

/** A rule whose findings the languages make: what their servers refuse, or accept and do not mean. */
export const languageRule = (id: string, severity: Severity, page: RulePage): Rule => ({
  id,
  severity,
  page,
  check: () => [],
});
