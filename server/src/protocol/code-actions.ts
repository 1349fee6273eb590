import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { EditAction } from '../features/edit-action.ts';
import { ignoreActions } from '../features/ignore-rule.ts';
import { insertBlockActions } from '../features/insert-block.ts';
import { applyFixes } from '../rules/apply-fixes.ts';
import type { Finding } from '../rules/finding.ts';
import type { PlaceOfFile, Workspace } from '../workspace/workspace.ts';
import type { Abilities } from './abilities.ts';
import { diagnosticOf, MOST_DIAGNOSTICS, type Places, rangeOf } from './diagnostics.ts';
import { mendAll } from './mend-all.ts';
import { EXPLAIN_COMMAND } from './requests.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.igelRollout`;
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL];

interface DocumentEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  readonly snippet?: string | undefined;
}

/** What can be done about a place of a file, the likeliest first. */
export class CodeActions {
  readonly #workspace: Workspace;
  readonly #places: Places;
  readonly #abilities: Abilities;

  constructor(workspace: Workspace, places: Places, abilities: Abilities) {
    this.#workspace = workspace;
    this.#places = places;
    this.#abilities = abilities;
  }

  at(path: string, { range, context, textDocument: { uri } }: CodeActionParams): CodeAction[] {
    const place = this.#workspace.place(path);
    if (!place) return [];
    const { document, unit } = place;
    const wanted = (kind: string) =>
      context.only === undefined ||
      context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`));
    const start = document.offsetAt(range.start);
    const end = Math.max(start, document.offsetAt(range.end));
    const actions: CodeAction[] = [];
    const { findings } = this.#workspace.findings(path, MOST_DIAGNOSTICS);
    if (wanted(CodeActionKind.QuickFix)) {
      const here = findings.filter((finding) => finding.start <= end && finding.end >= start);
      const told = here.map((finding) => ({
        finding,
        diagnostics: [this.#diagnostic(place, finding, context.diagnostics)],
      }));
      for (const { finding, diagnostics } of told) actions.push(...this.#fixes(uri, place, finding, diagnostics));
      if (here.length > 0 && applyFixes('', findings, {}).applied.length > 0) {
        actions.push({
          title: 'Fix all safe problems in this file',
          kind: CodeActionKind.QuickFix,
          diagnostics: told
            .filter(({ finding }) => finding.fixes.some(({ safe }) => safe))
            .flatMap((one) => one.diagnostics),
          ...this.#allFixes(uri, place),
        });
      }
      const rules = new Set<string>();
      for (const { finding, diagnostics } of told) {
        for (const action of ignoreActions(unit, document, finding)) {
          actions.push({ ...this.#edit(uri, place, action), kind: CodeActionKind.QuickFix, diagnostics });
        }
        if (!rules.has(finding.rule)) actions.push(explain(finding.rule, diagnostics));
        rules.add(finding.rule);
      }
    }
    // Possible everywhere: an editor that only looks whether to show its light bulb would show it on each line.
    if (wanted(CodeActionKind.Refactor) && context.triggerKind !== CodeActionTriggerKind.Automatic) {
      for (const action of insertBlockActions(unit, document, start, findings)) {
        actions.push({ ...this.#edit(uri, place, action), kind: CodeActionKind.Refactor });
      }
    }
    // Asked for by its name only: the quick fix of the same effect is what is seen in the list.
    if (context.only !== undefined && wanted(FIX_ALL) && applyFixes('', findings, {}).applied.length > 0) {
      actions.push({ title: 'Fix all safe problems', kind: FIX_ALL, ...this.#allFixes(uri, place) });
    }
    return actions;
  }

  /** Works out the edit of an action that was offered without. */
  resolve(action: CodeAction, pathOfUri: (uri: string) => string): CodeAction {
    const uri: unknown = action.data;
    if (typeof uri !== 'string' || action.edit) return action;
    const path = pathOfUri(uri);
    const place = this.#workspace.place(path);
    return place ? { ...action, edit: this.#workspaceEdit(uri, place, mendAll(this.#workspace, path)) } : action;
  }

  #allFixes(uri: string, place: PlaceOfFile): Pick<CodeAction, 'data' | 'edit'> {
    if (this.#abilities.resolvesEdits) return { data: uri };
    return { edit: this.#workspaceEdit(uri, place, mendAll(this.#workspace, place.document.file)) };
  }

  #fixes(uri: string, place: PlaceOfFile, finding: Finding, diagnostics: Diagnostic[]): CodeAction[] {
    return finding.fixes.map(({ title, preferred, edits }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      ...(preferred && { isPreferred: true }),
      edit: this.#workspaceEdit(uri, place, edits),
    }));
  }

  /** The diagnostic as the editor has it, so that it knows which one an action is about. */
  #diagnostic({ document }: PlaceOfFile, finding: Finding, known: readonly Diagnostic[]): Diagnostic {
    const made = diagnosticOf(document, finding, this.#places);
    return (
      known.find(
        ({ code, range, message }) => code === made.code && message === made.message && sameRange(range, made.range),
      ) ?? made
    );
  }

  #edit(uri: string, place: PlaceOfFile, { title, edits }: EditAction): CodeAction {
    return { title, edit: this.#workspaceEdit(uri, place, edits) };
  }

  #workspaceEdit(uri: string, { document }: PlaceOfFile, edits: readonly DocumentEdit[]): WorkspaceEdit {
    const snippets = this.#abilities.snippetEdits && edits.some(({ snippet }) => snippet !== undefined);
    const plain = (edit: DocumentEdit): TextEdit => ({ range: rangeOf(document, edit), newText: edit.newText });
    if (!snippets) return { changes: { [uri]: edits.map(plain) } };
    return {
      documentChanges: [
        {
          textDocument: { uri, version: this.#places.version(document.file) },
          edits: edits.map((edit): TextEdit | SnippetTextEdit =>
            edit.snippet === undefined
              ? plain(edit)
              : { range: rangeOf(document, edit), snippet: { kind: 'snippet', value: edit.snippet } },
          ),
        },
      ],
    };
  }
}

const explain = (rule: string, diagnostics: Diagnostic[]): CodeAction => ({
  title: `Explain ${rule}`,
  kind: CodeActionKind.QuickFix,
  diagnostics,
  command: { title: `Explain ${rule}`, command: EXPLAIN_COMMAND, arguments: [rule] },
});

const sameRange = (a: Diagnostic['range'], b: Diagnostic['range']): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;
