import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Client, start } from './client.ts';

let client: Client | undefined;

/** VS Code in a browser: the server is a web worker, a new one for each start. */
export async function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true);
  // Not the worker itself: VS Code puts another class in the place of `Worker`, and the library would not know it for one.
  const connect = () => {
    const worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  client = await start(context, (id, name, options) => new LanguageClient(id, name, connect, options));
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
