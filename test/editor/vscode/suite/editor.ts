// What the suites do in the editor. Each wait is for an event of VS Code's own; mocha's limit ends one that never comes.
import {
  type CodeAction,
  type CompletionList,
  commands,
  type Diagnostic,
  type Event,
  type Hover,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';

/** A file of the workspace. */
export function fileUri(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, path);
}

export async function textOf(path: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileUri(path)));
}

export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri(path));
  await window.showTextDocument(document);
  return document;
}

/** A document that is nowhere on a disk. */
export async function openText(content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language: 'dhcpd', content });
  await window.showTextDocument(document);
  return document;
}

/** Waits until `look` gives something, looking again at each of the events. */
export function until<Seen>(event: Event<never> | Event<unknown>, look: () => Seen | undefined): Promise<Seen> {
  return new Promise((resolve) => {
    const again = () => {
      const seen = look();
      if (seen === undefined) return;
      listener.dispose();
      resolve(seen);
    };
    const listener = event(again);
    again();
  });
}

/** Waits for diagnostics of a document that are as wanted. */
export const diagnostics = (
  { uri }: { readonly uri: Uri },
  wanted: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> =>
  until(languages.onDidChangeDiagnostics, () => {
    const found = languages.getDiagnostics(uri);
    return wanted(found) ? found : undefined;
  });

export const rulesOf = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => String(code)).sort();

/** Where a text stands in a document; the cursor is put there too. */
export function placeOf(document: TextDocument, text: string): Range {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`"${text}" is not in ${document.getText()}`);
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

/**
 * Asks for code actions. VS Code drops a request that is under way when any other provider registers itself, as extensions do in the
 * first second: the answer is then empty, or "Canceled". So ask until there is one.
 */
export async function codeActions({ uri }: TextDocument, range: Range, kind: string): Promise<readonly CodeAction[]> {
  for (let left = 50; ; left--) {
    try {
      const found = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind,
        20,
      );
      if (found.length > 0 || left === 0) return found;
    } catch (error) {
      if (left === 0 || !/cancel/i.test(String(error))) throw error;
    }
  }
}

/** Chooses a code action by its title. */
export async function choose(document: TextDocument, range: Range, kind: string, title: string): Promise<void> {
  const actions = await codeActions(document, range, kind);
  const action = actions.find((one) => one.title === title);
  if (!action?.edit) throw new Error(`no "${title}" among: ${actions.map((one) => one.title).join(' | ')}`);
  if (!(await workspace.applyEdit(action.edit))) throw new Error(`"${title}" could not be applied`);
}

export async function hoverAt({ uri }: TextDocument, position: Position): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, position);
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (one instanceof MarkdownString ? one.value : '')))
    .join('\n');
}

export async function completionsAt({ uri }: TextDocument, position: Position): Promise<CompletionList> {
  return commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, position);
}

export async function replace({ uri }: TextDocument, range: Range, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.replace(uri, range, text);
  await workspace.applyEdit(edit);
}

/** Leaves files as they were. */
export const closeAll = async (): Promise<void> => {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
};

/** Hands a config to the runner, which asks a real dhcpd about it. */
export const askDhcpd = (name: string, document: TextDocument): void =>
  console.log(`[config] ${JSON.stringify({ name, text: document.getText() })}`);

export function equal(found: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(found, null, 1), JSON.stringify(expected, null, 1)];
  if (is !== should) throw new Error(`expected ${should}\nbut found ${is}`);
}

export function matches(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new Error(`expected ${pattern}\nbut found ${text}`);
}
