import type { DocumentEdit } from '../languages/editor.ts';
import type { Finding } from '../rules/finding.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import type { EditAction } from './edit-action.ts';

/** Code actions that silence a finding's rule: where it was found, and in its whole file. */
export function ignoreActions<F>(unit: OpenUnit<F>, document: Document<F>, finding: Finding): readonly EditAction[] {
  const { comment } = unit.language;
  const { rule } = finding;
  return [
    { title: `Ignore ${rule} here`, edits: [ignoreHere(document, comment, finding)] },
    { title: `Ignore ${rule} in this file`, edits: [ignoreInFile(document, comment, rule)] },
  ];
}

/** A comment on the line above. One that silences another rule there is continued: each holds for the line right below it. */
function ignoreHere<F>(document: Document<F>, comment: string, { rule, start }: Finding): DocumentEdit {
  const { line } = document.positionAt(start);
  const lineStart = document.offsetAt({ line, character: 0 });
  const above = line === 0 ? '' : lineAt(document, line - 1);
  if (above.trimStart().startsWith(comment) && above.includes('igel-rollout-ignore ')) {
    const end = document.offsetAt({ line: line - 1, character: above.length });
    return insertion(end, (reason) => `; igel-rollout-ignore ${rule}${reason}`);
  }
  const indent = /^[ \t]*/.exec(lineAt(document, line))?.[0] ?? '';
  const lineEnd = lineEndOf(document);
  return insertion(lineStart, (reason) => `${indent}${comment} igel-rollout-ignore ${rule}${reason}${lineEnd}`);
}

const ignoreInFile = <F>(document: Document<F>, comment: string, rule: string): DocumentEdit =>
  insertion(0, (reason) => `${comment} igel-rollout-ignore-file ${rule}${reason}${lineEndOf(document)}`);

/** The reason is for a person to give. */
const insertion = (at: number, textWith: (reason: string) => string): DocumentEdit => ({
  start: at,
  end: at,
  newText: textWith(''),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop
  snippet: textWith(': ${1:reason}'),
});

const lineAt = <F>(document: Document<F>, line: number): string =>
  document.slice(
    document.offsetAt({ line, character: 0 }),
    document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER }),
  );

/** How the document's first line ends. */
function lineEndOf<F>(document: Document<F>): string {
  const first = document.offsetAt({ line: 0, character: Number.MAX_SAFE_INTEGER });
  return document.slice(first, first + 1) === '\r' ? '\r\n' : '\n';
}
