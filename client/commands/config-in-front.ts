import { type Uri, window } from 'vscode';

/** The file in front; undefined, and said so, where there is none. */
export function configInFront(): Uri | undefined {
  const uri = window.activeTextEditor?.document.uri;
  if (!uri) void window.showInformationMessage('Open a config first: this works on the file in front.');
  return uri;
}
