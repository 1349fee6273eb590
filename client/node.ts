import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Client, start } from './client.ts';

let client: Client | undefined;

/** MiB that the server may fill before its garbage is collected: a file of 100,000 hosts wants half of it, and left alone V8 takes twice as much. */
const MOST_MEMORY = 1536;

/** VS Code on the desktop, and where its extensions run on another machine: the server is a process. */
export async function activate(context: ExtensionContext): Promise<void> {
  const server = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { execArgv: [`--max-old-space-size=${MOST_MEMORY}`] },
  };
  client = await start(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
