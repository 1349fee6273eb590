import type { CodeLens } from 'vscode-languageserver';
import { refusalOf, refusalReason } from '../features/refusal.ts';
import { cellOf } from '../features/rollout-cell.ts';
import { type RolloutLens, rolloutLenses } from '../features/rollout-lenses.ts';
import { endsBySubnet } from '../features/rollout-summary.ts';
import { rolloutTable } from '../features/rollout-table.ts';
import { type Naming, reasonText, rolloutText, type TextLine } from '../features/rollout-text.ts';
import { endOf, type Span, startOf } from '../model/span.ts';
import type { AnyUnit, Workspace } from '../workspace/workspace.ts';
import { type Places, rangeOf } from './diagnostics.ts';
import { Overtaken } from './guard.ts';
import {
  type RolloutLink,
  type RolloutMark,
  type RolloutSummaryResult,
  type RolloutView,
  SHOW_ROLLOUT_COMMAND,
} from './requests.ts';

/** How wide sentences below the table are, in characters. */
const WIDTH = 100;

interface Made {
  readonly revision: number;
  readonly lenses: readonly RolloutLens[];
}

/** Which of the lenses that were made for a file one is. */
interface LensData {
  readonly path: string;
  readonly revision: number;
  readonly index: number;
}

/** Who gets which UMS, for an editor: above declarations, and as a table. Asked only about files that the simulator is done with. */
export class RolloutAnswers {
  readonly #workspace: Workspace;
  readonly #places: Places;
  readonly #made = new Map<string, Made>();

  constructor(workspace: Workspace, places: Places) {
    this.#workspace = workspace;
    this.#places = places;
  }

  /** Lenses whose words are worked out when they are shown. */
  lenses(path: string): CodeLens[] {
    const known = this.#workspace.rollout(path);
    const document = known?.unit.document(path);
    if (!known || !document) return [];
    const revision = this.#workspace.revision(path);
    const lenses = rolloutLenses(known.unit, known.rollout).filter(({ at }) => at.anchor.file === path);
    this.#made.set(path, { revision, lenses });
    return lenses.map(({ at }, index) => {
      const data: LensData = { path, revision, index };
      return { range: rangeOf(document, { start: startOf(at), end: endOf(at) }), data };
    });
  }

  resolve(lens: CodeLens): CodeLens {
    const { path, revision, index } = lens.data as LensData;
    const made = this.#made.get(path);
    const isCurrent = made?.revision === revision && this.#workspace.revision(path) === revision;
    const found = isCurrent ? made.lenses[index] : undefined;
    // The editor has other ones by then, or asks for them.
    if (!found) throw new Overtaken();
    const command = { title: found.words(), command: SHOW_ROLLOUT_COMMAND, arguments: [this.#places.uri(path)] };
    return { ...lens, command };
  }

  forget(path: string): void {
    this.#made.delete(path);
  }

  /** The table of the config that a file is part of. */
  view(path: string): RolloutView | null {
    const known = this.#workspace.rollout(path);
    if (!known) {
      const unit = this.#workspace.place(path)?.unit;
      if (!unit) return null;
      const text = `What ${unit.language.serverName} sends cannot be told yet.\n`;
      return { text, links: [], marks: [] };
    }
    const { unit, rollout } = known;
    const { model, places } = rollout.server;
    const devices = rollout.fleet.flat().map((device) => ({ device }));
    const table = rolloutTable(devices, places, ({ device }, place) =>
      cellOf(model, device, rollout.cell(place, device).reply, place),
    );
    const refusal = refusalOf(unit);
    const naming = namingIn(unit);
    return this.#placed(rolloutText(table, refusal, naming, WIDTH), unit);
  }

  summary(path: string): RolloutSummaryResult {
    const known = this.#workspace.rollout(path);
    if (!known) return null;
    const ends = endsBySubnet(known.rollout);
    if (ends.length === 0) return null;
    const refusal = refusalOf(known.unit);
    const without = ends.filter(({ some }) => !some).length;
    return {
      places: ends.length,
      without: refusal ? ends.length : without,
      partly: ends.filter(({ some, all }) => some && !all).length,
      refusal: refusal && reasonText(refusalReason(refusal), namingIn(known.unit)),
    };
  }

  #placed(lines: readonly TextLine[], unit: AnyUnit): RolloutView {
    const links: RolloutLink[] = [];
    const marks: RolloutMark[] = [];
    for (const [line, parts] of lines.entries()) {
      let start = 0;
      for (const { text, role, at } of parts) {
        const end = start + text.length;
        const target = at && unit.document(at.anchor.file)?.positionAt(startOf(at));
        if (at && target && text !== '')
          links.push({ line, start, end, uri: this.#places.uri(at.anchor.file), target });
        if (role !== 'plain' && text !== '') marks.push({ line, start, end, role });
        start = end;
      }
    }
    return { text: lines.map((line) => line.map(({ text }) => text).join('')).join('\n'), links, marks };
  }
}

/** Files by their names below the folder of the first one. */
function namingIn(unit: AnyUnit): Naming {
  const { file } = unit.root;
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const short = (path: string): string => (path.startsWith(folder) ? path.slice(folder.length) : path);
  const place = (at: Span): string | undefined => {
    const position = unit.document(at.anchor.file)?.positionAt(startOf(at));
    return position && `${short(at.anchor.file)}:${position.line + 1}`;
  };
  return { title: short(file), place };
}
