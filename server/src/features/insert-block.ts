import { EXCLUSIVE_CODE, SERVER_CODE, TAG_CODE, VENDOR_CLASS } from '../igel/sub-options.ts';
import type { DocumentEdit, OptionPlan, PlannedOption, TextRange } from '../languages/editor.ts';
import type { Model } from '../model/model.ts';
import type { Finding } from '../rules/finding.ts';
import { EXCLUSIVE_NAME, SERVER_NAME, TAG_NAME } from '../rules/igel-names.ts';
import type { Document } from '../syntax/document.ts';
import type { OpenUnit } from '../workspace/unit.ts';
import type { EditAction } from './edit-action.ts';
import { scopeForIgel, scopeMendedFor, sendsRawVendorOptions } from './igel/scope-for-igel.ts';

/** An address that no network has (RFC 5737): it is there to be written over. */
const ADDRESS = '192.0.2.10';

const EVERY_VERSION = 'IGEL OS, all versions: the UMS in option 224';
const OLDER_ONLY = 'IGEL OS 11.03.500 or lower: the UMS in option 224';
const NEWER_ONLY = `IGEL OS 11.04.100 or higher: the UMS in option 43, for clients that say ${VENDOR_CLASS}`;

/** What is mended where a block is inserted. Of other findings the plan takes care itself, or nothing is evident. */
const MENDED_224: readonly string[] = ['option-224-type', 'option-224-code', 'option-224-value'];
const MENDED_43: readonly string[] = ['option-43-suboption', 'exclusive-type', 'exclusive-value', 'vendor-class-match'];

interface Choice {
  readonly what: string;
  readonly plan: OptionPlan;
  /** The rules whose findings are mended with it. */
  readonly mended: readonly string[];
}

/**
 * Code actions that make a file tell devices their UMS: each adds what the file lacks for it, and mends what is wrong with it.
 * @param findings those of the document
 */
export function insertBlockActions<F>(
  { analysis }: OpenUnit<F>,
  document: Document<F>,
  offset: number,
  findings: readonly Finding[],
): readonly EditAction[] {
  const actions = choices(analysis.model, findings).map(({ what, plan, mended }): EditAction => {
    const added = analysis.carryOut(plan, document, offset);
    const edits = added ? [...added, ...mends(findings, mended, added)] : [];
    return { title: `Insert igelrmserver block: ${what}`, edits };
  });
  // Where one half stands already, both is the same as the other half.
  const told = new Set<string>();
  return actions.filter(({ edits }) => {
    const key = JSON.stringify(edits.map(({ start, end, newText }) => [start, end, withoutComments(newText)]));
    const isNew = edits.length > 0 && !told.has(key);
    told.add(key);
    return isNew;
  });
}

/** The same is added whichever versions it is said to be for. */
const withoutComments = (text: string): string =>
  [EVERY_VERSION, OLDER_ONLY, NEWER_ONLY].reduce((left, comment) => left.replaceAll(comment, ''), text);

function choices(model: Model, findings: readonly Finding[]): readonly Choice[] {
  const server = serverOption(model);
  const vendor = vendorPlan(server, model, findings);
  const everybody = (comment: string): OptionPlan['everybody'] => ({ comment, options: [server] });
  const alone = {
    what: 'option 224',
    plan: { everybody: everybody(EVERY_VERSION), vendor: undefined },
    mended: MENDED_224,
  };
  if (!vendor) return [alone];
  return [
    alone,
    { what: `option 43 for ${VENDOR_CLASS}`, plan: { everybody: undefined, vendor }, mended: MENDED_43 },
    {
      what: 'both, for a mixed fleet',
      plan: { everybody: everybody(OLDER_ONLY), vendor },
      mended: [...MENDED_224, ...MENDED_43],
    },
  ];
}

/** The preferred fixes of some rules' findings that touch neither each other nor what is added. */
function mends(
  findings: readonly Finding[],
  rules: readonly string[],
  added: readonly DocumentEdit[],
): readonly DocumentEdit[] {
  const taken: DocumentEdit[] = [];
  for (const { rule, fixes } of findings) {
    const fix = rules.includes(rule) ? fixes.find(({ preferred }) => preferred) : undefined;
    const isFree = fix?.edits.every((edit) => [...added, ...taken].every((other) => apart(edit, other)));
    if (fix && isFree) taken.push(...fix.edits.map((edit) => ({ ...edit, snippet: undefined })));
  }
  return taken;
}

const apart = (a: TextRange, b: TextRange): boolean => a.end < b.start || b.end < a.start;

/** Undefined where IGEL OS is sent option 43 as raw bytes: these would go before what is set by name. */
function vendorPlan(server: PlannedOption, model: Model, findings: readonly Finding[]): OptionPlan['vendor'] {
  const scope = scopeForIgel(model) ?? scopeMendedFor(findings, model);
  if (scope && sendsRawVendorOptions(scope, model)) return undefined;
  return {
    comment: NEWER_ONLY,
    vendorClass: VENDOR_CLASS,
    name: 'igel',
    scope,
    options: [
      { name: EXCLUSIVE_NAME, code: EXCLUSIVE_CODE, type: 'unsigned integer 8', value: 1, use: 'fixed' },
      server,
      { name: TAG_NAME, code: TAG_CODE, type: 'text', value: 'HQ', use: 'optional' },
    ],
  };
}

/** Where a server is named already, the other place most likely names the same one. */
function serverOption(model: Model): PlannedOption {
  const known = model.values.flatMap(({ code, data }) =>
    code === SERVER_CODE && data.kind === 'bytes' ? [new TextDecoder().decode(data.bytes)] : [],
  );
  const value = known.find((text) => /^[\w.-]+$/.test(text)) ?? ADDRESS;
  return { name: SERVER_NAME, code: SERVER_CODE, type: 'text', value, use: 'asked' };
}
