import { window } from 'vscode';
import { contributes } from '../../package.json';
import type { RulePages } from '../rule-pages.ts';

/** Shows the page of a rule, or lets a person choose one. */
export async function explainRule(pages: RulePages, rule: unknown): Promise<void> {
  const chosen = typeof rule === 'string' ? rule : await chooseRule();
  if (chosen !== undefined) await pages.show(chosen);
}

async function chooseRule(): Promise<string | undefined> {
  const rules = contributes.configuration.properties['igelRollout.rules'].properties;
  const items = Object.entries(rules).map(([label, { markdownDescription }]) => ({
    label,
    detail: markdownDescription,
  }));
  return (await window.showQuickPick(items, { matchOnDetail: true, placeHolder: 'Which rule?' }))?.label;
}
