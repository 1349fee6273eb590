import { RULES } from '../../server/src/rules/registry.ts';

const SEVERITIES = ['error', 'warning', 'information', 'off'] as const;

/** What the manifest says of each rule below `igelRollout.rules`. */
export const ruleSettings = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    RULES.map(({ id, severity, page }) => [
      id,
      { enum: SEVERITIES, default: severity, markdownDescription: page.summary },
    ]),
  );
