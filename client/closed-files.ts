import {
  type CancellationToken,
  type Diagnostic,
  type Disposable,
  languages,
  TabInputText,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, DocumentDiagnosticRequest, vsdiag } from 'vscode-languageclient';

/** What was found in files that no tab shows. The library asks only about those that a tab shows. */
export class ClosedFiles implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #found = languages.createDiagnosticCollection('igel-rollout-closed');
  readonly #tabs = window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const { input } of opened) if (input instanceof TabInputText) this.#found.delete(input.uri);
  });
  readonly #saved = workspace.onDidSaveTextDocument(({ uri }) => this.#found.delete(uri));
  readonly #files = workspace.onDidDeleteFiles(({ files }) => {
    for (const uri of files) this.#found.delete(uri);
  });

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  /** Asks the server about files, and answers with those that could be read. */
  async check(files: readonly Uri[], token: CancellationToken, next: (file: Uri) => void): Promise<readonly Uri[]> {
    this.#found.clear();
    const checked: Uri[] = [];
    for (const file of files) {
      if (token.isCancellationRequested) break;
      next(file);
      if (!this.#isShown(file)) {
        const diagnostics = await this.#ask(file, token);
        if (!diagnostics) continue;
        this.#found.set(file, diagnostics);
      }
      checked.push(file);
    }
    return checked;
  }

  dispose(): void {
    for (const one of [this.#found, this.#tabs, this.#saved, this.#files]) one.dispose();
  }

  async #ask(file: Uri, token: CancellationToken): Promise<readonly Diagnostic[] | undefined> {
    try {
      const document = await workspace.openTextDocument(file);
      const provider = this.#client.getFeature(DocumentDiagnosticRequest.method).getProvider(document);
      const report = await provider?.diagnostics.provideDiagnostics(document, undefined, token);
      return report?.kind === vsdiag.DocumentDiagnosticReportKind.full ? report.items : undefined;
    } catch (error) {
      this.#client.warn(`${file.toString(true)}: ${error}`);
      return undefined;
    }
  }

  #isShown(file: Uri): boolean {
    return this.#client.visibleDocuments.isVisible(file);
  }
}
