import { commands, languages, type TextEditor } from 'vscode';
import { isConfig, languageOfText } from '../languages.ts';

/** Shows what is found in the file in front, in the language that its text is evidently of if its name says nothing. */
export async function checkFile({ document }: TextEditor): Promise<void> {
  if (!isConfig(document)) await languages.setTextDocumentLanguage(document, languageOfText(document.getText()));
  await commands.executeCommand('workbench.actions.view.problems');
}
