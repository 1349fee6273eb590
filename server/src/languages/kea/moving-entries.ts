import type { OptionValue } from '../../model/option.ts';
import type { TextEdit } from '../../model/problem.ts';
import { span } from '../../model/span.ts';
import { BuiltScope } from './built-scope.ts';
import { asEdits, intoLists, ownChildren } from './insertion.ts';
import type { JsonNode } from './json-node.ts';

/** Takes entries out of their `option-data` list and puts them into that of another value; nothing where comments stand among them. */
export function moveEntries(values: readonly OptionValue[], beside: OptionValue): readonly TextEdit[] {
  const entries = values.flatMap((value) => entryOf(value) ?? []);
  const [first] = entries;
  const target = beside.scope instanceof BuiltScope ? beside.scope.node : undefined;
  const list = first?.parent;
  if (!list || !target || entries.length < values.length || entries.some(({ parent }) => parent !== list)) return [];
  const cuts = cutOut(list, new Set(entries));
  const added = intoLists(target, { 'option-data': entries.map(({ written }) => ({ line: oneLine(written) })) });
  if (!cuts || !added || entries.some(({ written }) => hasComment(written))) return [];
  return [...cuts, ...asEdits(added)];
}

/** The entry of an `option-data` list that a value stands in. */
export function entryOf({ scope, at }: OptionValue): JsonNode | undefined {
  const entries = scope instanceof BuiltScope ? (scope.node?.maps('option-data') ?? []) : [];
  return entries.find(({ item }) => item.anchor === at.anchor && item.start === at.start);
}

/** Each run of entries is cut out with the commas that nothing needs then. */
function cutOut(list: JsonNode, gone: ReadonlySet<JsonNode>): readonly TextEdit[] | undefined {
  const children = ownChildren(list);
  const anchor = list.item.anchor;
  if (children.length < list.children.length || children.some(({ item }) => item.anchor !== anchor)) return undefined;
  const edits: TextEdit[] = [];
  let kept: JsonNode | undefined;
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (!child) continue;
    if (!gone.has(child)) {
      kept = child;
      continue;
    }
    let end = at;
    while (end + 1 < children.length && gone.has(children[end + 1] as JsonNode)) end++;
    const last = children[end] ?? child;
    const next = children[end + 1];
    const from = next || !kept ? child.item.start : kept.item.end;
    const to = next ? next.item.start : last.item.end;
    if (hasComment(withoutStrings(anchor.text.slice(from, to)))) return undefined;
    edits.push({ at: span(anchor, from, to), newText: '' });
    at = end;
  }
  return edits;
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const withoutStrings = (text: string): string => text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');

const hasComment = (text: string): boolean => /\/\/|\/\*|#/.test(withoutStrings(text));
