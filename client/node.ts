import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Client, start } from './client.ts';

let client: Client | undefined;

/** VS Code on the desktop, and where its extensions run on another machine: the server is a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  client = await start(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
