import type { Description, Help, TextRange } from '../languages/editor.ts';
import type { Scope, ScopeKind } from '../model/scope.ts';
import { endOf, startOf } from '../model/span.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { bodyOf, headingOf, markdownOf } from './help-text.ts';
import { classHover } from './igel/class-hover.ts';
import { EXCLUSIVE_MEANING, exclusiveHover } from './igel/exclusive-hover.ts';
import { Here } from './igel/here.ts';
import { SERVER_MEANING, serverHover } from './igel/server-hover.ts';
import { TAG_MEANING, tagHover } from './igel/tag-hover.ts';
import { type IgelThing, igelThing } from './igel/thing.ts';
import { VENDOR_CLASS_MEANING, vendorClassHover } from './igel/vendor-class-hover.ts';
import { VENDOR_OPTIONS_MEANING, vendorOptionsHover } from './igel/vendor-options-hover.ts';
import { VENDOR_SPACE_MEANING, vendorSpaceHover } from './igel/vendor-space-hover.ts';
import { registrationsIn } from './igel/versions.ts';

export interface Hover extends TextRange {
  readonly markdown: string;
}

/** What is to be said of the token at an offset of one of the unit's documents. */
export function hoverAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): Hover | undefined {
  const { analysis, language } = unit;
  const described = analysis.describeAt(document, offset);
  const scope = described?.subject.kind === 'other' || !described ? networkAt(unit, document, offset) : undefined;
  if (scope) return networkHover(scope, described, unit, document);
  if (!described) return undefined;
  const { start, end, subject, help } = described;
  const thing = igelThing(subject, analysis.model);
  const markdown = thing
    ? igelMarkdown(thing, help, Here.of(unit, document), language.id)
    : markdownOf(help, language.id);
  return { start, end, markdown };
}

/** What IGEL OS does with it comes first, then what the language says of it, in short. */
function igelMarkdown(thing: IgelThing, help: Help, here: Here, language: string): string {
  const { meaning, parts } = igelText(thing, here);
  const traits = meaning === undefined ? help.traits : [...help.traits, meaning];
  const short = { ...help, forms: [], notes: help.notes.filter(({ about }) => about !== 'Place') };
  return [headingOf({ ...help, traits }), ...parts, ...bodyOf(short, language)].join('\n\n');
}

const NETWORKS: ReadonlySet<ScopeKind> = new Set<ScopeKind>(['shared-network', 'subnet', 'pool']);

/** The part of the network whose declaration begins around an offset. */
function networkAt<F>({ analysis }: OpenUnit<F>, document: Document<F>, offset: number): Scope | undefined {
  const { line } = document.positionAt(offset);
  const find = (scope: Scope): Scope | undefined => {
    for (const child of scope.children) {
      const { at } = child;
      const isHere =
        NETWORKS.has(child.kind) &&
        at.anchor.file === document.file &&
        startOf(at) <= offset &&
        offset <= endOf(at) &&
        document.positionAt(startOf(at)).line === line;
      const found = isHere ? child : find(child);
      if (found) return found;
    }
    return undefined;
  };
  return find(analysis.model.global);
}

/** Where devices register that are in a part of the network, then what the language says of the word. */
function networkHover<F>(
  scope: Scope,
  described: Description | undefined,
  unit: OpenUnit<F>,
  document: Document<F>,
): Hover | undefined {
  const parts = registrationsIn(scope, Here.of(unit, document));
  if (!described && parts.length === 0) return undefined;
  const help = described?.help;
  const heading = help ? headingOf(help) : `**${[scope.keyword, scope.name].filter(Boolean).join(' ')}**`;
  const markdown = [heading, ...parts, ...(help ? bodyOf(help, unit.language.id) : [])].join('\n\n');
  const { start, end } = described ?? { start: startOf(scope.at), end: endOf(scope.at) };
  return { start, end, markdown };
}

interface IgelText {
  /** A few words for the heading. */
  readonly meaning: string | undefined;
  /** Paragraphs. */
  readonly parts: readonly string[];
}

function igelText(thing: IgelThing, here: Here): IgelText {
  switch (thing.kind) {
    case 'server':
      return { meaning: SERVER_MEANING, parts: serverHover(thing, here) };
    case 'tag':
      return { meaning: TAG_MEANING, parts: tagHover(thing) };
    case 'exclusive':
      return { meaning: thing.inside ? EXCLUSIVE_MEANING : undefined, parts: exclusiveHover(thing, here) };
    case 'vendor-options':
      return { meaning: VENDOR_OPTIONS_MEANING, parts: vendorOptionsHover(thing.value, here) };
    case 'vendor-class':
      return { meaning: VENDOR_CLASS_MEANING, parts: vendorClassHover() };
    case 'vendor-space':
      return { meaning: VENDOR_SPACE_MEANING, parts: vendorSpaceHover(thing.value, here) };
    case 'class':
      return { meaning: undefined, parts: classHover(thing.of, here) };
  }
}
