import { commands, languages, type TextEditor } from 'vscode';
import { isConfig } from '../languages.ts';

/** Shows what is found in the file in front. Like the command line, it takes a file whose name says nothing for a dhcpd.conf. */
export async function checkFile({ document }: TextEditor): Promise<void> {
  if (!isConfig(document)) await languages.setTextDocumentLanguage(document, 'dhcpd');
  await commands.executeCommand('workbench.actions.view.problems');
}
