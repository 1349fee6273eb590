import { commands, ProgressLocation, window, workspace } from 'vscode';
import type { ClosedFiles } from '../closed-files.ts';
import { findingsOf, inWords, sumOf } from '../findings.ts';
import { CONFIG_PATTERN, PUT_ASIDE } from '../languages.ts';

/** Shows what is found in all configs of the workspace, open or not. */
export async function checkWorkspace(closed: ClosedFiles): Promise<void> {
  const named = await workspace.findFiles(CONFIG_PATTERN, '**/node_modules/**');
  const files = named.filter(({ path }) => !PUT_ASIDE.test(path));
  if (files.length === 0) {
    void window.showInformationMessage(
      'No file of this workspace is called like a config. A file with another name is checked once its language is set to "ISC dhcpd".',
    );
    return;
  }
  const checked = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Checking configs', cancellable: true },
    (progress, token) =>
      closed.check(files, token, (file) =>
        progress.report({ message: workspace.asRelativePath(file), increment: 100 / files.length }),
      ),
  );
  await commands.executeCommand('workbench.actions.view.problems');
  const found = sumOf(checked.map(findingsOf));
  const count = checked.length === 1 ? '1 config' : `${checked.length} configs`;
  void window.showInformationMessage(`${count} checked: ${inWords(found)} found.`);
}
