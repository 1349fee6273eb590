import { commands, type Disposable, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN_COMMAND, SHOW_ROLLOUT_COMMAND } from '../server/src/protocol/requests.ts';
import type { ClosedFiles } from './closed-files.ts';
import { checkFile } from './commands/check-file.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { copyRollout } from './commands/copy-rollout.ts';
import { explainRule } from './commands/explain-rule.ts';
import { fixFile } from './commands/fix-file.ts';
import { insertBlock } from './commands/insert-block.ts';
import { moveToKea } from './commands/move-to-kea.ts';
import { showRollout } from './commands/show-rollout.ts';
import type { RolloutTables } from './rollout-tables.ts';
import type { RulePages } from './rule-pages.ts';

/** Registers what the manifest names under `contributes.commands`. */
export function registerCommands(
  client: BaseLanguageClient,
  pages: RulePages,
  closed: ClosedFiles,
  tables: RolloutTables,
): readonly Disposable[] {
  return [
    commands.registerCommand('igelRollout.checkFile', () => withEditor(checkFile)),
    commands.registerCommand('igelRollout.checkWorkspace', () => checkWorkspace(closed)),
    commands.registerCommand('igelRollout.fixFile', () => withEditor(fixFile)),
    commands.registerCommand('igelRollout.insertBlock', () => withEditor(insertBlock)),
    commands.registerCommand('igelRollout.moveToKea', () => withEditor((editor) => moveToKea(client, editor))),
    commands.registerCommand(EXPLAIN_COMMAND, (rule: unknown) => explainRule(pages, rule)),
    commands.registerCommand(SHOW_ROLLOUT_COMMAND, (config: unknown) => showRollout(tables, config)),
    commands.registerCommand('igelRollout.copyRollout', () => copyRollout(tables)),
    commands.registerCommand('igelRollout.restartServer', () => restart(client)),
  ];
}

async function withEditor(command: (editor: TextEditor) => Promise<void>): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor) await command(editor);
  else void window.showInformationMessage('Open a config first: this works on the file in front.');
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
