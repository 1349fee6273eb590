import { EXCLUSIVE_CODE, SERVER_CODE, TAG_CODE, VENDOR_CLASS } from '../igel/sub-options.ts';
import type { OptionPlan, PlannedOption } from '../languages/editor.ts';
import { EXCLUSIVE_NAME, SERVER_NAME, TAG_NAME } from '../rules/igel-names.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import type { EditAction } from './edit-action.ts';

/** An address that no network uses (RFC 5737): it is to be written over. */
const ADDRESS = '192.0.2.10';

const SERVER: PlannedOption = { name: SERVER_NAME, code: SERVER_CODE, type: 'text', value: ADDRESS, use: 'asked' };

const EVERYBODY = (comment: string): OptionPlan['everybody'] => ({ comment, options: [SERVER] });

const VENDOR: OptionPlan['vendor'] = {
  comment: 'IGEL OS 11.04.100 or higher: the UMS in option 43, only for clients that say igel-dhcp-1',
  vendorClass: VENDOR_CLASS,
  name: 'igel',
  options: [
    { name: EXCLUSIVE_NAME, code: EXCLUSIVE_CODE, type: 'unsigned integer 8', value: 1, use: 'fixed' },
    SERVER,
    { name: TAG_NAME, code: TAG_CODE, type: 'text', value: 'HQ', use: 'optional' },
  ],
};

const PLANS: readonly (readonly [what: string, plan: OptionPlan])[] = [
  ['option 224', { everybody: EVERYBODY('IGEL OS, every version: the UMS in option 224'), vendor: undefined }],
  ['option 43 for igel-dhcp-1', { everybody: undefined, vendor: VENDOR }],
  [
    'both, for a mixed fleet',
    { everybody: EVERYBODY('IGEL OS 11.03.500 or lower: the UMS in option 224'), vendor: VENDOR },
  ],
];

/** Code actions that make a file tell devices their UMS, each with what the file lacks for it. */
export function insertBlockActions<F>(
  { analysis }: OpenUnit<F>,
  document: Document<F>,
  offset: number,
): readonly EditAction[] {
  const actions: EditAction[] = [];
  for (const [what, plan] of PLANS) {
    const edits = analysis.carryOut(plan, document, offset);
    if (edits && edits.length > 0) actions.push({ title: `Insert igelrmserver block: ${what}`, edits });
  }
  return actions;
}
