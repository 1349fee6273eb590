import type { Workspace } from '../workspace/workspace.ts';

/** Files that an editor was told something of which it may have to be told anew, since another file or a setting was changed. */
export class AskedFiles {
  readonly #workspace: Workspace;
  /** The revision that was told of; undefined while the simulator was not done with it. */
  readonly #revisions = new Map<string, number | undefined>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** Takes in that the editor is told how things stand now. */
  answered(path: string): void {
    const revision = this.#workspace.revision(path);
    this.#revisions.set(path, this.#workspace.isSettled(path) ? revision : undefined);
  }

  forget(path: string): void {
    this.#revisions.delete(path);
  }

  /** The files of which something else may hold now. They are not named again until the editor has asked again. */
  takeStale(): readonly string[] {
    const stale: string[] = [];
    for (const [path, told] of this.#revisions) {
      const revision = this.#workspace.revision(path);
      if (told !== undefined && told !== revision) stale.push(path);
      else this.#revisions.set(path, revision);
    }
    for (const path of stale) this.#revisions.delete(path);
    return stale;
  }
}
