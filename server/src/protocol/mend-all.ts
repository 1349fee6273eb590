import { diffLines } from 'diff';
import { applyFixes } from '../rules/apply-fixes.ts';
import type { Edit } from '../rules/finding.ts';
import { UnitFindings } from '../workspace/findings.ts';
import { proveFixes } from '../workspace/proven-fixes.ts';
import { replaceText } from '../workspace/replace-text.ts';
import { Suppressions } from '../workspace/suppressions.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Every round mends something; a file that takes more of them is left to be mended further by another call. */
const MOST_ROUNDS = 20;

/** How long lines may be compared, in milliseconds. */
const DIFF_TIME = 300;

/** The edits that mend all of a file that can be mended safely: one fix may make room for the next, so that it takes rounds. */
export function mendAll(workspace: Workspace, path: string): readonly Edit[] {
  const copy = workspace.copy(path);
  if (!copy) return [];
  const { unit, document } = copy;
  const before = document.text;
  const findings = new UnitFindings(unit, new Suppressions(unit.language.syntax.lineComments), workspace.settings);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    findings.simulate();
    const { text } = applyFixes(document.text, proveFixes(unit, findings.of(path).findings), {});
    if (!replaceText(document, text)) break;
    unit.work();
  }
  return editsBetween(before, document.text);
}

/** The edits, by whole lines, that turn one text into another. */
export function editsBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const changes = diffLines(before, after, { timeout: DIFF_TIME }) as ReturnType<typeof diffLines> | undefined;
  if (!changes) return [{ start: 0, end: before.length, newText: after }];
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, value } of changes) {
    if (!added && !removed) {
      at += value.length;
      continue;
    }
    const last = edits.at(-1);
    const end = removed ? at + value.length : at;
    const newText = added ? value : '';
    // What goes and what comes in its place are one edit.
    if (last?.end === at) edits[edits.length - 1] = { start: last.start, end, newText: last.newText + newText };
    else edits.push({ start: at, end, newText });
    at = end;
  }
  return edits;
}
