import type { Help, TextRange } from '../languages/editor.ts';
import type { Model } from '../model/model.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import { bodyOf, headingOf, markdownOf } from './help-text.ts';
import { EXCLUSIVE_MEANING, exclusiveHover } from './igel/exclusive-hover.ts';
import { SERVER_MEANING, serverHover } from './igel/server-hover.ts';
import { TAG_MEANING, tagHover } from './igel/tag-hover.ts';
import { type IgelThing, igelThing } from './igel/thing.ts';
import { VENDOR_CLASS_MEANING, vendorClassHover } from './igel/vendor-class-hover.ts';
import { VENDOR_OPTIONS_MEANING, vendorOptionsHover } from './igel/vendor-options-hover.ts';
import { VENDOR_SPACE_MEANING, vendorSpaceHover } from './igel/vendor-space-hover.ts';

export interface Hover extends TextRange {
  readonly markdown: string;
}

/** What is to be said of the token at an offset of one of the unit's documents. */
export function hoverAt<F>({ analysis }: OpenUnit<F>, document: Document<F>, offset: number): Hover | undefined {
  const described = analysis.describeAt(document, offset);
  if (!described) return undefined;
  const { start, end, subject, help } = described;
  const { model } = analysis;
  const thing = igelThing(subject, model);
  const markdown = thing ? igelMarkdown(thing, help, model) : markdownOf(help);
  return { start, end, markdown };
}

/** What IGEL OS does with it comes first, then what the language says of it, in short. */
function igelMarkdown(thing: IgelThing, help: Help, model: Model): string {
  const { meaning, parts } = igelText(thing, model);
  const traits = meaning === undefined ? help.traits : [...help.traits, meaning];
  const short = { ...help, forms: [], notes: help.notes.filter(({ about }) => about !== 'Place') };
  return [headingOf({ ...help, traits }), ...parts, ...bodyOf(short)].join('\n\n');
}

function igelText(
  thing: IgelThing,
  model: Model,
): { readonly meaning: string | undefined; readonly parts: readonly string[] } {
  switch (thing.kind) {
    case 'server':
      return { meaning: SERVER_MEANING, parts: serverHover(thing) };
    case 'tag':
      return { meaning: TAG_MEANING, parts: tagHover(thing) };
    case 'exclusive':
      return { meaning: thing.inside ? EXCLUSIVE_MEANING : undefined, parts: exclusiveHover(thing) };
    case 'vendor-options':
      return { meaning: VENDOR_OPTIONS_MEANING, parts: vendorOptionsHover(thing) };
    case 'vendor-class':
      return { meaning: VENDOR_CLASS_MEANING, parts: vendorClassHover() };
    case 'vendor-space':
      return { meaning: VENDOR_SPACE_MEANING, parts: vendorSpaceHover(thing, model) };
    case 'class':
      return { meaning: undefined, parts: [] };
  }
}
