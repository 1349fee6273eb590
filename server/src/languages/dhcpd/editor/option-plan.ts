import type { DocumentEdit, OptionPlan } from '../../editor.ts';
import type { View } from './view.ts';

/** The edits near an offset that make the files send what a plan says. */
export function carryOut(_plan: OptionPlan, _view: View, _offset: number): readonly DocumentEdit[] | undefined {
  return undefined;
}
