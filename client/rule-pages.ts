import {
  type CancellationToken,
  commands,
  type Disposable,
  type TextDocumentContentProvider,
  Uri,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPLAIN, type ExplainResult } from '../server/src/protocol/requests.ts';

const SCHEME = 'igel-rollout-rule';

/** The pages of the rules, as documents that the server writes. */
export class RulePages implements TextDocumentContentProvider, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #registration = workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async provideTextDocumentContent({ path }: Uri, token: CancellationToken): Promise<string | undefined> {
    const rule = path.slice(1, -'.md'.length);
    const page = await this.#client.sendRequest<ExplainResult>(EXPLAIN, { rule }, token);
    return page?.markdown;
  }

  async show(rule: string): Promise<void> {
    await commands.executeCommand('markdown.showPreview', Uri.from({ scheme: SCHEME, path: `/${rule}.md` }));
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
