import type { Diagnostic } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.ts';
import { diagnosticsOf, MOST_DIAGNOSTICS, type Places, sameDiagnostics } from './diagnostics.ts';
import type { TypedLine } from './typing.ts';

export interface Report {
  /** Changes when the diagnostics do. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

interface Made extends Report {
  /** What it was made of. */
  readonly key: string;
}

/** What the editor was told of each file. Nothing is made again unless something has changed. */
export class Reports {
  readonly #workspace: Workspace;
  readonly #typed: TypedLine;
  readonly #places: Places;
  readonly #made = new Map<string, Made>();
  #count = 0;

  constructor(workspace: Workspace, typed: TypedLine, places: Places) {
    this.#workspace = workspace;
    this.#typed = typed;
    this.#places = places;
  }

  /** The report on a file as things stand. `sparing`: without what is found in the line that is being typed. */
  of(path: string, sparing: boolean): Report {
    const line = sparing ? this.#typed.in(path) : undefined;
    const key = `${this.#workspace.revision(path)} ${line}`;
    const known = this.#made.get(path);
    if (known?.key === key) return known;
    const place = this.#workspace.place(path);
    const diagnostics = place
      ? diagnosticsOf(place.document, this.#workspace.findings(path, MOST_DIAGNOSTICS), this.#places, line)
      : [];
    const id = known && sameDiagnostics(known.diagnostics, diagnostics) ? known.id : `${++this.#count}`;
    const made = { id, diagnostics, key };
    this.#made.set(path, made);
    return made;
  }

  /** Whether the editor has not seen how things stand now. */
  isStale(path: string, sparing: boolean): boolean {
    const known = this.#made.get(path);
    return known !== undefined && known.id !== this.of(path, sparing).id;
  }

  forget(path: string): void {
    this.#made.delete(path);
  }
}
