import { type TextEditor, window, workspace } from 'vscode';
import { codeActions } from '../code-actions.ts';
import { isConfig } from '../languages.ts';

const TITLE = /^Insert igelrmserver (?:block: )?/;

/** Lets a person choose how devices are to be told their UMS, and writes it at the cursor. */
export async function insertBlock({ document, selection }: TextEditor): Promise<void> {
  if (!isConfig(document)) {
    void window.showInformationMessage(
      'The file in front is no config that IGEL Rollout knows. Set its language first, such as "ISC dhcpd".',
    );
    return;
  }
  const actions = (await codeActions(document.uri, selection, 'refactor')).filter(({ title }) => TITLE.test(title));
  if (actions.length === 0) {
    void window.showInformationMessage('Devices are told their UMS in every way already: there is nothing to insert.');
    return;
  }
  const items = actions.map((action) => ({ label: action.title.replace(TITLE, ''), action }));
  const chosen = await window.showQuickPick(items, { placeHolder: 'How are devices to be told their UMS?' });
  if (chosen?.action.edit) await workspace.applyEdit(chosen.action.edit);
}
