import { type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MOVE, type MoveParams, type MoveResult } from '../../server/src/protocol/requests.ts';

/** Opens beside the file in front what it becomes for Kea, and says how much of it is not carried over. */
export async function moveToKea(client: BaseLanguageClient, { document, viewColumn }: TextEditor): Promise<void> {
  const params: MoveParams = { uri: client.code2ProtocolConverter.asUri(document.uri), to: 'kea' };
  const moved = await client.sendRequest<MoveResult>(MOVE, params);
  if (moved === null) {
    void window.showInformationMessage('The file in front is no config that IGEL Rollout can move to Kea.');
    return;
  }
  if ('trouble' in moved) {
    void window.showWarningMessage(moved.trouble);
    return;
  }
  const text = await workspace.openTextDocument({ language: 'kea', content: moved.text });
  await window.showTextDocument(text, (viewColumn ?? 0) + 1);
  const { length } = moved.left;
  if (length > 0) {
    void window.showWarningMessage(
      length === 1
        ? `One thing is not carried over: ${moved.left[0]}`
        : `${length} things are not carried over. They are listed at the head of the text.`,
    );
  }
}
