import type { Reason, Resolution } from '../igel/resolve.ts';
import type { Span } from '../model/span.ts';
import { type Refusal, refusalReason } from './refusal.ts';
import { decidedAt } from './rollout-cell.ts';
import type { RolloutRow, RolloutTable } from './rollout-table.ts';

/** What a stretch of a line is, for those who show it in colours. */
export type Role = 'plain' | 'heading' | 'way' | 'doubtful' | 'none' | 'unknown';

/** A stretch of a line, and the place in the files that it speaks of. */
export interface TextPart {
  readonly text: string;
  readonly role: Role;
  readonly at?: Span | undefined;
}

export type TextLine = readonly TextPart[];

/** A file, and a place in it as people say it: `dhcpd.conf:14`. */
export interface Naming {
  readonly title: string;
  place(at: Span): string | undefined;
}

/** The least width of the words before the file's name. */
const TITLE_WIDTH = 24;
const TITLE = 'Who registers where';

const MARKS: Readonly<Record<Resolution['outcome'], string>> = { server: '', doubtful: '!', none: '✗', unknown: '?' };

/**
 * The rollout table as lines of text, with the reasons for whatever is not plainly right below it.
 * @param width where sentences are broken, in characters; they are not where it is left out
 */
export function rolloutText(
  table: RolloutTable,
  refusal: Refusal | undefined,
  naming: Naming,
  width = Number.POSITIVE_INFINITY,
): readonly TextLine[] {
  if (table.rows.length === 0) {
    return [[plain(`${TITLE}  ${naming.title}`)], [], [plain('No subnet of DHCPv4: nothing to simulate.')], []];
  }
  const head = [plain(''), ...table.columns.map(({ title }): TextPart => ({ text: title, role: 'heading' }))];
  const body = table.rows.flatMap(linesOf);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((line) => widthOf(line[column]))));
  const title = TITLE.padEnd(Math.max(TITLE_WIDTH, (widths[0] ?? 0) + 2));
  const notes = notesOf(table, naming);
  return [
    [plain(`${title}${naming.title}`)],
    ...(refusal ? [...broken(refusalLine(refusal, naming), width), []] : []),
    ...[head, ...body].map((line) => laidOut(line, widths)),
    ...(notes.length > 0 ? [[], ...notes.flatMap((note) => broken(note, width))] : []),
    [],
  ];
}

/** A sentence in lines, the later ones indented; what leads somewhere stays whole. */
function broken(line: TextLine, width: number): readonly TextLine[] {
  const lines: TextPart[][] = [[]];
  let used = 0;
  for (const part of line) {
    for (const text of part.at ? [part.text] : part.text.split(/(?<= )/)) {
      const word = text.trimEnd().length;
      if (used + word > width && used > INDENTATION.length) {
        lines.push([plain(INDENTATION)]);
        used = INDENTATION.length;
      }
      lines.at(-1)?.push({ ...part, text });
      used += text.length;
    }
  }
  return lines;
}

const INDENTATION = '  ';

const plain = (text: string): TextPart => ({ text, role: 'plain' });

const widthOf = (part: TextPart | undefined): number => [...(part?.text ?? '')].length;

const refusalLine = (refusal: Refusal, naming: Naming): TextLine => [
  { text: '✗ ', role: 'none' },
  ...partsOf(refusalReason(refusal), naming).map((part): TextPart => ({ ...part, role: 'none' })),
];

function linesOf({ title, at, cells }: RolloutRow): readonly TextLine[] {
  return [
    [{ ...plain(title), at }, ...cells.map(({ told }): TextPart => ({ text: endOf(told), role: roleOf(told) }))],
    [plain(''), ...cells.map((cell): TextPart => ({ text: wayOf(cell.told), role: 'way', at: decidedAt(cell) }))],
  ];
}

const roleOf = ({ outcome }: Resolution): Role => (outcome === 'server' ? 'plain' : outcome);

/** The parts of a line under each other's beginnings. */
function laidOut(line: TextLine, widths: readonly number[]): TextLine {
  const last = line.findLastIndex(({ text }) => text !== '');
  return line.slice(0, last + 1).flatMap((part, column) => {
    const space = column === last ? 0 : (widths[column] ?? 0) + 2 - widthOf(part);
    return [...(part.text === '' ? [] : [part]), ...(space > 0 ? [plain(' '.repeat(space))] : [])];
  });
}

function endOf({ outcome, server }: Resolution): string {
  const end = server ?? (outcome === 'unknown' ? 'not known' : 'none');
  return outcome === 'server' ? end : `${end}  ${MARKS[outcome]}`;
}

function wayOf({ way, exclusive, outcome }: Resolution): string {
  const only = exclusive ? ' (exclusive)' : '';
  switch (way) {
    case 'option 224':
      return '224';
    case 'option 43, sub-option 224':
      return `43 › 224${only}`;
    case 'DNS':
      return 'DNS';
    case undefined:
      return outcome === 'none' ? (exclusive ? '43, exclusive' : 'no 224') : '';
  }
}

/** A reason with the file and the line that it speaks of, and with what to do. */
export const reasonText = (reason: Reason, naming: Pick<Naming, 'place'>): string =>
  partsOf(reason, naming)
    .map(({ text }) => text)
    .join('');

function partsOf({ text, at, remedy }: Reason, { place }: Pick<Naming, 'place'>): readonly TextPart[] {
  const named = at && place(at);
  const after = remedy === undefined ? '' : ` ${remedy}`;
  if (named === undefined) return [plain(`${text}${after}`)];
  return [plain(`${text.replace(/\.$/, '')} (`), { ...plain(named), at }, plain(`).${after}`)];
}

interface Note {
  readonly outcome: Resolution['outcome'];
  readonly reason: Reason | undefined;
  /** The rows, by the title of the column. */
  readonly wheres: Map<string, string[]>;
}

/** Why cells are not plainly right: the last step on the way there, each once, with the places and releases that it holds for. */
function notesOf(table: RolloutTable, naming: Naming): readonly TextLine[] {
  const notes = new Map<string, Note>();
  for (const row of table.rows) {
    for (const [index, { told, reasons }] of row.cells.entries()) {
      const { outcome } = told;
      if (outcome === 'server') continue;
      const reason = reasons.at(-1);
      const text = reason ? reasonText(reason, naming) : '';
      const note: Note = notes.get(text) ?? { outcome, reason, wheres: new Map() };
      const column = table.columns[index]?.title ?? '';
      note.wheres.set(column, [...(note.wheres.get(column) ?? []), row.title]);
      notes.set(text, note);
    }
  }
  return [...notes.values()].map(({ outcome, reason, wheres }) => [
    { text: MARKS[outcome], role: outcome === 'server' ? 'plain' : outcome },
    plain(` ${whereOf(wheres, table.rows)}: `),
    ...(reason ? partsOf(reason, naming) : []),
  ]);
}

const FEW = 3;

function whereOf(wheres: ReadonlyMap<string, readonly string[]>, rows: readonly RolloutRow[]): string {
  return [...wheres]
    .map(([column, titles]) => {
      const all = titles.length === rows.length && rows.length > 1;
      const some =
        titles.length > FEW ? `${titles.slice(0, FEW).join(', ')} and ${titles.length - FEW} more` : titles.join(', ');
      return `${all ? 'everywhere' : some}, ${column}`;
    })
    .join('; ');
}
