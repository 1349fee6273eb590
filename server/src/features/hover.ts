import type { Help, TextRange } from '../languages/editor.ts';
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

export interface Hover extends TextRange {
  readonly markdown: string;
}

/** What is to be said of the token at an offset of one of the unit's documents. */
export function hoverAt<F>(unit: OpenUnit<F>, document: Document<F>, offset: number): Hover | undefined {
  const { analysis } = unit;
  const described = analysis.describeAt(document, offset);
  if (!described) return undefined;
  const { start, end, subject, help } = described;
  const thing = igelThing(subject, analysis.model);
  const markdown = thing ? igelMarkdown(thing, help, Here.of(unit, document)) : markdownOf(help);
  return { start, end, markdown };
}

/** What IGEL OS does with it comes first, then what the language says of it, in short. */
function igelMarkdown(thing: IgelThing, help: Help, here: Here): string {
  const { meaning, parts } = igelText(thing, here);
  const traits = meaning === undefined ? help.traits : [...help.traits, meaning];
  const short = { ...help, forms: [], notes: help.notes.filter(({ about }) => about !== 'Place') };
  return [headingOf({ ...help, traits }), ...parts, ...bodyOf(short)].join('\n\n');
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
