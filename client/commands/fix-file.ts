import { Range, type TextEditor, window, workspace } from 'vscode';
import { codeActions } from '../code-actions.ts';

/** Applies every fix that is safe, as `igel-rollout fix` does. */
export async function fixFile({ document }: TextEditor): Promise<void> {
  const everything = new Range(0, 0, document.lineCount, 0);
  const [action] = await codeActions(document.uri, everything, 'source.fixAll.igelRollout');
  if (action?.edit) await workspace.applyEdit(action.edit);
  else {
    void window.showInformationMessage(
      'Nothing in this file can be mended safely by itself. What changes the bytes that devices get is offered one by one: by the light bulb, or Ctrl+. on a finding.',
    );
  }
}
