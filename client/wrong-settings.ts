import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser';
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type LogOutputChannel,
  languages,
  Position,
  Range,
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
  /** How often something was to be shown: what takes long must not cover what came after. */
  #turn = 0;

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
    const turn = ++this.#turn;
    this.#shown.clear();
    if (complaints.length === 0) return;
    const found = (await Promise.all(this.#files.map(read))).filter((file) => file !== undefined);
    if (turn !== this.#turn) return;
    const placed = new Map<Uri, Diagnostic[]>(found.map(({ uri }) => [uri, []]));
    for (const complaint of complaints) {
      this.#log.warn(complaint.message);
      const places = found.filter((file) => {
        const range = placeOf(complaint, file);
        if (range) placed.get(file.uri)?.push(diagnostic(range, complaint.message));
        return range !== undefined;
      });
      if (places.length === 0) void window.showWarningMessage(complaint.message);
    }
    for (const [uri, diagnostics] of placed) this.#shown.set(uri, diagnostics);
  }

  dispose(): void {
    this.#shown.dispose();
  }
}

interface Read {
  readonly uri: Uri;
  readonly root: JSONPath;
  readonly text: string;
}

/** Reads a file; undefined where it does not exist. Most people have not written all files, and none has them in all places. */
async function read({ uris, root }: SettingsFile): Promise<Read | undefined> {
  for (const uri of uris) {
    try {
      return { uri, root, text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
    } catch {
      // The next place, then.
    }
  }
  return undefined;
}

/** Where a file sets what a complaint is about: the name of the setting, or of the key in it. */
function placeOf({ at: [setting, ...keys] }: Complaint, { text, root }: Read): Range | undefined {
  const tree = parseTree(text);
  const name = setting === undefined ? SECTION : `${SECTION}.${setting}`;
  const node = tree && findNodeAtLocation(tree, [...root, name, ...keys]);
  const key = node?.parent?.children?.[0];
  return key && new Range(positionAt(text, key.offset), positionAt(text, key.offset + key.length));
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}

function diagnostic(range: Range, message: string): Diagnostic {
  const made = new Diagnostic(range, message, DiagnosticSeverity.Warning);
  made.source = 'igel-rollout';
  return made;
}
