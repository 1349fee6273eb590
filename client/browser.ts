import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Client, start } from './client.ts';

let client: Client | undefined;

/** VS Code in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  client = await start(
    context,
    (id, name, options) => new LanguageClient(id, name, () => Promise.resolve(new Worker(script)), options),
  );
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
