import type { TextEdit } from '../../model/problem.ts';
import { type Span, span } from '../../model/span.ts';
import { joined, literal, type SnippetText } from '../snippet-text.ts';
import type { JsonNode } from './json-node.ts';
import { gapIn, type JsonPart, type Layout, ONE_LINE, writeParts } from './json-text.ts';
import { beginsLine, linesOf } from './layout.ts';

/** A replacement whose text may have places to be filled in. */
export interface Insertion {
  readonly at: Span;
  readonly text: SnippetText;
}

export const asEdits = (insertions: readonly Insertion[]): readonly TextEdit[] =>
  insertions.map(({ at, text }) => ({ at, newText: text.plain }));

/** What is to be added to the lists of a map, by their keys. */
export type ListAdditions = Readonly<Record<string, readonly JsonPart[]>>;

/**
 * Adds parts to lists of a map. Those that the map lacks are made, in the order of the keys, where `place` puts them. Undefined where a
 * list stands in another file, or is none.
 */
export function intoLists(
  map: JsonNode,
  additions: ListAdditions,
  place: (map: JsonNode, members: readonly JsonPart[]) => readonly Insertion[] = into,
): readonly Insertion[] | undefined {
  const insertions: Insertion[] = [];
  const members: JsonPart[] = [];
  for (const [key, parts] of Object.entries(additions)) {
    if (parts.length === 0) continue;
    const list = map.field(key);
    if (!list) members.push(listMember(key, parts));
    else if (list.kind === 'array' && list.item.anchor.file === map.item.anchor.file)
      insertions.push(...into(list, parts));
    else return undefined;
  }
  return members.length > 0 ? [...insertions, ...place(map, members)] : insertions;
}

export const listMember = (key: string, parts: readonly JsonPart[]): JsonPart => ({
  open: `${JSON.stringify(key)}: [`,
  parts,
  close: ']',
});

/** Adds parts to a map or list: behind all others, if it is known where those end. */
export function into(container: JsonNode, parts: readonly JsonPart[]): readonly Insertion[] {
  const own = ownChildren(container);
  const last = own.at(-1);
  const end = last && endOfLast(last);
  if (last && end) {
    const layout = layoutOf(last);
    const text = joined(gapIn(layout), writeParts(parts, layout));
    const at = (offset: number): Span => span(last.item.anchor, offset, offset);
    // A comment behind the last one on its line stays with it.
    const behind = layout.kind === 'lines' ? end.at + commentLength(last.item.anchor.text.slice(end.at)) : end.at;
    if (end.hasComma) return [{ at: at(behind), text }];
    if (behind === end.at) return [{ at: at(behind), text: joined(',', text) }];
    return [
      { at: at(end.at), text: literal(',') },
      { at: at(behind), text },
    ];
  }
  return ahead(container, parts);
}

/** Adds parts to a map or list, ahead of all others. */
export function ahead(container: JsonNode, parts: readonly JsonPart[]): readonly Insertion[] {
  const [first] = ownChildren(container);
  return [first ? above(first, parts) : intoEmpty(container, parts)];
}

/** Adds parts above a part of a map or list, and above the comments that belong to it. */
export function above(part: JsonNode, parts: readonly JsonPart[]): Insertion {
  const { anchor, start } = part.head;
  const layout = layoutOf(part);
  const at = layout.kind === 'lines' ? topOfComments(anchor.text, start) : start;
  return { at: span(anchor, at, at), text: joined(writeParts(parts, layout), ',', gapIn(layout)) };
}

/** What stands in the same file as the container itself. */
export const ownChildren = ({ item, children }: JsonNode): readonly JsonNode[] =>
  children.filter(({ head }) => head.anchor.file === item.anchor.file);

function intoEmpty({ item, head }: JsonNode, parts: readonly JsonPart[]): Insertion {
  const { text } = item.anchor;
  const open = item.start + 1;
  const close = item.kind === 'array' ? ']' : '}';
  const blank = /^\s*/.exec(text.slice(open))?.[0].length ?? 0;
  if (!text.startsWith(close, open + blank)) {
    const isEmpty = new RegExp(`^(?:${BETWEEN})*\\${close}`).test(text.slice(open));
    return {
      at: span(item.anchor, open, open),
      text: joined(' ', writeParts(parts, ONE_LINE), isEmpty ? '' : ','),
    };
  }
  const own = beginsLine(head.anchor.text, head.start) ? linesOf(head.anchor.text, head.start) : ONE_LINE;
  const inside: Layout = own.kind === 'lines' ? { ...own, indent: own.indent + own.unit } : own;
  return {
    at: span(item.anchor, open, open + blank),
    text: joined(gapIn(inside), writeParts(parts, inside), gapIn(own)),
  };
}

/** How a part stands among its neighbours. */
function layoutOf({ head }: JsonNode): Layout {
  const { anchor, start } = head;
  return beginsLine(anchor.text, start) ? linesOf(anchor.text, start) : ONE_LINE;
}

const BETWEEN = String.raw`\s|//[^\n]*\n|#[^\n]*\n|/\*[\s\S]*?\*/`;
const UP_TO_NEXT = new RegExp(`^(?:${BETWEEN})*`);

/** Where the last part of a map or list ends, with the comma that may stand there; undefined where more may follow. */
function endOfLast({ item }: JsonNode): { readonly at: number; readonly hasComma: boolean } | undefined {
  if (item.items && item.close === undefined) return undefined;
  const rest = item.anchor.text.slice(item.end);
  const gap = UP_TO_NEXT.exec(rest)?.[0].length ?? 0;
  const next = rest.charAt(gap);
  if (next === ',') return { at: item.end + gap + 1, hasComma: true };
  return next === ']' || next === '}' ? { at: item.end, hasComma: false } : undefined;
}

/**
 * What is cut out so that a part of a map or list is gone, with one comma if it has a neighbour; undefined where it goes on elsewhere,
 * or a comment stands between it and the comma.
 */
export function removalOf({ item, head }: JsonNode): Span | undefined {
  if (head.anchor !== item.anchor || (item.items && item.close === undefined)) return undefined;
  const { text } = item.anchor;
  const behind = /^\s*,/.exec(text.slice(item.end))?.[0];
  if (behind !== undefined) {
    const end = item.end + behind.length;
    const blank = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
    const lineEnd = /^\r?\n/.exec(text.slice(end + blank))?.[0].length ?? 0;
    if (!beginsLine(text, head.start) || lineEnd === 0) return span(item.anchor, head.start, end + blank);
    return span(item.anchor, text.lastIndexOf('\n', head.start - 1) + 1, end + blank + lineEnd);
  }
  const before = /[,[{]?\s*$/.exec(text.slice(0, head.start))?.[0] ?? '';
  if (before.startsWith(',')) return span(item.anchor, head.start - before.length, item.end);
  const isAlone = /^\s*[\]}]/.test(text.slice(item.end));
  return isAlone && before !== '' && before.trim() !== '' ? span(item.anchor, head.start, item.end) : undefined;
}

const commentLength = (rest: string): number =>
  /^[ \t]*(?:(?:#|\/\/)[^\n\r]*|\/\*[^\n]*?\*\/)/.exec(rest)?.[0].length ?? 0;

/** Where the comments begin that stand on lines of their own right above a place. */
function topOfComments(text: string, start: number): number {
  let top = start;
  for (;;) {
    const lineStart = text.lastIndexOf('\n', top - 1) + 1;
    const above = text.lastIndexOf('\n', lineStart - 2) + 1;
    const comment = lineStart > 0 && /^[ \t]*(?=\/\/|#)/.exec(text.slice(above, lineStart));
    if (!comment) return top;
    top = above + comment[0].length;
  }
}
