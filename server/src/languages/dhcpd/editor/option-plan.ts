import { before } from '../../../model/span.ts';
import type { DocumentEdit, OptionPlan } from '../../editor.ts';
import { literal } from '../../snippet-text.ts';
import { EverybodysOptions } from './everybodys-options.ts';
import type { NextTabStop, PlannedPart } from './planned-part.ts';
import { TopLevel } from './top-level.ts';
import { VendorOptions } from './vendor-options.ts';
import type { View } from './view.ts';

/** The edits near an offset that make the files send what a plan says; undefined where this document is not the place for it. */
export function carryOut(plan: OptionPlan, view: View, offset: number): readonly DocumentEdit[] | undefined {
  const topLevel = TopLevel.of(view);
  if (!topLevel || view.model.family === 6) return undefined;
  let stops = 0;
  const next: NextTabStop = () => ++stops;
  const parts: PlannedPart[] = [];
  if (plan.everybody) parts.push(new EverybodysOptions(plan.everybody, view, topLevel.lineEnd, next).part);
  if (plan.vendor) {
    const part = new VendorOptions(plan.vendor, view, topLevel.lineEnd, next).part;
    if (!part) return undefined;
    parts.push(part);
  }
  const edits = parts.flatMap((part) => part.edits);
  const adding = parts.filter(({ lines }) => lines.length > 0);
  if (adding.length === 0) return edits;
  const requires = adding.flatMap((part) => part.requires);
  const usedBy = adding.flatMap((part) => part.usedBy).map(before);
  const index = topLevel.placeFor(offset, requires, usedBy);
  if (index === undefined) return undefined;
  const lines = adding.flatMap((part, i) => (i === 0 ? part.lines : [literal(topLevel.lineEnd), ...part.lines]));
  return [topLevel.insert(index, offset, lines), ...edits];
}
