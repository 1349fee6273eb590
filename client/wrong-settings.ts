import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type LogOutputChannel,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Complaint, SECTION } from '../server/src/protocol/requests.ts';

/** The scheme of what VS Code itself keeps of a person. */
const USER_DATA = 'vscode-userdata';

/** A file with settings, and the key that they stand below. */
interface SettingsFile {
  /** Where it may be; the first place counts that holds it. */
  readonly uris: readonly Uri[];
  readonly root: JSONPath;
}

/** Shows in the Problems panel what is wrong in the settings, where it was written. */
export class WrongSettings implements Disposable {
  readonly #shown = languages.createDiagnosticCollection('igel-rollout-settings');
  readonly #files: readonly SettingsFile[];
  readonly #log: LogOutputChannel;

  /** `storage` is the folder that VS Code gives the extension for all workspaces: the person's settings lie near it. */
  constructor(storage: Uri, log: LogOutputChannel) {
    this.#log = log;
    const folders = workspace.workspaceFolders ?? [];
    const beside = Uri.joinPath(storage, '../../settings.json');
    this.#files = [
      ...folders.map(({ uri }) => ({ uris: [Uri.joinPath(uri, '.vscode/settings.json')], root: [] })),
      ...(workspace.workspaceFile ? [{ uris: [workspace.workspaceFile], root: ['settings'] }] : []),
      {
        uris: [
          beside.with({ scheme: USER_DATA }),
          // In a browser, whose extensions may run on another machine; and where that machine keeps it.
          Uri.from({ scheme: USER_DATA, path: '/User/settings.json' }),
          beside,
        ],
        root: [],
      },
    ];
  }

  async show(complaints: readonly Complaint[]): Promise<void> {
    this.#shown.clear();
    if (complaints.length === 0) return;
    const documents = await this.#documents();
    const placed = new Map<TextDocument, Diagnostic[]>(documents.map(({ document }) => [document, []]));
    for (const complaint of complaints) {
      this.#log.warn(complaint.message);
      const places = documents.filter(({ document, root }) => {
        const range = placeOf(complaint, document, root);
        if (range) placed.get(document)?.push(diagnostic(range, complaint.message));
        return range !== undefined;
      });
      if (places.length === 0) void window.showWarningMessage(complaint.message);
    }
    for (const [{ uri }, diagnostics] of placed) this.#shown.set(uri, diagnostics);
  }

  dispose(): void {
    this.#shown.dispose();
  }

  /** The files of settings that there are. */
  async #documents(): Promise<readonly { readonly document: TextDocument; readonly root: JSONPath }[]> {
    const opened = this.#files.map(async ({ uris, root }) => ({ document: await firstOf(uris), root }));
    return (await Promise.all(opened)).flatMap(({ document, root }) => (document ? [{ document, root }] : []));
  }
}

async function firstOf(uris: readonly Uri[]): Promise<TextDocument | undefined> {
  for (const uri of uris) {
    try {
      return await workspace.openTextDocument(uri);
    } catch {
      // Most people have not written all files, and none has them in all places.
    }
  }
  return undefined;
}

/** Where a file sets what a complaint is about: the name of the setting, or of the key in it. */
function placeOf({ at: [setting, ...keys] }: Complaint, document: TextDocument, root: JSONPath): Range | undefined {
  const tree = parseTree(document.getText());
  const name = setting === undefined ? SECTION : `${SECTION}.${setting}`;
  const node = tree && findNodeAtLocation(tree, [...root, name, ...keys]);
  const key = node?.parent?.children?.[0];
  return key && new Range(document.positionAt(key.offset), document.positionAt(key.offset + key.length));
}

function diagnostic(range: Range, message: string): Diagnostic {
  const made = new Diagnostic(range, message, DiagnosticSeverity.Warning);
  made.source = 'igel-rollout';
  return made;
}
