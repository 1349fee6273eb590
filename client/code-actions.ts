import { type CodeAction, commands, type Range, type Uri } from 'vscode';

/** How many actions have their edits worked out; a kind that is asked for has few. */
const RESOLVED = 10;

/** The code actions of a kind, with their edits. */
export async function codeActions(uri: Uri, range: Range, kind: string): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, RESOLVED);
}
